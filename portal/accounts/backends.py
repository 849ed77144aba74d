"""The person of a session, fetched."""

from functools import cache

from django.contrib.auth.backends import ModelBackend
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from portal.accounts.models import Succession, User


class AccountsBackend(ModelBackend):
    """Django's password backend; the person comes with all that every page asks for (unit, regions), in one query."""

    def get_user(self, user_id: int) -> User | None:
        """The person whose session this is; None once they are disabled."""
        person = next(iter(_people().filter(pk=user_id)), None)
        return person if person and self.user_can_authenticate(person) else None


@cache
def _people() -> QuerySet[User]:
    """People with what every page asks for, in no order: theirs is by unit, which costs more than all the rest."""
    inherited = Succession.objects.filter(successor=OuterRef("unit")).order_by().values("predecessor")
    people = User.objects.annotate(**{"inherited_units": ArraySubquery(inherited)})
    return people.select_related("unit__region__parent").order_by()
