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
