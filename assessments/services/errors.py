"""The words of a service that refuses; they are for the person at the screen."""

from collections.abc import Sequence

from django.utils.functional import Promise


class Refused(Exception):
    """A request that cannot be done now; ``message`` says why and what would be right."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = str(message)


class NotEditable(Refused):
    """The filing's squares cannot be changed in its present state, or not by this person."""


class MoveRefused(Refused):
    """A step that the workflow does not allow; ``keys`` are the squares that stand in its way."""

    def __init__(self, message: str | Promise, keys: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.keys = tuple(keys)
