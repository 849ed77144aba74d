"""``makemessages``: takes every message of the portal into the English catalogue."""

import re
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import makemessages

#: The catalogues: of pages and services, and of scripts.
DOMAINS = ("django", "djangojs")
NOT_OURS = ["docs", "node_modules", "static/vendor/*", "tests", "var"]
MADE_AT = re.compile(r'^"POT-Creation-Date:.*\n', re.MULTILINE)


class Command(makemessages.Command):
    """Django's own, for both catalogues at once and with an output that changes only where messages do."""

    help = "Takes every message of the portal into locale/en; then translate, and compile with compilemessages."

    xgettext_options = [*makemessages.Command.xgettext_options, "--sort-by-file"]
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]

    def add_arguments(self, parser: CommandParser) -> None:
        """Django's arguments, with what this project always wants as their defaults."""
        super().add_arguments(parser)
        parser.set_defaults(
            locale=["en"],
            domain=None,
            no_wrap=True,
            no_obsolete=True,
            add_location="file",
            ignore_patterns=NOT_OURS,
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Makes the catalogue of the domain asked for, or of both."""
        for domain in [options["domain"]] if options["domain"] else DOMAINS:
            super().handle(*args, **{**options, "domain": domain})

    def build_potfiles(self) -> list[str]:
        """The templates of the catalogues, without the time at which they were made."""
        files: list[str] = super().build_potfiles()
        for path in map(Path, files):
            path.write_text(MADE_AT.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
        return files
