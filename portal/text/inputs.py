"""Fields of forms for what people type: the text comes out clean, and what was changed is told (:mod:`.telling`)."""

from typing import Any

from django import forms

from portal.text.telling import taken_in


class Line(forms.CharField):
    """One line of text."""

    def to_python(self, value: Any) -> Any:
        """The text as it may be stored."""
        return _through(self, super().to_python(value), line=True)


class Words(forms.CharField):
    """A text that may have lines."""

    def to_python(self, value: Any) -> Any:
        """The text as it may be stored."""
        return _through(self, super().to_python(value), line=False)


def _through(field: forms.CharField, value: Any, *, line: bool) -> Any:
    if not isinstance(value, str):
        return value
    text = taken_in(value, line=line)
    return text.strip() if field.strip else text
