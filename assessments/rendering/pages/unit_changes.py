"""机构沿革: what a change of units will come to, and what has changed so far, in lines to be read."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import dateformat
from django.utils.translation import gettext as _

from assessments.domain.funds import NAMES, fund_of
from assessments.domain.workflow import WITH_THE_UNIT, State
from assessments.models import Filing, Obligation
from assessments.services.renamings import Renaming
from assessments.services.takeovers import Takeover, outcome_of
from portal.accounts.models import (
    ComingRegionName,
    ComingUnitName,
    FormerRegionName,
    FormerUnitName,
    Succession,
    User,
)
from portal.accounts.queries import regions_visible_to, units_visible_to
from portal.documents.making.waiting_papers import count_waiting
from portal.seals.models import Seal


@dataclass(frozen=True, slots=True)
class ChangeSection:
    """One thing that changes, line by line."""

    title: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Preview:
    """The results of a change before it is made; ``refusals`` say why it cannot be made now."""

    sections: Sequence[ChangeSection]
    refusals: Sequence[str]

    @property
    def token(self) -> str:
        """The mark of what is confirmed: another one where anything changed since it was read."""
        said = [line for section in self.sections for line in (section.title, *section.lines)]
        return hashlib.sha256("\n".join([*said, *self.refusals]).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Event:
    """One change that was made or is planned."""

    day: date
    kind: str
    words: str
    planned: bool = False


def preview_of(plan: Renaming | Takeover, refusals: Sequence[str]) -> Preview:
    """The lines of ``plan``; sections without lines are left out."""
    sections = _renaming(plan) if isinstance(plan, Renaming) else _takeover(plan)
    return Preview([section for section in sections if section.lines], refusals)


def history_of(admin: User) -> list[Event]:
    """Every change of the prefecture's units and counties, the newest first; five queries."""
    units, regions = units_visible_to(admin).values("pk"), regions_visible_to(admin).values("pk")
    events = [
        Event(item.first_day, _("更名"), f"{item.unit.name} → {item.name}", planned=True)
        for item in ComingUnitName.objects.filter(unit__in=units).select_related("unit")
    ]
    events += [
        Event(item.first_day, _("撤县设市"), f"{item.region.name} → {item.name}", planned=True)
        for item in ComingRegionName.objects.filter(region__in=regions).select_related("region")
    ]
    ended: list[FormerUnitName | FormerRegionName] = []
    ended += FormerUnitName.objects.filter(unit__in=units).select_related("unit")
    ended += FormerRegionName.objects.filter(region__in=regions).select_related("region")
    events += map(_ended, ended)
    direct = Succession.objects.filter(predecessor__in=units, direct=True).select_related("predecessor", "successor")
    events += [Event(item.day, item.get_kind_display(), _succession(item)) for item in direct]
    return sorted(events, key=lambda event: event.day, reverse=True)


def _ended(item: FormerUnitName | FormerRegionName) -> Event:
    now = item.unit.name if isinstance(item, FormerUnitName) else item.region.name
    kind = _("更名") if isinstance(item, FormerUnitName) else _("撤县设市")
    words = _("“%(name)s”用到这一天（现名 %(now)s）") % {"name": item.name, "now": now}
    return Event(item.last_day, kind, words)


def _succession(item: Succession) -> str:
    return f"{item.predecessor.name} → {item.successor.name}{_funds(item.funds)}"


def _funds(funds: Iterable[str]) -> str:
    names = [NAMES[fund].short for value in sorted(funds) if (fund := fund_of(value))]
    return f"（{'、'.join(names)}）" if names else ""


def _renaming(plan: Renaming) -> list[ChangeSection]:
    units = [unit.pk for unit, _name, _short in plan.units]
    since = _("自 %(day)s 起") % {"day": _spelled(plan.day)}
    names = [f"{unit.name} → {name}　{since}" for unit, name, _short in plan.units]
    if plan.county:
        code = f"（{plan.county.code} → {plan.county_code}）" if plan.county_code != plan.county.code else ""
        names.insert(0, f"{plan.county.name} → {plan.county_name}{code}　{since}")
    filings = Filing.objects.filter(obligation__unit__in=units).select_related("obligation__cycle", "obligation__unit")
    drafts = [_paper(filing.obligation, filing) for filing in filings if _is_draft(filing)]
    sent = sum(not _is_draft(filing) for filing in filings)
    return [
        ChangeSection(_("名称"), names),
        ChangeSection(_("原定的改名，由本次取代"), _planned(plan, units)),
        ChangeSection(_("在单位手里的表，改用新名称"), drafts),
        ChangeSection(_("已报送的表"), _counted(_("%(count)d 张保留报送时的名称"), sent)),
        ChangeSection(_("印章"), _seals_to_renew(units)),
    ]


