"""The page on which one submitted version is judged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessments.domain.computed import compute
from assessments.domain.facts import Facts
from assessments.models import Filing, Mark, Snapshot
from assessments.queries import facts_of_snapshot
from assessments.rendering.grid.comparison import Comparison, compare, histories
from assessments.rendering.grid.drawables import Mode, Overlay
from assessments.rendering.grid.heading_words import names_on, where
from assessments.rendering.grid.markup import Table
from assessments.rendering.grid.table import draw
from assessments.rendering.pages.deviations import DeviationWords, deviations_of
from assessments.services.answered_findings import settled_in_words
from reviews.rendering.threads import NumberedThread, states_by_key, threads_of
from reviews.rendering.version_checks import VersionChecks, version_checks
from reviews.services.evidence import Evidence


@dataclass(frozen=True, slots=True)
class VersionView:
    """One submitted version: the table read-only, what was found in it, its marks, what changed since the last.

    ``unit_name`` and ``region_name`` are those of its day.
    """

    snapshot: Snapshot
    facts: Facts
    unit_name: str
    region_name: str
    table: Table
    checks: VersionChecks
    threads: tuple[NumberedThread, ...]
    comparison: Comparison | None
    histories: Mapping[str, list[tuple[int, str]]]

    @property
    def unsettled(self) -> int:
        """The number of squares with a mark that is not closed."""
        return sum(thread.state != Mark.State.CLOSED for thread in self.threads)

    @property
    def squares(self) -> list[tuple[str, str]]:
        """Key and address of every square, for choosing the one to mark."""
        boxes = [cell.square for row in (*self.table.head, *self.table.rows) for cell in row.cells if cell.square]
        return [(square.key, square.address) for square in boxes]

    @property
    def deviations(self) -> tuple[DeviationWords, ...]:
        """The unit's words beside the paper on its indicators."""
        return deviations_of(self.facts)


def version_view(filing: Filing, evidence: Evidence, marks: Iterable[Mark], *, comparing: bool) -> VersionView:
    """The version that ``evidence`` is about, as the reviewer sees it.

    ``filing`` has its snapshots prefetched. Changes are laid over the squares only when ``comparing``.
    """
    snapshot, facts, checks = evidence.snapshot, evidence.facts, version_checks(evidence)
    version = snapshot.version
    by_version = {item.version: item for item in filing.snapshots.all()}
    earlier = {number: facts_of_snapshot(item) for number, item in by_version.items() if number < version}
    before = max(earlier, default=None)
    comparison = compare(facts, earlier[before], before) if before else None
    threads = threads_of(facts, (mark for mark in marks if mark.version <= version))
    binding = [item for item in evidence.findings if not (item.in_narrative or item.waivers)]
    names = names_on(filing, facts)
    table = draw(
        facts,
        mode=Mode.READ,
        computed=compute(facts),
        overlay=Overlay(
            findings=tuple(item.finding for item in binding),
            explained=settled_in_words(binding),
            marks=states_by_key(threads),
            differences=comparison.squares if comparison and comparing else {},
        ),
        words=where(filing.obligation, names[1]),
    )
    changes = histories(facts, earlier, version)
    return VersionView(snapshot, facts, *names, table, checks, tuple(threads), comparison, changes)
