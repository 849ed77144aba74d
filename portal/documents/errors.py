"""The reasons why a document could not be made, in words for the person who waits for it."""

from portal.jobs.errors import AwaitsUnitError, CannotBeDoneError


class CannotPrintError(CannotBeDoneError):
    """A document cannot be made from this content."""


class AwaitsSealError(AwaitsUnitError):
    """The seal of a unit cannot be applied at the moment; the job waits for it (待签章)."""
