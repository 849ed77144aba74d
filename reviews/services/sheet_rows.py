"""The values in a row of the 监控审核表: the filing's own figures as they are printed, and its four scores."""

from collections.abc import Mapping

from assessments.domain.computed import compute
from assessments.domain.facts import Facts
from assessments.domain.funds import Fund
from assessments.domain.results import Result
from assessments.domain.rounding import printed_rate
from assessments.domain.scoring import printed_points
from assessments.editions import edition_named, edition_of
from assessments.models import Filing
from assessments.queries import facts_of_snapshot
from reviews.domain.rubric import Part
from reviews.domain.totals import TOTAL, score_name, total_of
from reviews.models import Review, ReviewSheet, ReviewSheetRow
from reviews.queries import JUDGED, filings_for_sheet

_FUND_ORDER = {fund.value: place for place, fund in enumerate(Fund)}


def printed_rows(sheet: ReviewSheet) -> list[ReviewSheetRow]:
    """One unsaved row for each judged filing of the sheet, by county, unit and fund (in the order of 表二)."""
    filings = (
        filings_for_sheet(sheet)
        .filter(state__in=JUDGED)
        .select_related("obligation__unit__region")
        .prefetch_related("snapshots", "reviews__scores")
    )
    ordered = sorted(filings, key=_place)
    rows = [row for filing in ordered if (row := _row(sheet, filing))]
    for position, row in enumerate(rows, start=1):
        row.position = position
    return rows


def _place(filing: Filing) -> tuple[str, str, str, int]:
    unit = filing.obligation.unit
    return unit.region.code, unit.kind, unit.name, _FUND_ORDER.get(filing.obligation.fund, len(_FUND_ORDER))


def _row(sheet: ReviewSheet, filing: Filing) -> ReviewSheetRow | None:
    review = next((review for review in filing.reviews.all() if review.version == filing.version), None)
    snapshot = next((snapshot for snapshot in filing.snapshots.all() if snapshot.version == filing.version), None)
    if review is None or snapshot is None or review.submitted_at is None:
        return None
    facts = facts_of_snapshot(snapshot)
    return ReviewSheetRow(
        sheet=sheet,
        filing=filing,
        reporting_unit=facts.value("reporting_unit"),
        project_name=facts.value("project_name"),
        **_figures(facts, edition_named(sheet.edition).places),
        **_scores(review),
    )


def _figures(facts: Facts, places: int) -> Mapping[str, str]:
    """Totals and rates of one filing; a year's self-assessment has no 到位 and leaves it blank."""
    computed, edition = compute(facts), edition_of(facts)
    return {
        "adjusted_budget": facts.value(edition.budget),
        "received": facts.value("received.total"),
        "executed": facts.value(edition.executed),
        "execution_rate": facts.value("execution_rate") or _printed(computed.execution_rate, places),
        "overall_completion_rate": facts.value("overall_completion_rate") or _printed(computed.overall, places),
    }


def _printed(rate: Result, places: int) -> str:
    return "" if rate.value is None else printed_rate(rate.value, places)


def _scores(review: Review) -> Mapping[str, str]:
    given = {score.part: score.points for score in review.scores.all()}
    points = {part: given.get(part.value) for part in Part}
    printed = {part: "" if value is None else printed_points(value) for part, value in points.items()}
    total = total_of(printed)
    scores = {score_name(part): text for part, text in printed.items()}
    return {**scores, TOTAL: "" if total is None else printed_points(total)}
