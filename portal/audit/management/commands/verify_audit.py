"""``verify_audit``: recomputes the record's chain."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.audit.services import verify_chain


class Command(BaseCommand):
    """Reads the whole record; prints count and last digest, or ends with 1 and the ids of lines that do not fit."""

    help = "Verifies the hash chain of the record."

    def handle(self, *args: Any, **options: Any) -> None:
        """Verifies and reports."""
        report = verify_chain()
        if report.broken:
            ids = ", ".join(str(pk) for pk in report.broken[:20])
            raise CommandError(
                f"The record was changed: {len(report.broken)} of {report.lines} lines do not fit ({ids})."
            )
        self.stdout.write(f"{report.lines} lines, unchanged. Last digest: {report.head}")
