"""``demo_accounts``: the table of demo accounts."""

from typing import Any
from unicodedata import east_asian_width

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.accounts.demo import PASSWORD, demo_usernames
from portal.accounts.models import User


class Command(BaseCommand):
    """Prints login name, roles, unit and name of every demo account there is, and their password."""

    help = "Prints the demo accounts (embedded database only)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the table."""
        if not settings.EMBEDDED:
            raise CommandError("Demo accounts exist only on the embedded database.")
        people = User.objects.select_related("unit").in_bulk(demo_usernames(), field_name="username")
        self.stdout.write(_("演示账号（密码都是 %(password)s）") % {"password": PASSWORD})
        for username in demo_usernames():
            if person := people.get(username):
                roles = "、".join(person.role_names)
                self.stdout.write(
                    f"  {_wide(username, 18)}{_wide(roles, 14)}{_wide(person.unit.label, 18)}{person.full_name}"
                )


def _wide(text: str, columns: int) -> str:
    """``text`` filled up to ``columns`` of a terminal, where a Chinese character takes two."""
    taken = sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
    return text + " " * max(1, columns - taken)
