"""Everything the rules find in one exchange file, each finding with its place; pure, no database is asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.domain.consistency import Finding, check_dossier
from assessments.domain.exchange import Parcel
from assessments.domain.facts import Facts
from reviews.domain.sheet_rules import SHEET_RULES


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding, and where it is in the file: ``filings[0].executed.total``, ``review_sheet.rows[1].total_score``."""

    where: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file's findings in the order of its parts, and the ids of the rules that could and could not be applied."""

    findings: tuple[Placed, ...]
    applied: frozenset[str]
    not_applicable: frozenset[str]


def check_parcel(parcel: Parcel) -> CheckedFile:
    """The findings filing by filing, then tables, targets and narratives, then sheet by sheet."""
    checked = check_dossier(parcel.dossier)
    of_sheets = frozenset(rule.id for rule in SHEET_RULES)
    applied = checked.applied | of_sheets if parcel.review_sheets else checked.applied
    return CheckedFile(
        findings=(*(Placed(finding.where, finding) for finding in checked.findings), *_on_sheets(parcel)),
        applied=applied,
        not_applicable=(checked.not_applicable | of_sheets) - applied,
    )


def findings_in(parcel: Parcel) -> tuple[Placed, ...]:
    """Every finding in a file."""
    return check_parcel(parcel).findings


def _on_sheets(parcel: Parcel) -> Iterator[Placed]:
    for number, sheet in enumerate(parcel.review_sheets):
        place = "review_sheet" if len(parcel.review_sheets) == 1 else f"review_sheet[{number}]"
        for finding in _of_sheet(sheet, parcel):
            yield Placed(f"{place}.{finding.where}", finding)


def _of_sheet(sheet: Facts, parcel: Parcel) -> Iterator[Finding]:
    for rule in SHEET_RULES:
        yield from rule.check(sheet, parcel.filings)
