"""Everything the rules find in one exchange file: its filings and its review sheets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessments.domain.consistency import Finding, check
from assessments.domain.exchange import Parcel
from reviews.domain.red_lights import red_by_row
from reviews.domain.sheet_words import check_words
from reviews.domain.totals import check_scores, rows_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding, and where it is in the file: ``filings[0].executed.total``, ``review_sheet.rows[1].total_score``."""

    where: str
    finding: Finding


def findings_in(parcel: Parcel) -> Iterator[Placed]:
    """The findings filing by filing, then sheet by sheet; pure, no database is asked."""
    for number, facts in enumerate(parcel.filings):
        for finding in check(facts):
            yield Placed(f"filings[{number}].{finding.where}", finding)
    for number, sheet in enumerate(parcel.review_sheets):
        place = "review_sheet" if len(parcel.review_sheets) == 1 else f"review_sheet[{number}]"
        for finding in _of_sheet(sheet, parcel):
            yield Placed(f"{place}.{finding.where}", finding)


def _of_sheet(sheet: Mapping[str, object], parcel: Parcel) -> Iterator[Finding]:
    yield from check_words(sheet)
    yield from check_scores(rows_of(sheet, red_by_row(sheet, parcel.filings)))
