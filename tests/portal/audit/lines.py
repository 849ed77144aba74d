"""Lines written for a test."""

from typing import Any

from portal.audit.models import Entry
from portal.audit.services import record


def written(**facts: Any) -> Entry:
    """The line as it stands in the record."""
    record(**facts)
    return Entry.objects.latest("pk")
