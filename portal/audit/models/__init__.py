"""The record."""

from portal.audit.models.entry import Entry

__all__ = ["Entry"]
