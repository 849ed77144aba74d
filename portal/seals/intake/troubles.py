"""The troubles of an upload, as the process that opens it says them: without settings, without a language."""


class Trouble(Exception):
    """One upload cannot be used: ``field`` is ``picture`` or ``key_file``, ``word`` names why (see ``words``)."""

    def __init__(self, field: str, word: str, **values: str | int) -> None:
        super().__init__(word)
        self.field, self.word, self.values = field, word, values
