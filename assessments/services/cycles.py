"""Calling for papers: cycles, who owes what, and extensions."""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from assessments.domain.funds import POOLED_ABOVE, Fund
from assessments.domain.kinds import KINDS
from assessments.editions import WEIGHTS
from assessments.models import Cycle, Extension, Obligation
from assessments.permissions import may_administer
from assessments.queries import filers_of
from assessments.services.errors import Refused
from assessments.sheets.edition import weight_key
from portal.accounts.models import Unit, User
from portal.audit.services import record
from portal.clock import beginning_of, beijing_day, end_of
from portal.meanwhile import merged
from portal.ui.language import official_language

#: Which funds a bureau of each kind runs.
FUNDS_OF: dict[str, tuple[Fund, ...]] = {
    Unit.Kind.SOCIAL_INSURANCE: (
        Fund.EMPLOYEE_PENSION,
        Fund.RESIDENT_PENSION,
        Fund.GOV_PENSION,
        Fund.WORK_INJURY,
        Fund.UNEMPLOYMENT,
    ),
    Unit.Kind.MEDICAL_INSURANCE: (Fund.EMPLOYEE_MEDICAL, Fund.RESIDENT_MEDICAL),
}


def funds_filed_by(unit: Unit) -> tuple[Fund, ...]:
    """The funds for which ``unit`` can owe a paper: those it runs and that are not pooled above it (forms.md §0).

    A finance bureau speaks for all funds of its prefecture.
    """
    run = tuple(Fund) if unit.is_finance else FUNDS_OF.get(unit.kind, ())
    return tuple(fund for fund in run if fund not in POOLED_ABOVE)


#: What one unit owes for one fund.
Assignment = tuple[Unit, Fund]
_Key = tuple[int, str]
#: What stays of a cycle once it has been opened.
_FIXED = ("kind", "year", "month", "edition", "rule_set")
#: The points of a scored paper, as its form names them.
_WEIGHTS = {weight_key(name): name for name in WEIGHTS}


@dataclass(frozen=True, slots=True)
class Assigned:
    """The number of papers owed in a cycle, and of those that nobody could choose any more, so that they stay.

    ``others``: how many somebody else has added or taken away since the page was drawn; that stands as well.
    """

    owed: int
    kept: int
    others: int = 0


@transaction.atomic
def create_cycle(*, cycle: Cycle, actor: User, at: datetime) -> Cycle:
    """Stores a planned cycle of the actor's prefecture; nobody sees it before it is opened."""
    _require_admin(cycle, actor)
    cycle.save(force_insert=True)
    with official_language():
        _note(cycle, "create_cycle", actor, at, {"name": cycle.name})
    return cycle


@transaction.atomic
def change_cycle(
    *, cycle: Cycle, actor: User, at: datetime, reason: str = "", seen: Mapping[str, str] | None = None
) -> Cycle:
    """Stores changed dates of a cycle; kind, year, edition and rule set stay once it has been opened.

    From then on another due date is for everybody and takes a reason. Raises Refused for a kind that others owe while
    somebody owes something, and ChangedMeanwhile where somebody else wrote what was not ``seen``.
    """
    _require_admin(cycle, actor)
    stored = Cycle.objects.select_for_update(of=("self",)).select_related("prefecture").get(pk=cycle.pk)
    wanted = merged(seen, stands=_written_in(stored), typed=_written_in(cycle))
    fixed = (*_FIXED, *_WEIGHTS)
    if stored.opened_at and any(wanted[name] != _written_in(stored)[name] for name in fixed):
        raise Refused(_("批次下发后，种类、年度、月份、表式、分值和规则集不能再改。"))
    if stored.opened_at and stored.due_day != wanted["last_day"] and not reason.strip():
        raise Refused(_("请写明调整期限的理由。"))
    if KINDS[wanted["kind"]].owner is not stored.paper.owner and stored.obligations.exists():
        raise Refused(_("已指定的单位不填报这种表。请先取消全部勾选，再改种类。"))
    before = stored.due_at.isoformat()
    for name in _FIXED:
        setattr(stored, name, wanted[name])
    stored.set_points({name: wanted[field] for field, name in _WEIGHTS.items()})
    stored.opens_at, stored.due_at = beginning_of(wanted["first_day"]), end_of(wanted["last_day"])
    _require_sound(stored)
    stored.save()
    details: dict[str, object] = {"opens_at": stored.opens_at.isoformat(), "due_at": stored.due_at.isoformat()}
    if reason.strip():
        details |= {"before": {"due_at": before}, "reason": reason.strip()}
    _note(stored, "change_cycle", actor, at, details)
    return stored


@transaction.atomic
def open_cycle(*, cycle: Cycle, actor: User, at: datetime) -> Cycle:
    """Issues the cycle: from now on its obligations are owed. Raises Refused while nobody owes anything."""
    _require_admin(cycle, actor)
    cycle = Cycle.objects.select_for_update().get(pk=cycle.pk)
    if cycle.opened_at:
        raise Refused(_("这个批次已经下发。"))
    if not cycle.obligations.exists():
        raise Refused(_("还没有指定填报单位和险种，请先勾选再下发。"))
    cycle.opened_at = at
    cycle.save(update_fields=["opened_at"])
    _note(cycle, "open_cycle", actor, at, {"obligations": cycle.obligations.count()})
    return cycle


