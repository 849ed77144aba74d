"""The acts of a business administrator on units and counties; every act is recorded."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Region, Unit, User
from portal.accounts.permissions import may_administer, may_close
from portal.accounts.queries import regions_visible_to, units_visible_to
from portal.audit.services import record
from portal.meanwhile import merged


@transaction.atomic
def create_unit(
    *, admin: User, region: Region, kind: str, name: str, short_name: str, aliases: Sequence[str], at: datetime
) -> Unit:
    """A new unit in the administrator's prefecture or one of its counties; finance units are the prefecture's.

    Raises PermissionDenied elsewhere, ValidationError for a name that the region has already.
    """
    if not may_administer(admin) or not regions_visible_to(admin).filter(pk=region.pk).exists():
        raise PermissionDenied
    refuse_misplaced_kind(region=region, kind=kind)
    unit = Unit(region=region, kind=kind, name=name, short_name=short_name, aliases=list(aliases))
    unit.full_clean()
    unit.save(force_insert=True)
    _record(admin, "unit_created", unit, at, kind=kind, name=name)
    return unit


@transaction.atomic
def change_unit(
    *,
    admin: User,
    unit: Unit,
    name: str,
    short_name: str,
    aliases: Sequence[str],
    at: datetime,
    seen: Mapping[str, str] | None = None,
) -> None:
    """Corrects how a unit is spelt, as if it had always been called so; a renaming keeps the name before it.

    Region and kind stay: what the unit has filed hangs on them. Raises ChangedMeanwhile where somebody else wrote what
    was not ``seen``.
    """
    unit = held_unit(admin, unit)
    before = {"name": unit.name, "short_name": unit.short_name, "aliases": unit.aliases}
    typed = {"name": name, "short_name": short_name, "aliases": list(aliases)}
    after = merged(seen, stands=before, typed=typed)
    unit.name, unit.short_name, unit.aliases = after["name"], after["short_name"], after["aliases"]
    unit.full_clean()
    unit.save(update_fields=["name", "short_name", "aliases"])
    _record(admin, "unit_changed", unit, at, before=before, after=after)


@transaction.atomic
def close_unit(*, admin: User, unit: Unit, at: datetime) -> None:
    """Takes a unit out of use; raises ValidationError while people of it can sign in, and for one's own unit."""
    unit = held_unit(admin, unit)
    if not may_close(admin, unit):
        raise ValidationError(_("不能停用自己所在的单位。"), code="self")
    if people := unit.users.filter(is_active=True).count():
        raise ValidationError(
            _("%(unit)s还有 %(people)d 个启用的用户，请先停用或调出。"), "people", {"unit": unit.name, "people": people}
        )
    set_active(admin, unit, "unit_closed", at, active=False)


@transaction.atomic
def reopen_unit(*, admin: User, unit: Unit, at: datetime) -> None:
    """Takes a closed unit into use again."""
    set_active(admin, held_unit(admin, unit), "unit_reopened", at, active=True)


@transaction.atomic
def add_county(*, admin: User, code: str, name: str, at: datetime) -> Region:
    """A county of the administrator's prefecture; its GB/T 2260 code begins with the prefecture's four digits.

    Raises ValidationError for a code of another prefecture, of no county, or one that is taken.
    """
    prefecture = admin.unit.region.prefecture
    if not may_administer(admin) or prefecture is None:
        raise PermissionDenied
    refuse_foreign_code(code, prefecture=prefecture)
    county = Region(code=code, name=name, level=Region.Level.COUNTY, parent=prefecture)
    county.full_clean()
    county.save(force_insert=True)
    details = {"code": code, "name": name}
    record(actor=admin, verb="region_added", subject_kind="region", subject_id=county.pk, at=at, details=details)
    return county


def refuse_misplaced_kind(*, region: Region, kind: str) -> None:
    """Raises ValidationError for a finance unit that is not the prefecture's."""
    if kind == Unit.Kind.FINANCE and region.level != Region.Level.PREFECTURE:
        raise ValidationError(_("财政单位只设在地区（州）一级，请选择本地区。"), code="misplaced")


def refuse_foreign_code(code: str, *, prefecture: Region) -> None:
    """Raises ValidationError unless ``code`` is six digits, the first four the prefecture's, the last two not 00."""
    digits = code.isascii() and code.isdigit() and len(code) == 6
    if not digits or code[:4] != prefecture.code[:4] or code.endswith("00"):
        raise ValidationError(
            _("请填 6 位区划代码，前四位为%(prefecture)s的 %(start)s，后两位不为 00。"),
            "foreign",
            {"prefecture": prefecture.name, "start": prefecture.code[:4]},
        )


def held_unit(admin: User, unit: Unit) -> Unit:
    """The unit's current row, held until the transaction ends; PermissionDenied outside the prefecture."""
    visible = units_visible_to(admin).select_for_update(of=("self",)).filter(pk=unit.pk).first()
    if not may_administer(admin) or visible is None:
        raise PermissionDenied
    return visible


def set_active(admin: User, unit: Unit, verb: str, at: datetime, *, active: bool) -> None:
    """Takes a unit that is held into use or out of it."""
    unit.active = active
    unit.save(update_fields=["active"])
    _record(admin, verb, unit, at, name=unit.name)


def _record(admin: User, verb: str, unit: Unit, at: datetime, **details: object) -> None:
    record(actor=admin, verb=verb, subject_kind="unit", subject_id=unit.pk, at=at, details=details)
