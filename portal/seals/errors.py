"""The reasons why a paper cannot be sealed yet."""


class CannotSealYet(Exception):
    """The seal or what it needs is not there at the moment; the paper waits (待签章) and is sealed once it is.

    ``template`` is a Chinese msgid marked with ``gettext_noop``; its figures, ``%(name)s``, come from ``values``.
    """

    def __init__(self, template: str, **values: str | int) -> None:
        super().__init__(template % values)
        self.template = template
        self.values = values
