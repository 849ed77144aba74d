"""更名: from a day on a unit or a county is called otherwise; what it was called until then is kept."""

import logging
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import (
    ComingRegionName,
    ComingUnitName,
    FormerRegionName,
    FormerUnitName,
    Region,
    Unit,
    User,
)
from portal.accounts.permissions import may_administer
from portal.accounts.queries import regions_visible_to
from portal.accounts.services.units import held_unit, refuse_foreign_code
from portal.audit.services import record
from portal.clock import beijing_day

logger = logging.getLogger(__name__)

#: No name changed before the first papers that the portal can hold.
EARLIEST = date(2000, 1, 1)
#: Names are not planned further ahead.
FURTHEST = timedelta(days=366)


@transaction.atomic
def rename_unit(*, admin: User, unit: Unit, name: str, short_name: str, day: date, at: datetime) -> None:
    """Calls a unit ``name`` from ``day`` on, which may lie ahead; what was planned for it before is dropped.

    Raises PermissionDenied in another prefecture, ValidationError for a name that is taken or the same, and for a day
    on which an earlier name still counted.
    """
    unit = held_unit(admin, unit)
    if name == unit.name:
        raise ValidationError(_("新名称与现名相同。"), code="same")
    _refuse_day(unit.former_names.all(), day, at)
    ComingUnitName.objects.filter(unit=unit).delete()
    if day > beijing_day(at):
        _as_called(unit, name, short_name)  # refuses today what would be refused then
        ComingUnitName.objects.create(unit=unit, name=name, short_name=short_name, first_day=day)
        details = {"before": {"name": unit.name}, "after": {"name": name}, "first_day": day.isoformat()}
        _record(admin, "unit_renaming_planned", "unit", unit.pk, at, details)
        return
    _call_unit(unit, name, short_name, day, admin, at)


@transaction.atomic
def rename_county(*, admin: User, county: Region, name: str, code: str, day: date, at: datetime) -> None:
    """Calls a county ``name`` with ``code`` from ``day`` on (撤县设市, 更名), as :func:`rename_unit` does a unit."""
    county = _held_county(admin, county)
    if (name, code) == (county.name, county.code):
        raise ValidationError(_("新名称与现名相同。"), code="same")
    if county.parent:
        refuse_foreign_code(code, prefecture=county.parent)
    _refuse_day(county.former_names.all(), day, at)
    ComingRegionName.objects.filter(region=county).delete()
    if day > beijing_day(at):
        _as_numbered(county, name, code)
        ComingRegionName.objects.create(region=county, name=name, code=code, first_day=day)
        details = {"before": _of(county), "after": {"name": name, "code": code}, "first_day": day.isoformat()}
        _record(admin, "region_renaming_planned", "region", county.pk, at, details)
        return
    _call_region(county, name, code, day, admin, at)


def take_effect(at: datetime) -> int:
    """Gives units and counties the names whose first day has come; says how many.

    A name that somebody else took meanwhile stays planned, and is told to those who run the portal.
    """
    today = beijing_day(at)
    waiting: list[ComingRegionName | ComingUnitName] = []
    waiting += ComingRegionName.objects.filter(first_day__lte=today)
    waiting += ComingUnitName.objects.filter(first_day__lte=today)
    return sum(_takes_effect(coming, at) for coming in waiting)


def _takes_effect(coming: ComingRegionName | ComingUnitName, at: datetime) -> bool:
    try:
        with transaction.atomic():
            if not type(coming).objects.filter(pk=coming.pk).delete()[0]:
                return False  # another worker was here first
            if isinstance(coming, ComingUnitName):
                _call_unit(coming.unit, coming.name, coming.short_name, coming.first_day, None, at)
            else:
                _call_region(coming.region, coming.name, coming.code, coming.first_day, None, at)
    except ValidationError as error:
        logger.error("%s cannot be called so from %s: %s", coming, coming.first_day, error.messages)
        return False
    return True


def _call_unit(unit: Unit, name: str, short_name: str, day: date, admin: User | None, at: datetime) -> None:
    was = FormerUnitName(unit=unit, name=unit.name, short_name=unit.short_name, last_day=day - timedelta(days=1))
    _as_called(unit, name, short_name).save(update_fields=["name", "short_name"])
    was.save(force_insert=True)
    details = {"before": {"name": was.name}, "after": {"name": name}, "first_day": day.isoformat()}
    _record(admin, "unit_renamed", "unit", unit.pk, at, details, unit.region.code)


def _call_region(region: Region, name: str, code: str, day: date, admin: User | None, at: datetime) -> None:
    was = FormerRegionName(region=region, name=region.name, code=region.code, last_day=day - timedelta(days=1))
    _as_numbered(region, name, code).save(update_fields=["name", "code"])
    was.save(force_insert=True)
    changed = {"before": {"name": was.name, "code": was.code}, "after": {"name": name, "code": code}}
    details = {**changed, "first_day": day.isoformat()}
    _record(admin, "region_renamed", "region", region.pk, at, details, code)


def _as_called(unit: Unit, name: str, short_name: str) -> Unit:
    called = Unit.objects.select_related("region").get(pk=unit.pk)
    called.name, called.short_name = name, short_name
    called.full_clean()
    return called


def _as_numbered(region: Region, name: str, code: str) -> Region:
    called = Region.objects.get(pk=region.pk)
    called.name, called.code = name, code
    called.full_clean()
    return called


def _refuse_day(former: Any, day: date, at: datetime) -> None:
    """Raises ValidationError for a day on which the present name did not count, or that is too far off."""
    today = beijing_day(at)
    if not EARLIEST <= day <= today + FURTHEST:
        values = {"first": EARLIEST, "last": today + FURTHEST}
        raise ValidationError(_("生效日期须在 %(first)s 到 %(last)s 之间。"), "day", values)
    last = former.order_by("-last_day").values_list("last_day", flat=True).first()
    if last and day <= last + timedelta(days=1):
        values = {"day": last + timedelta(days=1)}
        raise ValidationError(_("现名自 %(day)s 起使用，新的更名须在其后。"), "day", values)


def _held_county(admin: User, county: Region) -> Region:
    counties = regions_visible_to(admin).filter(level=Region.Level.COUNTY).select_related("parent")
    held = counties.select_for_update(of=("self",)).filter(pk=county.pk).first()
    if not may_administer(admin) or held is None:
        raise PermissionDenied
    return held


def _of(region: Region) -> dict[str, str]:
    return {"name": region.name, "code": region.code}


def _record(
    admin: User | None, verb: str, kind: str, pk: int, at: datetime, details: dict[str, Any], region_code: str = ""
) -> None:
    record(actor=admin, verb=verb, subject_kind=kind, subject_id=pk, at=at, details=details, region_code=region_code)
