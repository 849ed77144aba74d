"""更名, 撤县设市: what units and a county will be called."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from portal.accounts.models import Region, Unit, User
from portal.accounts.services.renaming import rename_county, rename_unit


@dataclass(frozen=True, slots=True)
class Renaming:
    """Units, and with a county the county itself, are called otherwise from ``day`` on."""

    day: date
    units: tuple[tuple[Unit, str, str], ...]
    county: Region | None = None
    county_name: str = ""
    county_code: str = ""


def of_county(county: Region, name: str, code: str, day: date, units: Iterable[Unit]) -> Renaming:
    """The county's change with that of every unit whose name begins with the county's."""
    called = tuple(
        (unit, _instead(unit.name, county.name, name), _instead(unit.short_name, county.name, name))
        for unit in units
        if county.name in unit.name
    )
    return Renaming(day, called, county, name, code or county.code)


@transaction.atomic
def carry_out(*, plan: Renaming, admin: User, at: datetime) -> None:
    """Renames now, or on the day; PermissionDenied and ValidationError as the services of accounts do."""
    if plan.county:
        rename_county(
            admin=admin, county=plan.county, name=plan.county_name, code=plan.county_code, day=plan.day, at=at
        )
    for unit, name, short_name in plan.units:
        rename_unit(admin=admin, unit=unit, name=name, short_name=short_name, day=plan.day, at=at)


def _instead(text: str, old: str, new: str) -> str:
    return text.replace(old, new, 1)
