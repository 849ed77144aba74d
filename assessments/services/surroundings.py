"""What a filing is checked with: its unit's other papers of the cycle, the narrative, last year's, the register."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from django.db.models import Q

from assessments.domain.dossier import Dossier, Narrative
from assessments.domain.facts import Facts
from assessments.domain.funds import Fund
from assessments.domain.register import Register, RegisteredUnit
from assessments.models import Cycle, Filing, NarrativeReport, Snapshot, Waiver
from assessments.queries import facts_of, facts_of_snapshot, with_squares
from assessments.services.cycles import FUNDS_OF
from portal.accounts.models import Unit

#: The papers of one unit in one cycle: the ids of both.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The papers of one unit in one cycle, as they are checked together.

    ``numbers`` says which of ``dossier.filings`` a filing is, by its id; ``waivers`` are those in force, by obligation
    and rule.
    """

    dossier: Dossier
    numbers: Mapping[int, int]
    rule_set: str
    narrative: NarrativeReport | None
    waivers: Mapping[int, Mapping[str, Waiver]]


def surroundings_of(filings: Mapping[Filing, Facts]) -> dict[Place, Surroundings]:
    """What each of ``filings`` is checked with, in a constant number of queries; their own facts are the given ones.

    Filings of one unit and cycle share their surroundings. Obligations, cycles, units and regions are fetched already.
    """
    places: dict[Place, dict[Filing, Facts]] = {}
    for filing, facts in filings.items():
        places.setdefault(place_of(filing), {})[filing] = facts
    for filing in _siblings(filings):
        if (place := place_of(filing)) in places:
            places[place][filing] = facts_of(filing)
    narratives, waivers = _narratives(places), _waivers(places)
    earlier, units = list(_earlier(filings)), list(_units(filings))
    return {
        place: _together(papers, narratives.get(place), waivers, earlier, units) for place, papers in places.items()
    }


def place_of(filing: Filing) -> Place:
    """Where the filing belongs: its cycle and its unit."""
    return filing.obligation.cycle_id, filing.obligation.unit_id


def as_read(text: str, *, cycle: Cycle, unit: Unit) -> Narrative:
    """A narrative as the rules read it: every line is a paragraph."""
    return Narrative(region=unit.region.name, year=cycle.year, paragraphs=tuple(text.split("\n")))


def _together(
    papers: Mapping[Filing, Facts],
    narrative: NarrativeReport | None,
    waivers: Iterable[Waiver],
    earlier: Iterable[Snapshot],
    units: Iterable[Unit],
) -> Surroundings:
    ordered = sorted(papers, key=lambda filing: (filing.obligation.fund, filing.pk))
    owed = ordered[0].obligation
    texts = (as_read(narrative.text, cycle=owed.cycle, unit=owed.unit),) if narrative and narrative.text.strip() else ()
    dossier = Dossier(
        filings=tuple(papers[filing] for filing in ordered),
        narratives=texts,
        last_year=_last_year(owed.cycle, owed.unit, earlier),
        register=_register(owed.unit, units),
    )
    in_force: dict[int, dict[str, Waiver]] = {}
    for waiver in waivers:
        in_force.setdefault(waiver.obligation_id, {})[waiver.rule] = waiver
    numbers = {filing.pk: number for number, filing in enumerate(ordered)}
    return Surroundings(dossier, numbers, owed.cycle.rule_set, narrative, in_force)


def _siblings(filings: Iterable[Filing]) -> Iterable[Filing]:
    known = [filing.pk for filing in filings]
    cycles, units = _cycles_and_units(filings)
    others = Filing.objects.filter(obligation__cycle__in=cycles, obligation__unit__in=units).exclude(pk__in=known)
    return with_squares(others)


def _cycles_and_units(filings: Iterable[Filing]) -> tuple[set[int], set[int]]:
    places = [place_of(filing) for filing in filings]
    return {cycle for cycle, _unit in places}, {unit for _cycle, unit in places}


def _narratives(places: Iterable[Place]) -> dict[Place, NarrativeReport]:
    wanted = list(places)
    found = NarrativeReport.objects.filter(
        cycle__in={cycle for cycle, _unit in wanted}, unit__in={unit for _cycle, unit in wanted}
    ).prefetch_related("explanations")
    return {(report.cycle_id, report.unit_id): report for report in found}


def _waivers(places: Mapping[Place, Mapping[Filing, Facts]]) -> list[Waiver]:
    owed = [filing.obligation_id for filing in chain.from_iterable(places.values())]
    return list(Waiver.objects.in_force().filter(obligation__in=owed).select_related("approver"))


def _earlier(filings: Iterable[Filing]) -> Iterable[Snapshot]:
    """The newest version of every paper of the same units one year before."""
    wanted = Q(pk=None)
    for filing in filings:
        owed = filing.obligation
        wanted |= Q(
            filing__obligation__unit=owed.unit_id,
            filing__obligation__cycle__kind=owed.cycle.kind,
            filing__obligation__cycle__year=owed.cycle.year - 1,
        )
    newest = Snapshot.objects.received().filter(wanted).order_by("filing_id", "-version").distinct("filing_id")
    return newest.select_related("filing__obligation__cycle", "narrative")


def _last_year(cycle: Cycle, unit: Unit, earlier: Iterable[Snapshot]) -> Dossier | None:
    found = [snapshot for snapshot in earlier if _is_year_before(snapshot.filing, cycle, unit)]
    if not found:
        return None
    newest = max((each.narrative for each in found if each.narrative), key=lambda each: each.version, default=None)
    before = found[0].filing.obligation.cycle
    texts = (as_read(newest.text, cycle=before, unit=unit),) if newest else ()
    return Dossier(filings=tuple(facts_of_snapshot(snapshot) for snapshot in found), narratives=texts)


def _is_year_before(filing: Filing, cycle: Cycle, unit: Unit) -> bool:
    before = filing.obligation.cycle
    same = (before.kind, before.month) == (cycle.kind, cycle.month)
    return same and before.year == cycle.year - 1 and filing.obligation.unit_id == unit.pk


def _units(filings: Iterable[Filing]) -> Iterable[Unit]:
    regions = {filing.obligation.unit.region for filing in filings}
    here = {region.pk for region in regions} | {region.parent_id for region in regions}
    return Unit.objects.filter(region__in=here, active=True).select_related("region")


def _register(unit: Unit, units: Iterable[Unit]) -> Register:
    here = {unit.region_id, unit.region.parent_id}
    return Register(tuple(_registered(each) for each in units if each.region_id in here))


def _registered(unit: Unit) -> RegisteredUnit:
    names = (unit.short_name, *unit.aliases)
    return RegisteredUnit(
        name=unit.name,
        aliases=tuple(name for name in names if name),
        region_code=unit.region.code,
        funds=frozenset(_funds(unit)),
    )


def _funds(unit: Unit) -> Iterator[Fund]:
    yield from FUNDS_OF.get(unit.kind, ())
