"""Calling for papers: cycles, who owes what, and extensions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from assessments.domain.funds import POOLED_ABOVE, Fund
from assessments.models import Cycle, Extension, Obligation
from assessments.permissions import may_administer
from assessments.queries import filers_of
from assessments.services.errors import Refused
from portal.accounts.models import Unit, User
from portal.audit.services import record
from portal.clock import end_of
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
    """The funds for which ``unit`` can owe a paper: those it runs and that are not pooled above it (forms.md §0)."""
    return tuple(fund for fund in FUNDS_OF.get(unit.kind, ()) if fund not in POOLED_ABOVE)


#: What one unit owes for one fund.
Assignment = tuple[Unit, Fund]


@dataclass(frozen=True, slots=True)
class Assigned:
    """How many papers are owed in a cycle, and how many of them nobody could choose any more, so that they stay."""

    owed: int
    kept: int


@transaction.atomic
def create_cycle(*, cycle: Cycle, actor: User, at: datetime) -> Cycle:
    """Stores a planned cycle of the actor's prefecture; nobody sees it before it is opened."""
    _require_admin(cycle, actor)
    cycle.save(force_insert=True)
    with official_language():
        _note(cycle, "create_cycle", actor, at, {"name": cycle.name})
    return cycle


@transaction.atomic
def change_cycle(*, cycle: Cycle, actor: User, at: datetime, reason: str = "") -> Cycle:
    """Stores changed dates of a cycle; kind, year, edition and rule set stay once it has been opened.

    From then on another due date is for everybody and takes a reason.
    """
    _require_admin(cycle, actor)
    stored = Cycle.objects.select_for_update().get(pk=cycle.pk)
    fixed = ("prefecture_id", "kind", "year", "month", "edition", "rule_set")
    if stored.opened_at and any(getattr(stored, name) != getattr(cycle, name) for name in fixed):
        raise Refused(_("批次下发后，种类、年度、月份、表式和规则集不能再改。"))
    if stored.opened_at and stored.due_at != cycle.due_at and not reason.strip():
        raise Refused(_("请写明调整期限的理由。"))
    cycle.save()
    details: dict[str, object] = {"opens_at": cycle.opens_at.isoformat(), "due_at": cycle.due_at.isoformat()}
    if reason.strip():
        details |= {"before": {"due_at": stored.due_at.isoformat()}, "reason": reason.strip()}
    _note(cycle, "change_cycle", actor, at, details)
    return cycle


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
def assign(*, cycle: Cycle, assignments: Iterable[Assignment], actor: User, at: datetime) -> Assigned:
    """Makes exactly ``assignments`` owed in the cycle, of what can be chosen today.

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
    for key, obligation in present.items():
        if key in offered and key not in wanted:
            _remove(obligation)
    missing = [Obligation(cycle=cycle, unit=unit, fund=key[1]) for key, unit in wanted.items() if key not in present]
    Obligation.objects.bulk_create(missing)
    _note(cycle, "assign", actor, at, {"owed": sorted(f"{unit.name}:{fund}" for (_pk, fund), unit in wanted.items())})
    kept = len(present.keys() - offered - wanted.keys())
    return Assigned(owed=len(wanted) + kept, kept=kept)


@transaction.atomic
def extend(*, obligation: Obligation, day: date, reason: str, actor: User, at: datetime) -> Extension:
    """Changes the due date of one unit to the end of ``day`` in Beijing, with a reason."""
    _require_admin(obligation.cycle, actor)
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
