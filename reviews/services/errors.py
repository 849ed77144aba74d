"""What the services of judging say when they refuse; the words are for the person at the screen."""

from collections.abc import Mapping

from django.utils.functional import Promise

from assessments.services.errors import Refused


class ReviewRefused(Refused):
    """A review that cannot be taken up, handed over or handed in now."""


class ScoreRefused(Refused):
    """Scores that cannot stand; ``parts`` says for each part of the rubric what would be right."""

    def __init__(self, message: str | Promise, parts: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.parts = dict(parts or {})


class SheetRefused(Refused):
    """A review sheet that cannot be composed, changed, sent or signed now."""


class ExportRefused(Refused):
    """Nothing can be exported from this choice."""
