"""The page of one review sheet: the table, what it lacks, who may do what."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessments.domain.consistency import Finding, Severity
from assessments.rendering.grid.drawables import ReadingLine
from assessments.rendering.grid.markup import Table
from assessments.services.answered_findings import GrantedWaiver
from assessments.services.wording import in_words
from portal.accounts.models import User
from reviews.domain.rubric import PART_NAMES, Part
from reviews.models import ReviewSheet, ReviewSheetRow
from reviews.permissions import may_compose, may_sign
from reviews.rendering.sheet_table import draw_sheet
from reviews.services.sheet_checks import (
    IN_OUR_HANDS,
    Lacking,
    blank_squares,
    lacking,
    problems_of,
    reasons_are_lost,
    reasons_of,
    waivers_of_rows,
)
from reviews.services.sheet_course import SheetStep, course_of_sheet

_TONES = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.NOTICE: ""}


@dataclass(frozen=True, slots=True)
class Filed:
    """A row with its filing, the reasons that were given to it, each with the name of its part, and its waivers."""

    row: ReviewSheetRow
    reasons: list[tuple[str, str]]
    waivers: tuple[GrantedWaiver, ...]

    @property
    def judged_again(self) -> bool:
        """The filing is in review again and must be scored before the sheet can be sent."""
        return self.row.filing is not None and self.row.filing.state in IN_OUR_HANDS


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """Findings of the same rule and cause."""

    rule: str
    severity: Severity
    title: str
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """The content of the page; ``blanks`` are the labels of words that are still missing (V26)."""

    sheet: ReviewSheet
    rows: list[ReviewSheetRow]
    table: Table
    filed: list[Filed]
    reasons_lost: bool
    course: list[SheetStep]
    problems: list[SheetProblem]
    lacking: list[Lacking]
    blanks: list[str]
    may_print: bool
    may_edit: bool
    may_sign: bool

    @property
    def waived(self) -> list[Filed]:
        """The rows of which a rule was waived."""
        return [item for item in self.filed if item.waivers]

    @property
    def waiting(self) -> list[Lacking]:
        """The papers that the prefecture has yet to judge before the sheet can be sent."""
        return [paper for paper in self.lacking if paper.in_the_way]


def sheet_page(sheet: ReviewSheet, user: User) -> SheetPage:
    """The page of ``sheet`` (rows prefetched) for ``user``."""
    rows = list(sheet.rows.all())
    problems = problems_of(sheet, rows)
    open_sheet = sheet.state in (ReviewSheet.State.DRAFT, ReviewSheet.State.AWAITING_SIGNATURE)
    scored_by = {row.filing.reviewer_id for row in rows if row.filing}
    waivers = waivers_of_rows(rows)
    under = {found.where: ReadingLine(in_words(found.short), _TONES[found.severity]) for found in problems}
    said, on_it = reasons_of(sheet, rows), {row.filing_id for row in rows}
    return SheetPage(
        sheet=sheet,
        rows=rows,
        table=draw_sheet(sheet, rows, under),
        filed=[Filed(row, _named(said[row.pk]), waivers.get(row.filing.pk, ())) for row in rows if row.filing],
        reasons_lost=reasons_are_lost(sheet),
        course=course_of_sheet(sheet),
        problems=_joined(problems),
        lacking=[paper for paper in lacking(sheet) if not _is_on(paper, on_it)] if open_sheet else [],
        blanks=[label for _name, label in blank_squares(sheet)],
        may_print=bool(rows),
        may_edit=sheet.state == ReviewSheet.State.DRAFT and may_compose(user, sheet),
        may_sign=sheet.state == ReviewSheet.State.AWAITING_SIGNATURE
        and may_sign(user, sheet)
        and user.pk not in scored_by,
    )


def _joined(findings: Iterable[Finding]) -> list[SheetProblem]:
    joined: dict[tuple[str, str], SheetProblem] = {}
    for found in findings:
        title = in_words(found.title)
        joined.setdefault((found.rule, title), SheetProblem(found.rule, found.severity, title, [])).findings.append(
            found
        )
    return sorted(joined.values(), key=lambda problem: list(Severity).index(problem.severity))


def _named(said: Mapping[Part, str]) -> list[tuple[str, str]]:
    return [(_(PART_NAMES[part]), said[part]) for part in Part if said[part]]


def _is_on(paper: Lacking, filings: Collection[int | None]) -> bool:
    """A paper that is in review again stands among the rows already, with its state."""
    return paper.filing is not None and paper.filing.pk in filings
