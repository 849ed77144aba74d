"""Reading seals: those of one's own unit."""

from datetime import timedelta

from django.db.models import QuerySet

from portal.accounts.models import User
from portal.seals.models import Seal
from portal.seals.permissions import may_keep_seal

#: A certificate that ends sooner than this is said to.
SOON = timedelta(days=30)


def seals_visible_to(person: User) -> QuerySet[Seal]:
    """The seals of the person's unit, the newest first, for those who look after them."""
    seals = Seal.objects.filter(unit_id=person.unit_id) if may_keep_seal(person) else Seal.objects.none()
    return seals.select_related("created_by", "revoked_by").defer("sealed_key")
