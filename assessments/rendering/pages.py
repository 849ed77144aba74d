"""What the pages of one filing share: its facts as this person may see them, drawn as the official table."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessments.domain.computed import Computed, compute
from assessments.domain.consistency import Finding, check
from assessments.domain.facts import Facts
from assessments.models import Filing, Mark
from assessments.permissions import is_of_unit
from assessments.queries import facts_of, facts_of_snapshot, latest_snapshot
from assessments.rendering.deviations import Deviation, deviations_of
from assessments.rendering.drawables import Mode, Overlay, Table
from assessments.rendering.findings_panel import by_need
from assessments.rendering.table import draw
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Drawn:
    """A filing's facts, what follows from them, and the table that shows both."""

    facts: Facts
    computed: Computed
    findings: tuple[Finding, ...]
    table: Table

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """What the unit says beside the paper about its indicators."""
        return deviations_of(self.facts)


def facts_for(user: User, filing: Filing) -> Facts:
    """The squares as they stand, for the unit; the version that was received, for the prefecture.

    ``filing`` is one that ``user`` may read, so that without a snapshot it is the unit's own.
    """
    if is_of_unit(user, filing) or (snapshot := latest_snapshot(filing)) is None:
        return facts_of(filing)
    return facts_of_snapshot(snapshot)


def marks_for(user: User, filing: Filing) -> list[Mark]:
    """The remarks that this person may see: to the unit only those that were sent."""
    own = is_of_unit(user, filing)
    return [mark for mark in filing.marks.all() if mark.sent_at or not own]


def drawn(filing: Filing, facts: Facts, *, mode: Mode, marks: Iterable[Mark] = ()) -> Drawn:
    """The official table of ``facts``."""
    computed, findings = compute(facts), check(facts)
    overlay = Overlay(
        findings=findings,
        explained=frozenset((item.rule, item.key) for item in filing.explanations.all()),
        marks={mark.key: mark.state for mark in marks},
    )
    table = draw(facts, mode=mode, computed=computed, overlay=overlay, words=words_for(filing))
    return Drawn(facts, computed, tuple(by_need(findings, table.squares())), table)


def words_for(filing: Filing) -> dict[str, str]:
    """What the heading and the foot of the paper say beyond its squares."""
    region, prefecture = filing.obligation.unit.region, filing.obligation.cycle.prefecture
    return {
        "region": region.name if region == prefecture else f"{prefecture.name}{region.name}",
        "county": region.name,
        "preparer": str(filing.preparer or ""),
        "responsible_person": str(filing.submitter or ""),
    }
