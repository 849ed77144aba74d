"""A filing as its pages draw it: its facts as this person may see them, in the official table."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessments.domain.computed import Computed, compute
from assessments.domain.facts import Facts
from assessments.models import Filing, Mark
from assessments.permissions import is_read_by_unit
from assessments.rendering.findings.finding_view import FindingView, at_square, by_need
from assessments.rendering.findings.report_line import ReportLine, report_line
from assessments.rendering.grid.comparison import Comparison
from assessments.rendering.grid.drawables import Overlay
from assessments.rendering.grid.heading_words import words_for
from assessments.rendering.grid.markup import Table
from assessments.rendering.grid.table import draw
from assessments.rendering.pages.deviations import DeviationWords, deviations_of
from assessments.services.answered_findings import Findings, settled_in_words
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Drawn:
    """A filing's facts, what follows from them, the table that shows both, and what was found.

    ``found`` are the findings at squares by what they ask for, ``in_narrative`` those in the report that goes with it.
    """

    facts: Facts
    computed: Computed
    table: Table
    found: tuple[FindingView, ...]
    in_narrative: tuple[FindingView, ...]
    report: ReportLine | None

    @property
    def deviations(self) -> tuple[DeviationWords, ...]:
        """The unit's words beside the paper on its indicators."""
        return deviations_of(self.facts)


def marks_for(user: User, filing: Filing) -> list[Mark]:
    """The remarks that this person may see: to the unit only those that were sent."""
    own = is_read_by_unit(user, filing)
    return [mark for mark in filing.marks.all() if mark.sent_at or not own]


def drawn(filing: Filing, findings: Findings, *, marks: Iterable[Mark] = (), since: Comparison | None = None) -> Drawn:
    """The official table, only to be read, with what was found, remarked and, where known, changed in it."""
    overlay = Overlay(
        findings=tuple(item.finding for item in findings.binding),
        explained=settled_in_words(findings.at_squares),
        marks={mark.key: mark.state for mark in marks},
        differences=since.squares if since else {},
    )
    facts = findings.facts
    computed = compute(facts)
    table = draw(facts, computed=computed, overlay=overlay, words=words_for(filing, facts))
    return Drawn(
        facts,
        computed,
        table,
        found=tuple(at_square(item, facts) for item in by_need(findings.at_squares, table.squares())),
        in_narrative=tuple(FindingView(item) for item in findings.in_narrative),
        report=report_line(filing.obligation.cycle, findings),
    )
