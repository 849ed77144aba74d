"""A filing as its pages draw it: its facts as this person may see them, in the official table."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessments.domain.computed import Computed, compute
from assessments.domain.facts import Facts
from assessments.models import Filing, Mark
from assessments.permissions import is_read_by_unit
from assessments.rendering.findings.finding_view import Findings
from assessments.rendering.grid.comparison import Comparison
from assessments.rendering.grid.drawables import Overlay
from assessments.rendering.grid.heading_words import words_for
from assessments.rendering.grid.markup import Table
from assessments.rendering.grid.table import draw
from assessments.rendering.pages.deviations import DeviationWords, deviations_of
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Drawn:
    """A filing's facts, what follows from them, and the table that shows both."""

    facts: Facts
    computed: Computed
    table: Table

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
        findings=findings.binding,
        explained=findings.explained,
        marks={mark.key: mark.state for mark in marks},
        differences=since.squares if since else {},
    )
    facts = findings.facts
    computed = compute(facts)
    return Drawn(facts, computed, draw(facts, computed=computed, overlay=overlay, words=words_for(filing, facts)))
