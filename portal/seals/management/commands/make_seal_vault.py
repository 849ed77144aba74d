"""``make_seal_vault``: the key pair of the vault, for an installation in service."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.seals import vault


class Command(BaseCommand):
    """Writes the two files into a directory; reads neither database nor settings, and never writes over a file."""

    help = "Makes the key pair that the seals' keys are encrypted with."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """The directory to make it in."""
        parser.add_argument("directory", type=Path, help="an existing directory that only its owner can read")

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes and names them."""
        try:
            public, private = vault.write_pair(options["directory"])
        except FileExistsError as error:
            raise CommandError(f"{error.filename} is there already; seals whose keys it holds need it.") from error
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be written: {error.strerror}") from error
        self.stdout.write(f"{public}\n  for every process (SEAL_VAULT_PUBLIC_KEY)")
        self.stdout.write(f"{private}\n  for workers alone (SEAL_VAULT_PRIVATE_KEY); keep a copy apart from backups")
