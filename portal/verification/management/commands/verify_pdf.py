"""``verify_pdf FILE``: the verdict on a file as JSON."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import override

from portal.verification.services.verifying import verify_file


class Command(BaseCommand):
    """Prints ``{"verdict", "reasons", "signatures"}``, the reasons in Chinese.

    The exit code is 0 for every verdict, also for a file that is not there or cannot be read (``unreadable``): the
    verdict is the answer. Where the database is not reached, our own file is ``unregistered`` at best.
    """

    help = "Says whether a PDF is genuine, altered, foreign, unsigned, unreadable or unregistered, and why, as JSON."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """One file."""
        parser.add_argument("file", metavar="FILE")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        """Prints one JSON object."""
        with override("zh-hans"):
            judgement = verify_file(file)
            answer = {
                "verdict": judgement.verdict.value,
                "reasons": [str(reason) for reason in judgement.reasons],
                "signatures": list(judgement.signatures),
            }
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
