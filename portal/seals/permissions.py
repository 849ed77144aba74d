"""The permission to keep a unit's seal; one line."""

from portal.accounts.models import User
from portal.accounts.roles import Role

#: A bureau's head, and in finance the office head and the business admin: who acts in the unit's name, or runs it.
KEEPERS = (Role.HEAD, Role.OFFICE_HEAD, Role.BUSINESS_ADMIN)


def may_keep_seal(person: User) -> bool:
    """Looks after the seal of the own unit."""
    return any(person.has_role(role) for role in KEEPERS)