def _planned(plan: Renaming, units: Iterable[int]) -> list[str]:
    """What somebody has planned for the same units and county, and what this change drops."""
    coming: list[ComingUnitName | ComingRegionName] = []
    coming += ComingRegionName.objects.filter(region=plan.county) if plan.county else []
    coming += ComingUnitName.objects.filter(unit__in=units)
    return [_("自 %(day)s 起改为 %(name)s") % {"day": _spelled(item.first_day), "name": item.name} for item in coming]


def _spelled(day: date) -> str:
    return dateformat.format(day, _("Y年n月j日"))


def _takeover(plan: Takeover) -> list[ChangeSection]:
    outcome = outcome_of(plan)
    concluded = Filing.objects.filter(obligation__unit__in=plan.predecessors, state=State.CONCLUDED).count()
    moving = [f"{_paper(owed)} → {heir.name}" for owed, heir in outcome.moving]
    cycles = dict.fromkeys(owed.cycle.name for owed, _heir in outcome.moving)
    return [
        ChangeSection(_("单位"), _units(plan)),
        ChangeSection(_("未办结的表，由承接单位继续"), moving),
        ChangeSection(_("不再单独报的表（承接单位已有同一险种的表）"), [_paper(owed) for owed in outcome.dropped]),
        ChangeSection(_("已办结的表"), _counted(_("%(count)d 张留在原单位名下，承接单位可以查看"), concluded)),
        ChangeSection(_("涉及的批次"), list(cycles)),
        ChangeSection(_("人员"), _people(plan)),
        ChangeSection(_("印章"), _seals_of(plan)),
    ]


def _units(plan: Takeover) -> list[str]:
    lines = [f"{share.predecessor.name} → {share.successor.name}{_funds(share.funds)}" for share in plan.shares]
    new = {id(share.successor): share.successor for share in plan.shares if share.successor.pk is None}
    lines += [_("新设 %(unit)s（%(region)s）") % {"unit": u.name, "region": u.region.name} for u in new.values()]
    return lines + [_("停用 %(unit)s") % {"unit": unit.name} for unit in plan.closing]


def _people(plan: Takeover) -> list[str]:
    moved = {person.pk for person, _unit in plan.people}
    lines = [f"{person.full_name}（{person.username}） → {unit.name}" for person, unit in plan.people]
    for unit in plan.closing:
        staying = unit.users.filter(is_active=True).exclude(pk__in=moved)
        lines += [
            _("%(name)s 留在%(unit)s，只能查看") % {"name": person.full_name, "unit": unit.name} for person in staying
        ]
    return lines


def _seals_of(plan: Takeover) -> list[str]:
    heirs = {id(share.successor): share.successor for share in plan.shares}.values()
    lines = [
        _("%(unit)s还没有印章，请单位负责人上传") % {"unit": unit.name}
        for unit in heirs
        if unit.pk is None or not unit.seals.filter(state=Seal.State.IN_USE).exists()
    ]
    for unit in plan.closing:
        if waiting := count_waiting(unit_id=unit.pk):
            values = {"count": waiting, "unit": unit.name}
            lines.append(_("%(count)d 份已报送的文件还在等%(unit)s的印章，仍须由该印章签章") % values)
    return lines


def _seals_to_renew(units: Iterable[int]) -> list[str]:
    in_use = Seal.objects.filter(unit__in=units, state=Seal.State.IN_USE).values_list("unit__name", flat=True)
    return [_("%(unit)s在用的印章刻的是原名，请上传新印章") % {"unit": name} for name in in_use]


def _counted(words: str, count: int) -> list[str]:
    return [words % {"count": count}] if count else []


def _is_draft(filing: Filing) -> bool:
    return not filing.imported and State(filing.state) in WITH_THE_UNIT


def _paper(owed: Obligation, filing: Filing | None = None) -> str:
    begun = filing or getattr(owed, "filing", None)
    state = begun.state_name if begun else _("未开始")
    return f"{owed.unit.name}　{owed.fund_name}　{owed.cycle.name}（{state}）"
