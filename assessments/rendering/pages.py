"""What the pages of one filing share: its facts as this person may see them, drawn as the official table."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessments.domain.computed import Computed, compute
from assessments.domain.facts import Facts
from assessments.models import Filing, Mark, Obligation
from assessments.permissions import is_read_by_unit
from assessments.rendering.comparing import Comparison
from assessments.rendering.deviations import Deviation, deviations_of
from assessments.rendering.drawables import Overlay, Table
from assessments.rendering.found import Findings
from assessments.rendering.table import draw
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Drawn:
    """A filing's facts, what follows from them, and the table that shows both."""

    facts: Facts
    computed: Computed
    table: Table

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """What the unit says beside the paper about its indicators."""
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


def names_on(filing: Filing, facts: Facts) -> tuple[str, str]:
    """What unit and region are called on the paper of ``facts``; an import prints what it likes there."""
    if filing.imported:
        return filing.unit_name, filing.region_name
    texts = facts.texts
    return texts.get("reporting_unit") or filing.unit_name, texts.get("region") or filing.region_name


def where(owed: Obligation, county: str) -> dict[str, str]:
    """What the title of a paper says of the place that it is about; ``county`` as it is called there."""
    prefecture = owed.cycle.prefecture
    whole = owed.unit.region_id == prefecture.pk
    return {"region": county if whole else f"{prefecture.name}{county}", "county": county}


def words_for(filing: Filing, facts: Facts) -> dict[str, str]:
    """What the heading and the foot of the paper of ``facts`` say beyond its squares."""
    (_unit, county) = names_on(filing, facts)
    return {
        **where(filing.obligation, county),
        "preparer": str(filing.preparer or ""),
        "responsible_person": str(filing.submitter or ""),
    }
