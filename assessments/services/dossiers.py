"""The surroundings of a filing as it is checked: its unit's other papers, the narrative, last year's, the register."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q

from assessments.domain.computed import Computed, compute
from assessments.domain.consistency import Checked, check_once
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts
from assessments.domain.funds import Fund
from assessments.domain.papers import Narrative
from assessments.domain.register import Register, RegisteredUnit
from assessments.models import Cycle, Filing, NarrativeReport, Waiver
from assessments.queries import facts_of
from assessments.services.answered_findings import GrantedWaiver, granted
from assessments.services.cycles import FUNDS_OF
from assessments.services.earlier_papers import EarlierPaper, earlier_papers, facts_of_earlier, papers_of_unit
from portal.accounts.models import Unit
from portal.accounts.queries import earlier_names, ids_behind, with_earlier_names

#: What the rules set aside say of themselves.
_OF_WAIVERS = ("rule", "state", "reason", "expires_on", "approver__full_name", "approver__username", "obligation__fund")
#: The papers of one unit in one cycle: the ids of both.
Place = tuple[int, int]


@dataclass(frozen=True)
class Surroundings:
    """The papers of one unit in one cycle, checked together once for whoever wants to know what was found in any.

    ``places`` says where in the dossier a filing stands, by its id; ``waivers`` are those in force, by obligation
    and rule; ``asked`` the rules that a unit asked to be waived, by obligation; ``computed`` what follows from the
    forms that one wants to know of, by their numbers.
    """

    dossier: Dossier
    places: Mapping[int, str]
    rule_set: str
    narrative: NarrativeReport | None
    waivers: Mapping[int, Mapping[str, GrantedWaiver]]
    asked: Mapping[int, frozenset[str]]
    computed: Mapping[int, Computed]

    @cached_property
    def checked(self) -> Checked:
        """The findings of the cycle's rules; those on one form are asked only of the forms in ``computed``."""
        return check_once(self.dossier, computed=self.computed, rule_set=self.rule_set)


def surroundings_of(
    filings: Mapping[Filing, Facts],
    places: Iterable[tuple[Cycle, Unit]] = (),
    *,
    computed: Mapping[int, Computed] | None = None,
    beside: Iterable[Filing] | None = None,
) -> dict[Place, Surroundings]:
    """The surroundings of each of ``filings``, in a constant number of queries; their own facts are the given ones.

    Filings of one unit and cycle share their surroundings. ``places`` are units in cycles of which one wants to know
    too, whether they have begun a filing there or not. Obligations, cycles, units and regions are fetched already.
    ``computed`` is what follows from the filings, by their ids, and ``beside`` are their units' other papers, where
    that is known.
    """
    computed = computed or {filing.pk: compute(facts) for filing, facts in filings.items()}
    owners = [*((filing.obligation.cycle, filing.obligation.unit) for filing in filings), *places]
    owned: dict[Place, tuple[Cycle, Unit]] = {(cycle.pk, unit.pk): (cycle, unit) for cycle, unit in owners}
    papers: dict[Place, dict[Filing, Facts]] = {place: {} for place in owned}
    for filing, facts in filings.items():
        papers[place_of(filing)][filing] = facts
    for filing in _siblings(owned, filings) if beside is None else beside:
        if (place := place_of(filing)) in owned:
            filing.obligation.cycle, filing.obligation.unit = owned[place]
            papers[place][filing] = facts_of(filing)
    narratives, waivers = list(_narratives(owned.values())), _waivers(owned)
    units = list(_units(unit for _cycle, unit in owned.values()))
    earlier = facts_of_earlier(earlier_papers(owned.values(), _behind(units)))
    return {
        place: _together(owner, papers[place], narratives, waivers, earlier, units, computed)
        for place, owner in owned.items()
    }


def place_of(filing: Filing) -> Place:
    """The place of the filing: its cycle and its unit."""
    return filing.obligation.cycle_id, filing.obligation.unit_id


def as_read(text: str, *, year: int, unit: Unit) -> Narrative:
    """A narrative as the rules read it: every line is a paragraph."""
    return Narrative(region=unit.region.name, year=year, paragraphs=tuple(text.split("\n")))


def told_in(report: NarrativeReport | None) -> dict[tuple[str, str], str]:
    """The unit's explanations in its narrative, by rule and anchor; ``report`` has its explanations prefetched."""
    return {(item.rule, item.anchor): item.text for item in report.explanations.all()} if report else {}


