"""The record."""

from portal.audit.models.entry import Entry
from portal.audit.models.pending import PendingEntry

__all__ = ["Entry", "PendingEntry"]
