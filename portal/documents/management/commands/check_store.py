"""``check_store``: holds the document store against the register."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal import clock
from portal.documents.store import document_store
from portal.documents.store.store_check import check_store


class Command(BaseCommand):
    """Reads every registered document once; prints their number, or ends with 1 and a line for each that is wanting."""

    help = "Checks that the store holds every registered document as it was registered."

    def handle(self, *args: Any, **options: Any) -> None:
        """Checks and reports."""
        try:
            report = check_store(at=clock.now())
        except document_store.UnavailableError as error:
            raise CommandError(f"The store cannot be read: {error}") from error
        for fault in report.faults:
            self.stdout.write(f"{fault.kind}\t{fault.document.path}\t{fault.document.filename}")
        if report.faults:
            raise CommandError(f"{len(report.faults)} of {report.documents} documents are gone or altered.")
        self.stdout.write(f"{report.documents} documents, all as registered.")
