"""``make_seal_authority``: the portal's own root and time-stamp certificate."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal import clock
from portal.seals import keys, vault
from portal.seals.authority import AuthorityExistsError
from portal.seals.services.founding import found_authority


class Command(BaseCommand):
    """Makes them once; prints the root, which those who check papers elsewhere have to trust."""

    help = "Makes the portal's own certificate authority and time-stamp authority."

    def handle(self, *args: Any, **options: Any) -> None:
        """Makes and prints."""
        try:
            root = found_authority(at=clock.now())
        except AuthorityExistsError:
            raise CommandError("This portal has an authority already; its seals depend on it.") from None
        except vault.VaultError as error:
            raise CommandError(f"The vault cannot be used: {error}.") from error
        self.stdout.write(keys.pem_of(root), ending="")
