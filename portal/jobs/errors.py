"""The reasons why work on a job ends without what was asked for, in words for the person who waits for it."""


class _TellingError(Exception):
    """``template`` is a Chinese msgid marked with ``gettext_noop``; its figures, ``%(name)s``, come from ``values``."""

    def __init__(self, template: str, **values: str | int) -> None:
        super().__init__(template % values)
        self.template = template
        self.values = values


class CannotBeDoneError(_TellingError):
    """The work cannot be done; trying again changes nothing."""


class AwaitsUnitError(_TellingError):
    """The work waits for something that a unit has to do, and is tried again."""

    def __init__(self, template: str, *, unit_id: int, **values: str | int) -> None:
        super().__init__(template, **values)
        self.unit_id = unit_id


class PutOffError(_TellingError):
    """Something that every job needs is away; the work goes on by itself when it is there, however often that takes."""


class FencedError(Exception):
    """Another worker holds the job now; whatever this one made is dropped."""