def _together(
    owner: tuple[Cycle, Unit],
    papers: Mapping[Filing, Facts],
    narratives: Iterable[NarrativeReport],
    waivers: Iterable[Waiver],
    earlier: Mapping[EarlierPaper, Facts],
    units: Iterable[Unit],
    computed: Mapping[int, Computed],
) -> Surroundings:
    ordered = sorted(papers, key=lambda filing: (filing.obligation.fund, filing.pk))
    cycle, unit = owner
    narrative = next((each for each in narratives if (each.cycle_id, each.unit_id) == (cycle.pk, unit.pk)), None)
    texts = (as_read(narrative.text, year=cycle.year, unit=unit),) if narrative and narrative.text.strip() else ()
    before = {paper: earlier[paper] for paper in papers_of_unit(unit, earlier, _behind(units))}
    dossier = Dossier(
        **_in_part(cycle, (papers[filing] for filing in ordered)),
        narratives=texts,
        last_year=_last_year(cycle, unit, before, narratives),
        register=_register(unit, units),
    )
    in_force: dict[int, dict[str, GrantedWaiver]] = {}
    asked: dict[int, frozenset[str]] = {}
    for waiver in waivers:
        if waiver.state == Waiver.State.GRANTED:
            in_force.setdefault(waiver.obligation_id, {})[waiver.rule] = granted(waiver)
        else:
            asked[waiver.obligation_id] = asked.get(waiver.obligation_id, frozenset()) | {waiver.rule}
    numbers = {filing.pk: number for number, filing in enumerate(ordered)}
    known = {number: computed[pk] for pk, number in numbers.items() if pk in computed}
    places = {pk: f"{cycle.paper.part}[{number}]" for pk, number in numbers.items()}
    return Surroundings(dossier, places, cycle.rule_set, narrative, in_force, asked, known)


def _in_part(cycle: Cycle, papers: Iterable[Facts]) -> dict[str, Any]:
    """The papers of a cycle under the name of the part of a dossier in which they stand."""
    return {cycle.paper.part: tuple(papers)}


def _siblings(places: Iterable[Place], filings: Iterable[Filing]) -> Iterable[Filing]:
    known = [filing.pk for filing in filings]
    cycles, units = _cycles_and_units(places)
    others = Filing.objects.filter(obligation__cycle__in=cycles, obligation__unit__in=units).exclude(pk__in=known)
    return others.select_related("obligation").prefetch_related("squares", "list_rows")


def _cycles_and_units(places: Iterable[Place]) -> tuple[set[int], set[int]]:
    wanted = list(places)
    return {cycle for cycle, _unit in wanted}, {unit for _cycle, unit in wanted}


def _narratives(owners: Iterable[tuple[Cycle, Unit]]) -> Iterable[NarrativeReport]:
    """The reports, which go with self-assessments only, and those that were imported for the year before."""
    wanted = Q()
    for cycle, unit in owners:
        if cycle.paper.with_narrative:
            before = Q(cycle__historical=True, cycle__kind=cycle.kind, cycle__year=cycle.year - 1)
            wanted |= Q(Q(cycle=cycle) | before, unit=unit)
    if not wanted:
        return ()
    return NarrativeReport.objects.filter(wanted).select_related("cycle").prefetch_related("explanations")


def _waivers(places: Iterable[Place]) -> list[Waiver]:
    """Those that are in force, and those that are asked for."""
    cycles, units = _cycles_and_units(places)
    standing = Waiver.objects.in_force() | Waiver.objects.open()
    theirs = standing.filter(obligation__cycle__in=cycles, obligation__unit__in=units)
    return list(theirs.select_related("approver", "obligation").only(*_OF_WAIVERS))


def _behind(units: Iterable[Unit]) -> dict[int, list[int]]:
    """Whom each unit took over from, by ids."""
    return {unit.pk: ids_behind(unit) for unit in units}


def _last_year(
    cycle: Cycle, unit: Unit, facts: Mapping[EarlierPaper, Facts], narratives: Iterable[NarrativeReport]
) -> Dossier | None:
    """The papers of the year before with the text that was sent with them, or imported."""
    found = {paper: claims for paper, claims in facts.items() if paper.is_year_before(cycle)}
    imported = next((each for each in narratives if _was_imported_before(each, cycle, unit)), None)
    if not found and imported is None:
        return None
    sent = max(found, key=lambda paper: paper.text_version or 0, default=None)
    text = imported.text if imported else (sent.text if sent else None) or ""
    return Dossier(
        **_in_part(cycle, found.values()),
        narratives=(as_read(text, year=cycle.year - 1, unit=unit),) if text else (),
    )


def _was_imported_before(report: NarrativeReport, cycle: Cycle, unit: Unit) -> bool:
    """True if the text was published the year before; one that is being written for that year is not."""
    before = report.cycle
    same = before.historical and (before.kind, report.unit_id) == (cycle.kind, unit.pk)
    return same and before.year == cycle.year - 1


def register_of(unit: Unit) -> Register:
    """The names that the portal knows where ``unit`` works, in one query; its region is fetched already."""
    return _register(unit, _units([unit]))


def _units(owners: Iterable[Unit]) -> Iterable[Unit]:
    regions = {unit.region for unit in owners}
    here = {region.pk for region in regions} | {region.parent_id for region in regions}
    return with_earlier_names(Unit.objects.filter(region__in=here, active=True)).select_related("region")


def _register(unit: Unit, units: Iterable[Unit]) -> Register:
    here = {unit.region_id, unit.region.parent_id}
    return Register(tuple(_registered(each) for each in units if each.region_id in here))


def _registered(unit: Unit) -> RegisteredUnit:
    names = (unit.short_name, *unit.aliases, *earlier_names(unit))
    return RegisteredUnit(
        name=unit.name,
        aliases=tuple(name for name in names if name),
        region_code=unit.region.code,
        funds=frozenset(_funds(unit)),
    )


def _funds(unit: Unit) -> Iterator[Fund]:
    yield from FUNDS_OF.get(unit.kind, ())
