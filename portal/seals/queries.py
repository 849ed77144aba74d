"""Reading seals: those of one's own unit."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

from portal.accounts.models import Unit, User
from portal.seals.models import Seal
from portal.seals.permissions import may_keep_seal

#: A certificate that ends sooner than this is said to.
SOON = timedelta(days=30)


def seals_visible_to(person: User) -> QuerySet[Seal]:
    """The seals of the person's unit, the newest first, for those who look after them."""
    seals = Seal.objects.filter(unit_id=person.unit_id) if may_keep_seal(person) else Seal.objects.none()
    return seals.select_related("created_by", "revoked_by").defer("sealed_key")


def names_of(unit: Unit) -> frozenset[str]:
    """The names under which a certificate may stand for the unit: its own, and those it is also known by."""
    return frozenset({unit.name, *unit.aliases})


def names_of_seals(ids: Collection[str]) -> dict[str, str]:
    """The names of some seals in the record, by id: their units."""
    return {str(pk): name for pk, name in Seal.objects.filter(pk__in=ids).values_list("pk", "unit__name")}


def ending_seal(person: User, *, at: datetime) -> Seal | None:
    """The seal in use of the person's unit, if its certificate ends sooner than :data:`SOON`, or has ended."""
    used = Seal.objects.filter(unit_id=person.unit_id, state=Seal.State.IN_USE, valid_until__lt=at + SOON)
    return used.defer("picture", "sealed_key").first()


def papers_waiting_for(unit_id: int) -> int:
    """The number of papers that wait for the seal of a unit (``settings.SEAL_QUEUE``)."""
    count: int = import_string(settings.SEAL_QUEUE["count"])(unit_id=unit_id)
    return count
