"""How a session's person is fetched."""

from django.contrib.auth.backends import ModelBackend

from portal.accounts.models import User


class AccountsBackend(ModelBackend):
    """Django's password backend; the person comes with unit and regions, which every page shows, in one query."""

    def get_user(self, user_id: int) -> User | None:
        """The person whose session this is; None once they are disabled."""
        person = User.objects.select_related("unit__region__parent").filter(pk=user_id).first()
        return person if person and self.user_can_authenticate(person) else None
