"""Permissions on people, units and the record; one line each."""

from portal.accounts.models import Unit, User
from portal.accounts.roles import Role


def may_administer(person: User) -> bool:
    """Keeps users and units."""
    return person.has_role(Role.BUSINESS_ADMIN)


def may_read_record(person: User) -> bool:
    """Reads who did what."""
    return person.has_role(Role.AUDITOR)


def may_disable(admin: User, person: User) -> bool:
    """Nobody locks themselves out."""
    return admin.pk != person.pk


def may_close(admin: User, unit: Unit) -> bool:
    """Nobody closes the unit they work in."""
    return admin.unit_id != unit.pk
