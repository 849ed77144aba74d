"""Why a document could not be made, in words for the person who waits for it."""


class CannotPrintError(Exception):
    """A document cannot be made from this content; trying again changes nothing.

    ``template`` is a Chinese msgid marked with ``gettext_noop``; its figures, ``%(name)s``, come from ``values``.
    """

    def __init__(self, template: str, **values: str | int) -> None:
        super().__init__(template % values)
        self.template = template
        self.values = values


class FencedError(Exception):
    """Another worker holds the job now; whatever this one made is dropped."""


class AwaitsSealError(Exception):
    """The seal of a unit cannot be applied at the moment; the job waits for it (待签章) and is tried again.

    ``template`` and ``values`` as above; ``unit_id`` is the unit whose seal it is.
    """

    def __init__(self, template: str, *, unit_id: int, **values: str | int) -> None:
        super().__init__(template % values)
        self.template = template
        self.values = values
        self.unit_id = unit_id
