"""Checks before a review sheet is sent and signed, and what its collection still lacks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from assessments.domain.consistency import Finding
from assessments.domain.facts import Facts, Form
from assessments.domain.workflow import State
from assessments.editions.review_sheet_2020 import ROWS
from assessments.models import Filing, Obligation, Snapshot
from assessments.queries import facts_of_snapshot
from assessments.services.answered_findings import GrantedWaiver
from reviews.domain.red_lights import red_of_rows
from reviews.domain.rubric import Part
from reviews.domain.sheet_words import WORDS
from reviews.domain.totals import check_scores, rows_of
from reviews.models import Review, ReviewSheet, ReviewSheetRow
from reviews.queries import JUDGED, obligations_for_sheet
from reviews.services.sheet_snapshots import row_payload, rows_of_payload
from reviews.services.waivers import waivers_by_filing

#: The prefecture has such a filing in its hands and must judge it before the sheet is complete.
IN_OUR_HANDS = frozenset({State.SUBMITTED, State.IN_REVIEW})
#: What is shown of a sheet in one of these states is what was signed.
_AS_SIGNED = frozenset({ReviewSheet.State.SIGNED, ReviewSheet.State.SUPERSEDED})


@dataclass(frozen=True, slots=True)
class Lacking:
    """A paper of the sheet's region that is not on it: whose, and where it stands (None: not begun)."""

    obligation: Obligation
    filing: Filing | None

    @property
    def name(self) -> str:
        """The unit and the fund."""
        return f"{self.obligation.unit.label} {self.obligation.fund_name}".strip()

    @property
    def in_the_way(self) -> bool:
        """True if the prefecture itself has yet to judge it."""
        return self.filing is not None and self.filing.state in IN_OUR_HANDS


def lacking(sheet: ReviewSheet) -> list[Lacking]:
    """The papers that the region owes to the cycle and that are not judged yet, in the order of the units."""
    owed = (
        obligations_for_sheet(sheet)
        .select_related("unit__region", "filing")
        .order_by("unit__region__code", "unit", "fund")
    )
    papers = [Lacking(obligation, getattr(obligation, "filing", None)) for obligation in owed]
    return [paper for paper in papers if paper.filing is None or paper.filing.state not in JUDGED]


def standing_in_the_way(sheet: ReviewSheet) -> list[str]:
    """Names of the papers that the prefecture has received and not judged; one with its unit holds nobody up."""
    return [paper.name for paper in lacking(sheet) if paper.in_the_way]


def blank_squares(sheet: ReviewSheet) -> list[tuple[str, str]]:
    """Name and label of the words above and below the table that are still blank (V26)."""
    return [(name, _(label)) for name, label in WORDS.items() if not getattr(sheet, name).strip()]


def problems_of(sheet: ReviewSheet, rows: Sequence[ReviewSheetRow]) -> tuple[Finding, ...]:
    """The findings of V27 in ``rows``, with the reasons and the lights of their filings; keys begin with ``rows[0]``.

    A sheet that was signed is held to the reasons that it was signed with.
    """
    filed = [row.filing for row in rows if row.filing]
    prefetch_related_objects(filed, "reviews__scores", "snapshots")
    said = reasons_of(sheet, rows)
    lines = [
        row_payload(row, imported=sheet.imported)
        | {f"reason_{part.value}": reason for part, reason in said[row.pk].items()}
        for row in rows
    ]
    month = sheet.cycle.month or 12
    judged = Facts(Form.REVIEW_SHEET, sheet.edition, lists={ROWS: rows_of_payload({"rows": lines})})
    filings = [_frozen(row.filing) if row.filing else None for row in rows]
    red = red_of_rows(list(zip(judged.lists[ROWS], filings, strict=True)), Decimal(month) / 12)
    return check_scores(rows_of(judged, red))


def reasons_of(sheet: ReviewSheet, rows: Iterable[ReviewSheetRow]) -> dict[int, dict[Part, str]]:
    """The reasons given to each part, by the row's id: of a signed sheet as they were then, else as they are now.

    Blank for a row without its filing. The filings of a sheet in the making have their reviews prefetched, see
    :func:`problems_of`.
    """
    signed = sheet.snapshots.order_by("-number").first() if sheet.state in _AS_SIGNED else None
    if signed and signed.reasons is not None:
        return {row.pk: _parts(signed.reasons.get(str(row.filing_id), {})) for row in rows}
    return {row.pk: _parts(_given(row.filing) if row.filing and not signed else {}) for row in rows}


def reasons_are_lost(sheet: ReviewSheet) -> bool:
    """True if the sheet was signed before reasons were kept with it."""
    return sheet.state in _AS_SIGNED and sheet.snapshots.filter(reasons=None).exists()


def _parts(said: Mapping[str, str]) -> dict[Part, str]:
    return {part: said.get(part.value, "") for part in Part}


def _given(filing: Filing) -> dict[str, str]:
    judged = _review(filing)
    return {score.part: score.reason for score in judged.scores.all()} if judged else {}


def waivers_of_rows(rows: Iterable[ReviewSheetRow]) -> dict[int, tuple[GrantedWaiver, ...]]:
    """The waivers that count for the judgement of each row's filing, by the filing's id, in two queries.

    The filings have their snapshots and reviews prefetched, see :func:`problems_of`.
    """
    filings = [row.filing for row in rows if row.filing]
    found = [(_judged(filing), _review(filing)) for filing in filings]
    return waivers_by_filing((snapshot, review) for snapshot, review in found if snapshot)


def _review(filing: Filing) -> Review | None:
    return next((review for review in filing.reviews.all() if review.version == filing.version), None)


def _judged(filing: Filing) -> Snapshot | None:
    return next((snapshot for snapshot in filing.snapshots.all() if snapshot.version == filing.version), None)


def _frozen(filing: Filing) -> Facts | None:
    judged = _judged(filing)
    return facts_of_snapshot(judged) if judged else None
