"""The page on which one submitted version is judged."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessments.domain.computed import compute
from assessments.domain.consistency import Finding, Severity, check
from assessments.domain.facts import Facts
from assessments.models import Filing, Mark, Snapshot
from assessments.queries import facts_of_snapshot
from assessments.rendering.deviations import Deviation, deviations_of
from assessments.rendering.drawables import Mode, Overlay, Table
from assessments.rendering.table import draw
from reviews.rendering.squares import Comparison, compare
from reviews.rendering.threads import Thread, states_by_key, threads_of


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with what the unit explained to it."""

    finding: Finding
    explanation: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """One submitted version: the table read-only, its findings, its marks, what changed since the one before."""

    snapshot: Snapshot
    facts: Facts
    table: Table
    findings: tuple[Found, ...]
    threads: tuple[Thread, ...]
    comparison: Comparison | None

    @property
    def unsettled(self) -> int:
        """How many squares have a mark that is not closed."""
        return sum(thread.state != Mark.State.CLOSED for thread in self.threads)

    @property
    def squares(self) -> list[tuple[str, str]]:
        """Key and address of every square, for choosing the one to mark."""
        boxes = [cell.square for row in (*self.table.head, *self.table.rows) for cell in row.cells if cell.square]
        return [(square.key, square.address) for square in boxes]

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """What the unit says beside the paper about its indicators."""
        return deviations_of(self.facts)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(found.finding.severity is Severity.ERROR for found in self.findings)


def version_view(filing: Filing, version: int, marks: Iterable[Mark], *, comparing: bool) -> VersionView | None:
    """``version`` as the reviewer sees it; None where it was never submitted.

    ``filing`` has its snapshots prefetched. Changes are laid over the squares only when ``comparing``.
    """
    by_version = {snapshot.version: snapshot for snapshot in filing.snapshots.all()}
    if version not in by_version:
        return None
    snapshot = by_version[version]
    facts = facts_of_snapshot(snapshot)
    computed, findings = compute(facts), check(facts)
    before = max((number for number in by_version if number < version), default=None)
    comparison = compare(facts, facts_of_snapshot(by_version[before]), before) if before else None
    threads = threads_of(facts, (mark for mark in marks if mark.version <= version))
    told = {(item["rule"], item["where"]): item["explanation"] for item in snapshot.findings if item["explanation"]}
    table = draw(
        facts,
        mode=Mode.READ,
        computed=computed,
        overlay=Overlay(
            findings=findings,
            explained=frozenset(told),
            marks=states_by_key(threads),
            differences=comparison.squares if comparison and comparing else {},
        ),
    )
    found = tuple(Found(finding, told.get((finding.rule, finding.where), "")) for finding in findings)
    return VersionView(snapshot, facts, table, found, tuple(threads), comparison)
