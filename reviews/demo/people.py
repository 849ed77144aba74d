"""The demo's people, by where they work and what they do."""

from portal.accounts.models import Region, Unit, User
from portal.accounts.roles import Role


def person(unit: Unit, role: Role) -> User:
    """The first demo person of ``unit`` in ``role``."""
    return User.objects.filter(unit=unit, roles__contains=[role.value]).select_related("unit__region").order_by("pk")[0]


def office_of(prefecture: Region) -> Unit:
    """The finance bureau that judges the papers of ``prefecture``."""
    return Unit.objects.get(region=prefecture, kind=Unit.Kind.FINANCE)
