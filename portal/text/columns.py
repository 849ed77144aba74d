"""Columns for what people type: whatever way a text takes into them, it arrives clean."""

from typing import Any

from django.db import models

from portal.text.door import clean, clean_line


class _Cleaned:
    """Cleans on the way into the database; to migrations it is the plain column that the database sees."""

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)  # type: ignore[misc]
        return clean(prepared).text if isinstance(prepared, str) else prepared

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, _path, args, kwargs = super().deconstruct()  # type: ignore[misc]
        plain = models.TextField if isinstance(self, models.TextField) else models.CharField
        return name, f"django.db.models.{plain.__name__}", args, kwargs


class WordsColumn(_Cleaned, models.TextField):
    """A text of any length."""


class ShortColumn(_Cleaned, models.CharField):
    """A text of so many characters, which may have lines."""


class LineColumn(ShortColumn):
    """A name: one line."""

    def get_prep_value(self, value: Any) -> Any:
        """The text that is stored."""
        prepared = super().get_prep_value(value)
        return clean_line(prepared).text if isinstance(prepared, str) else prepared
