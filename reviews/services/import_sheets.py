"""A published 监控审核表 as it was printed: its rows beside the imported filings that they judge."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from unicodedata import normalize

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.exchange import from_payload, to_payload
from assessments.domain.facts import Facts, split_row_key
from assessments.domain.funds import fund_named_in
from assessments.domain.kinds import MONITORING, REVIEW_SHEET, SELF_ASSESSMENT
from assessments.domain.periods import read_period
from assessments.domain.scoring import points_in
from assessments.editions import EDITIONS
from assessments.editions.review_sheet_2020 import ROWS
from assessments.models import Cycle, Filing
from assessments.services.errors import Refused
from assessments.services.imports import cycle_of, region_of
from portal.accounts.models import Region
from portal.audit.services import record
from portal.text.door import clean_all
from portal.text.telling import taken_in
from reviews.domain.rubric import MAXIMA, Part
from reviews.models import Review, ReviewSheet, ReviewSheetRow, Score
from reviews.services.proposals import note_proposals
from reviews.services.sheet_snapshots import HEADER_WORDS, ROW_SQUARES, freeze, payload_of, row_payload

#: What a sheet keeps in places of its own, and whose it is.
_OWN_KEYS = frozenset({"region", "region_code", *HEADER_WORDS})
_TENTH = Decimal("0.1")


@transaction.atomic
def load_review_sheet(*, sheet: Facts, filings: Sequence[Filing], source: str, at: datetime) -> str:
    """Stores the sheet as an import and says ``created``, ``updated`` or ``unchanged``.

    ``filings`` are those of the same file, which say for which cycle the sheet is where its own 监控时点 is blank. A
    row may stand without its filing. Raises Refused where nothing says whose it is or for when, and for a cycle that is
    still open.
    """
    sheet = from_payload(clean_all(to_payload(sheet), taken_in))
    region = _region(sheet, filings)
    cycle = _cycle(sheet, region, filings, at)
    if not cycle.historical:
        raise Refused(_("%(cycle)s 正在办理，审核表须在系统中编制。") % {"cycle": cycle.name})
    held = ReviewSheet.objects.filter(cycle=cycle, region=region, imported=True).first()
    stored = held or ReviewSheet(
        cycle=cycle, region=region, imported=True, state=ReviewSheet.State.SIGNED, composed_at=at
    )
    before = payload_of(held) if held else None
    _write(stored, sheet, source)
    rows = _rows(stored, sheet)
    if before is not None and before == payload_of(stored) | {
        "rows": [row_payload(row, imported=True) for row in rows]
    }:
        return "unchanged"
    stored.save()
    stored.rows.all().delete()
    ReviewSheetRow.objects.bulk_create(rows)
    for row in rows:
        if row.filing:
            _judge(row.filing, row, at)
    freeze(sheet=stored, actor=None, at=at)
    _note(stored, at)
    return "updated" if held else "created"


def _write(stored: ReviewSheet, sheet: Facts, source: str) -> None:
    is_known = sheet.edition in EDITIONS and EDITIONS[sheet.edition].kind is REVIEW_SHEET
    stored.edition = sheet.edition if is_known else REVIEW_SHEET.usual
    stored.source = source
    for name in HEADER_WORDS:
        setattr(stored, name, sheet.value(name))
    said = {**sheet.squares, **sheet.extras}
    stored.extras = {key: text for key, text in said.items() if key not in _OWN_KEYS and not split_row_key(key)}
    if sheet.edition != stored.edition:
        stored.extras["printed_edition"] = sheet.edition


def _rows(stored: ReviewSheet, sheet: Facts) -> list[ReviewSheetRow]:
    free = list(_imported(stored.cycle, stored.region))
    rows = enumerate(sheet.lists.get(ROWS, ()), start=1)
    return [_row(stored, sheet.said_in(row), place, free) for place, row in rows]


def _row(stored: ReviewSheet, line: Mapping[str, str], place: int, free: list[Filing]) -> ReviewSheetRow:
    filing = _filing_of(line.get("project_name", ""), free)
    if filing:
        free.remove(filing)
    return ReviewSheetRow(
        sheet=stored,
        position=place,
        filing=filing,
        extras={key: text for key, text in line.items() if key not in ROW_SQUARES},
        **{name: line.get(name, "") for name in ROW_SQUARES},
    )


def _imported(cycle: Cycle, region: Region) -> Sequence[Filing]:
    found = Filing.objects.filter(obligation__cycle=cycle, imported=True)
    if region.pk != cycle.prefecture_id:
        found = found.filter(obligation__unit__region=region)
    return list(
        found.select_related("obligation__cycle", "obligation__unit").prefetch_related("squares").order_by("pk")
    )


def _filing_of(project: str, free: Sequence[Filing]) -> Filing | None:
    """The filing of the same project name, else the only one of the fund that the name speaks of."""
    for filing in free:
        names = {_bare(square.raw) for square in filing.squares.all() if square.key == "project_name"}
        if _bare(project) and _bare(project) in names:
            return filing
    fund = fund_named_in(project)
    of_fund = [filing for filing in free if fund and filing.obligation.fund == fund]
    return of_fund[0] if len(of_fund) == 1 else None


def _bare(text: str) -> str:
    return "".join(normalize("NFKC", text).split())


def _judge(filing: Filing, row: ReviewSheetRow, at: datetime) -> None:
    """The scores as printed, beside what the system would propose; figures that are no points stay on the row alone."""
    review, made = Review.objects.get_or_create(
        filing=filing, version=filing.version, defaults={"reviewer": None, "started_at": at, "submitted_at": at}
    )
    if made:
        Score.objects.bulk_create([Score(review=review, part=part.value) for part in Part])
    for part in Part:
        points = _points(getattr(row, f"score_{part.value}"), MAXIMA[part])
        review.scores.filter(part=part.value).update(points=points)
    note_proposals(review)


def _points(text: str, maximum: int) -> Decimal | None:
    number = points_in(text)
    fits = number is not None and 0 <= number <= maximum and number == number.quantize(_TENTH)
    return number if fits else None


def _region(sheet: Facts, filings: Sequence[Filing]) -> Region:
    if not sheet.value("region_code") and filings:
        return filings[0].obligation.unit.region
    return region_of(sheet)


def _cycle(sheet: Facts, region: Region, filings: Sequence[Filing], at: datetime) -> Cycle:
    period = read_period(sheet.value("monitoring_point") or str(sheet.year or ""))
    if period.year is None:
        if filings:
            return filings[0].obligation.cycle
        raise Refused(_("审核表没有写明监控时点，文件里也没有它的表，不知道该归入哪一批。"))
    kind = SELF_ASSESSMENT if period.month is None else MONITORING
    return cycle_of(region=region, facts=Facts(kind.form, kind.usual, year=period.year, month=period.month), at=at)


def _note(stored: ReviewSheet, at: datetime) -> None:
    record(
        actor=None,
        verb="import",
        subject_kind="review_sheet",
        subject_id=stored.pk,
        at=at,
        region_code=stored.cycle.prefecture.code,
        details={"title": stored.title, "source": stored.source},
    )