@transaction.atomic
def assign(
    *,
    cycle: Cycle,
    assignments: Iterable[Assignment],
    actor: User,
    at: datetime,
    seen: Collection[Assignment] | None = None,
) -> Assigned:
    """Makes exactly ``assignments`` owed in the cycle, of what can be chosen today.

    Where ``seen`` says what was owed when they were chosen, what somebody else added or took away since stands too.
    What a unit owes that was closed meanwhile, or for a fund that it does not run any more, stays as it is. Raises
    Refused for a unit of another prefecture, for a fund the unit does not run, and where an obligation with a filing
    would be removed.
    """
    _require_admin(cycle, actor)
    cycle = Cycle.objects.select_for_update(of=("self",)).select_related("prefecture").get(pk=cycle.pk)
    wanted = {(unit.pk, fund.value): unit for unit, fund in assignments}
    for (_pk, fund), unit in wanted.items():
        _require_assignable(cycle, unit, Fund(fund))
    present = {(item.unit_id, item.fund): item for item in cycle.obligations.select_related("unit")}
    offered = {(unit.pk, fund.value) for unit in filers_of(cycle) for fund in funds_filed_by(unit)}
    read = None if seen is None else {(unit.pk, fund.value) for unit, fund in seen}
    owed = _beside_others(wanted.keys(), read, present.keys() & offered)
    for key, obligation in present.items():
        if key in offered and key not in owed:
            _remove(obligation)
    units = {key: item.unit for key, item in present.items()} | wanted
    Obligation.objects.bulk_create(
        Obligation(cycle=cycle, unit=units[key], fund=key[1]) for key in wanted if key in owed and key not in present
    )
    _note(cycle, "assign", actor, at, {"owed": sorted(f"{units[key].name}:{key[1]}" for key in owed)})
    kept = len(present.keys() - offered - owed)
    return Assigned(owed=len(owed) + kept, kept=kept, others=len(owed ^ wanted.keys()))


def _beside_others(wanted: Set[_Key], read: Set[_Key] | None, present: Set[_Key]) -> Set[_Key]:
    """What is owed when ``wanted`` was chosen on a page that showed ``read``: the author's changes to what is there."""
    return wanted if read is None else (present | (wanted - read)) - (read - wanted)


@transaction.atomic
def extend(
    *,
    obligation: Obligation,
    day: date,
    reason: str,
    actor: User,
    at: datetime,
    seen: Mapping[str, str] | None = None,
) -> Extension:
    """Changes the due date of one unit to the end of ``day`` in Beijing, with a reason.

    Raises ChangedMeanwhile where somebody else gave another day than was ``seen``.
    """
    _require_admin(obligation.cycle, actor)
    held = Obligation.objects.select_for_update(of=("self",)).select_related("cycle__prefecture", "unit")
    obligation = held.get(pk=obligation.pk)
    day = merged(seen, stands={"day": obligation.due_day}, typed={"day": day})["day"]
    if not reason.strip():
        raise Refused(_("请写明调整期限的理由。"))
    due_at = end_of(day)
    if due_at <= obligation.cycle.opens_at:
        raise Refused(_("新的截止日期须在批次开放之后。"))
    extension = Extension.objects.create(
        obligation=obligation, was=obligation.due_at, due_at=due_at, reason=reason.strip(), actor=actor, at=at
    )
    obligation.extended_to = due_at
    obligation.save(update_fields=["extended_to"])
    details = {"unit": obligation.unit.name, "fund": obligation.fund, "due_at": due_at.isoformat(), "reason": reason}
    _note(obligation.cycle, "extend", actor, at, details)
    return extension


def _written_in(cycle: Cycle) -> dict[str, Any]:
    """What the form of a cycle says, its hours as days."""
    days = {"first_day": beijing_day(cycle.opens_at), "last_day": cycle.due_day}
    points = {field: cycle.points[name] for field, name in _WEIGHTS.items()}
    return {name: getattr(cycle, name) for name in _FIXED} | points | days


def _require_sound(cycle: Cycle) -> None:
    """Raises Refused where what two people changed does not go together."""
    try:
        cycle.validate_constraints()
        if cycle.points_add_up:
            return
    except ValidationError:
        pass
    raise Refused(_("他人刚改过这个批次，与您改的合在一起不成立，没有保存。请刷新页面后再改。"))


def _remove(obligation: Obligation) -> None:
    if hasattr(obligation, "filing"):
        raise Refused(
            _("%(unit)s 的 %(fund)s 已开始填报，不能取消。")
            % {"unit": obligation.unit, "fund": obligation.fund_name or _("本表")}
        )
    try:
        obligation.delete()
    except ProtectedError as held:
        raise Refused(
            _("%(unit)s 的 %(fund)s 已调整过期限或有豁免，不能取消。")
            % {"unit": obligation.unit, "fund": obligation.fund_name or _("本表")}
        ) from held


def _require_assignable(cycle: Cycle, unit: Unit, fund: Fund) -> None:
    if not unit.active or unit.region.prefecture != cycle.prefecture:
        raise Refused(_("%(unit)s 不是本地区在用的填报单位。") % {"unit": unit})
    if fund not in funds_filed_by(unit):
        raise Refused(_("%(unit)s 不经办这个险种。") % {"unit": unit})


def _require_admin(cycle: Cycle, actor: User) -> None:
    if not may_administer(actor, cycle):
        raise Refused(_("只有本地区的业务管理员可以管理批次。"))


def _note(cycle: Cycle, verb: str, actor: User, at: datetime, details: Mapping[str, object]) -> None:
    record(
        actor=actor,
        verb=verb,
        subject_kind="cycle",
        subject_id=cycle.pk,
        at=at,
        region_code=cycle.prefecture.code,
        details=details,
    )
