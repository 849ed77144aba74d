"""合并, 分设, 撤销: what comes of the papers when units take over from units, and doing it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from assessments.domain.workflow import State
from assessments.models import Filing, NarrativeReport, Obligation
from assessments.services.errors import Refused
from assessments.services.handing_over import hand_over
from portal.accounts.models import Succession, Unit, User
from portal.accounts.services.people import change_person
from portal.accounts.services.succession import retire, succeed
from portal.accounts.services.units import create_unit
from portal.audit.services import record
from portal.clock import beijing_day
from portal.ui.language import official_language


@dataclass(frozen=True, slots=True)
class TakenShare:
    """The funds that one unit takes over from another: ``funds``, or all where none is named."""

    predecessor: Unit
    successor: Unit
    funds: frozenset[str] = frozenset()

    def holds(self, owed: Obligation) -> bool:
        """True if the paper goes this way; one of the whole unit goes with whatever goes first."""
        return owed.unit_id == self.predecessor.pk and (not self.funds or not owed.fund or owed.fund in self.funds)


@dataclass(frozen=True, slots=True)
class Takeover:
    """A change of units: who takes over what from whom, who is closed, and who moves where.

    A successor that is not stored yet is made; one unit is the same object in all shares.
    """

    kind: Succession.Kind
    day: date
    shares: tuple[TakenShare, ...]
    closing: tuple[Unit, ...] = ()
    people: tuple[tuple[User, Unit], ...] = ()

    @property
    def predecessors(self) -> list[int]:
        """The units that others take over from, or that are closed."""
        return sorted({unit.pk for unit in (*(share.predecessor for share in self.shares), *self.closing)})


@dataclass(frozen=True, slots=True)
class TakeoverOutcome:
    """The fate of the open papers: with whom they go on, which are not owed twice, and which clash.

    ``dropped`` were not begun, and the successor owes that paper anyhow; ``clashes`` were begun by both.
    """

    moving: tuple[tuple[Obligation, Unit], ...] = ()
    dropped: tuple[Obligation, ...] = ()
    clashes: tuple[Obligation, ...] = ()
    orphaned: tuple[Obligation, ...] = ()


def open_papers(units: Iterable[int]) -> QuerySet[Obligation]:
    """The papers of units that are not concluded yet, those that were begun first."""
    owed = Obligation.objects.filter(unit__in=list(units), cycle__historical=False)
    owed = owed.exclude(filing__state=State.CONCLUDED).select_related("cycle", "unit__region", "filing")
    return owed.order_by(F("filing__pk").asc(nulls_last=True), "pk")


def outcome_of(plan: Takeover) -> TakeoverOutcome:
    """The outcome for the papers, in two queries; changes nothing."""
    taken: dict[tuple[int, int, str], Obligation] = {}
    heirs = {share.successor.pk: share.successor for share in plan.shares if share.successor.pk}
    for owed in Obligation.objects.filter(unit__in=heirs, cycle__historical=False).select_related(
        "cycle", "unit", "filing"
    ):
        taken[id(heirs[owed.unit_id]), owed.cycle_id, owed.fund] = owed
    moving: list[tuple[Obligation, Unit]] = []
    dropped: list[Obligation] = []
    clashes: list[Obligation] = []
    orphaned: list[Obligation] = []
    closing = {unit.pk for unit in plan.closing}
    for owed in open_papers(plan.predecessors):
        heir = next((share.successor for share in plan.shares if share.holds(owed)), None)
        if heir is None:
            orphaned += [owed] if owed.unit_id in closing else []
            continue
        place = (id(heir), owed.cycle_id, owed.fund)
        other = taken.get(place)
        if other is None or not _begun(other):
            dropped += [other] if other else []
            moving = [each for each in moving if each[0] is not other]
            moving.append((owed, heir))
            taken[place] = owed
        elif _begun(owed):
            clashes += [owed, other]
        else:
            dropped.append(owed)
    return TakeoverOutcome(tuple(moving), tuple(dropped), tuple(clashes), tuple(orphaned))


def refusals_of(outcome: TakeoverOutcome) -> list[str]:
    """The reason why the change cannot be made; empty where it can."""
    refusals = []
    if outcome.clashes:
        names = "、".join(dict.fromkeys(map(_name, outcome.clashes)))
        refusals.append(
            _("合并后同一单位、同一险种在一个批次里只能有一张表，这些表都已开始填报，请先办结其中一张：%(names)s。")
            % {"names": names}
        )
    if outcome.orphaned:
        names = "、".join(map(_name, outcome.orphaned))
        refusals.append(_("这些表还没有办结，请选择承接单位：%(names)s。") % {"names": names})
    if held := [owed for owed in outcome.dropped if owed.extensions.exists() or owed.waivers.exists()]:
        names = "、".join(map(_name, held))
        refusals.append(_("这些表没有开始填报，但调整过期限或有豁免，不能并入：%(names)s。") % {"names": names})
    return refusals


@transaction.atomic
def carry_out(*, plan: Takeover, admin: User, at: datetime) -> TakeoverOutcome:
    """Makes the change: papers, reports and people go over, successions are kept, who has nothing left is closed.

    Raises Refused for a day ahead and where the papers stand in the way; PermissionDenied, ValidationError as the
    services of units and people do.
    """
    if plan.day > beijing_day(at):
        raise Refused(_("合并、分设和撤销在生效当天或之后办理。"))
    _hold(plan)
    plan = _stored(plan, admin, at)
    outcome = outcome_of(plan)
    if refusals := refusals_of(outcome):
        raise Refused(" ".join(refusals))
    for share in plan.shares:
        _succeed(plan, share, admin, at)
    for owed in outcome.dropped:
        owed.delete()
    for owed, heir in outcome.moving:
        hand_over(owed, heir)
    _share_reports(outcome.moving)
    for person, unit in plan.people:
        change_person(admin=admin, person=person, full_name=person.full_name, unit=unit, roles=person.roles, at=at)
    for unit in plan.closing:
        retire(admin=admin, unit=unit, at=at)
    _note(plan, outcome, admin, at)
    return outcome


def _hold(plan: Takeover) -> None:
    """Keeps the papers as they are until the transaction ends: nobody sends or begins one meanwhile."""
    units = {*plan.predecessors, *(share.successor.pk for share in plan.shares if share.successor.pk)}
    list(Filing.objects.select_for_update().filter(obligation__unit__in=units).order_by("pk").values("pk"))
    list(Obligation.objects.select_for_update().filter(unit__in=units).order_by("pk").values("pk"))


def _stored(plan: Takeover, admin: User, at: datetime) -> Takeover:
    """The plan with every successor in the database."""
    made: dict[int, Unit] = {}
    for share in plan.shares:
        unit = share.successor
        if unit.pk is None and id(unit) not in made:
            made[id(unit)] = create_unit(
                admin=admin,
                region=unit.region,
                kind=unit.kind,
                name=unit.name,
                short_name=unit.short_name,
                aliases=(),
                at=at,
            )
    shares = tuple(replace(share, successor=made.get(id(share.successor), share.successor)) for share in plan.shares)
    people = tuple((person, made.get(id(unit), unit)) for person, unit in plan.people)
    return replace(plan, shares=shares, people=people)


def _succeed(plan: Takeover, share: TakenShare, admin: User, at: datetime) -> None:
    succeed(
        admin=admin,
        predecessor=share.predecessor,
        successor=share.successor,
        kind=plan.kind,
        day=plan.day,
        funds=share.funds,
        at=at,
    )


def _share_reports(moving: Iterable[tuple[Obligation, Unit]]) -> None:
    """The report of a unit goes with the first of its papers; who takes over other papers of the cycle gets a copy."""
    heirs: dict[tuple[int, int], dict[int, Unit]] = {}
    for owed, heir in moving:
        heirs.setdefault((owed.cycle_id, owed.unit_id), {}).setdefault(heir.pk, heir)
    for report in _reports(heirs):
        first = True
        for heir in heirs[report.cycle_id, report.unit_id].values():
            if NarrativeReport.objects.filter(cycle=report.cycle_id, unit=heir).exists():
                continue
            if first:
                NarrativeReport.objects.filter(pk=report.pk).update(unit=heir)
                first = False
            else:
                copied = {"text": report.text, "revision": report.revision}
                saved = {"saved_at": report.saved_at, "saved_by": report.saved_by}
                NarrativeReport.objects.create(cycle=report.cycle, unit=heir, source=report.source, **copied, **saved)


def _reports(heirs: Iterable[tuple[int, int]]) -> Iterator[NarrativeReport]:
    places = set(heirs)
    cycles, units = {cycle for cycle, _unit in places}, {unit for _cycle, unit in places}
    held = NarrativeReport.objects.select_for_update(of=("self",)).select_related("cycle", "saved_by")
    for report in held.filter(cycle__in=cycles, unit__in=units):
        if (report.cycle_id, report.unit_id) in places:
            yield report


def _note(plan: Takeover, outcome: TakeoverOutcome, admin: User, at: datetime) -> None:
    with official_language():
        details = {
            "before": [unit.name for unit in Unit.objects.filter(pk__in=plan.predecessors)],
            "after": sorted({share.successor.name for share in plan.shares}),
            "kind": plan.kind.label,
            "first_day": plan.day.isoformat(),
            "moved": [f"{_name(owed)} → {heir.name}" for owed, heir in outcome.moving],
            "dropped": [_name(owed) for owed in outcome.dropped],
            "people": [f"{person.username} → {unit.name}" for person, unit in plan.people],
        }
    record(
        actor=admin, verb="units_changed", subject_kind="unit", subject_id=plan.predecessors[0], at=at, details=details
    )


def _begun(owed: Obligation) -> bool:
    return hasattr(owed, "filing")


def _name(owed: Obligation) -> str:
    return f"{owed.unit.name} {owed.fund_name} {owed.cycle.name}"
