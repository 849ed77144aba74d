"""The person of a session, fetched."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from portal.accounts.models import Succession, User


class AccountsBackend(ModelBackend):
    """Django's password backend; the person comes with all that every page asks for (unit, regions), in one query."""

    def get_user(self, user_id: int) -> User | None:
        """The person whose session this is; None once they are disabled."""
        inherited = Succession.objects.filter(successor=OuterRef("unit")).order_by().values("predecessor")
        people = User.objects.annotate(**{"inherited_units": ArraySubquery(inherited)})
        # in no order: people have one by their units, which would cost more than all the rest
        person = next(iter(people.select_related("unit__region__parent").filter(pk=user_id).order_by()), None)
        return person if person and self.user_can_authenticate(person) else None
