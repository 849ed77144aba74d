"""``issue_seal_certificate``: a key file of the portal's own authority, which a unit uploads on its seal page."""

import os
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal import clock
from portal.accounts.models import Unit
from portal.seals import authority, vault
from portal.seals.services.issuing import issue_key_file


class Command(BaseCommand):
    """Needs the vault's private half; writes the file, never over another, and prints its password once."""

    help = "Issues a certificate for a unit's seal and writes it with its key to a PKCS#12 file."

    def add_arguments(self, parser: CommandParser) -> None:
        """For whom, and where to."""
        parser.add_argument("unit", help="the unit's full name")
        parser.add_argument("file", type=Path, help="the file to write, for example seal.p12")

    def handle(self, *args: Any, **options: Any) -> None:
        """Issues, writes and prints."""
        unit, path = self._unit(options["unit"]), options["file"]
        if not authority.exists():
            raise CommandError("This portal has no authority of its own: make_seal_authority makes one.")
        try:
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                password = self._issue(unit, file)
        except vault.VaultError as error:
            path.unlink()
            raise CommandError(f"The vault cannot be used: {error}.") from error
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}") from error
        self.stdout.write(f"{path}\npassword: {password}")

    def _issue(self, unit: Unit, file: BinaryIO) -> str:
        content, password = issue_key_file(unit=unit, at=clock.now())
        file.write(content)
        return password

    def _unit(self, name: str) -> Unit:
        found = list(Unit.objects.filter(name=name)[:2])
        if len(found) != 1:
            near = "、".join(Unit.objects.filter(name__icontains=name).values_list("name", flat=True)[:10])
            known = f" Units with such a name: {near}" if near else ""
            raise CommandError(f"{len(found) or 'No'} units are called {name}; give one's full name.{known}")
        return found[0]
