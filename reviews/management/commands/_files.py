"""The common parts of the commands on exchange files: their arguments, their answers, their exit codes."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from assessments.domain.exchange import Parcel
from reviews.services.files import UnreadableFile, read_parcel

#: Exit code where a file is not of the exchange format's shape.
NOT_THIS_SHAPE = 2


class FilesCommand(BaseCommand):
    """A command over ``FILE…``: results on standard output, everything else on standard error."""

    requires_system_checks = []
    unreadable = 0

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``FILE…`` and ``--format``."""
        parser.add_argument("files", nargs="+", metavar="FILE", help="交换格式的 JSON 文件")
        parser.add_argument(
            "--format", choices=("json", "text"), default="json", help="json 每个文件一行；text 供人阅读"
        )

    def parcels(self, files: Sequence[str]) -> Iterator[tuple[str, Parcel]]:
        """Each file that can be read; the others are named on standard error."""
        for name in files:
            try:
                yield name, read_parcel(Path(name))
            except UnreadableFile as refused:
                self.refuse(name, refused.message)

    def refuse(self, name: str, reason: str) -> None:
        """Names a file that could not be read on standard error."""
        self.unreadable += 1
        self.stderr.write(one_line(f"{name}: {reason}"))

    def leave(self, code: int = 0) -> None:
        """Ends with 2 where a file could not be read, else with ``code``."""
        if self.unreadable or code:
            sys.exit(NOT_THIS_SHAPE if self.unreadable else code)

    def answer(self, line: dict[str, Any]) -> None:
        """One JSON object on one line."""
        self.stdout.write(one_object(line))


def one_object(line: dict[str, Any]) -> str:
    """``line`` as JSON on one line; characters that no file can hold are escaped."""
    text = json.dumps(line, ensure_ascii=False)
    return text if printable(text) else json.dumps(line)


def printable(text: str) -> bool:
    """True if ``text`` can be written as UTF-8."""
    return not any("\ud800" <= char <= "\udfff" for char in text)


def one_line(text: str) -> str:
    """``text`` on one line, whatever a file's name holds."""
    return " ".join(text.encode("utf-8", "backslashreplace").decode().split())
