"""The form field of a square: its kind says which input it gets and which text it accepts."""

from collections.abc import Mapping

from django import forms
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString

from assessments.services.wording import in_words
from assessments.sheets.acceptance import refusal
from assessments.sheets.contents import Box, Kind


class SquareField(forms.Field):
    """A field that keeps the text as typed, blanks included, and refuses what the square cannot hold.

    Letters in an amount, control characters, half a character and a text over the limit end in one clear sentence.
    """

    def __init__(self, box: Box) -> None:
        super().__init__(required=False, label=box.label, widget=_widget(box))
        self.box = box

    def clean(self, value: str | None) -> str:
        """The text as typed; raises ValidationError."""
        text = value or ""
        if problem := refusal(self.box, text):
            raise ValidationError(in_words(problem), code="refused")
        return text


def field_of(box: Box) -> SquareField:
    """The form field of a square."""
    return SquareField(box)


def clean_square(box: Box, raw: str) -> str:
    """``raw`` if the square can hold it; raises ValidationError that says what would be right."""
    return field_of(box).clean(raw)


def draw_widget(box: Box, value: str, attributes: Mapping[str, str]) -> SafeString:
    """The input of a square as HTML, named by the square's key.

    Everything but an amount is a text area, so that a text may have lines and grows as it is typed.
    """
    widget = _widget(box)
    widget.attrs.pop("cols", None)
    return widget.render(box.key, value, attrs=dict(attributes))


def _widget(box: Box) -> forms.Widget:
    if box.kind is Kind.MONEY:
        return forms.TextInput(attrs={"inputmode": "decimal"})
    return forms.Textarea(attrs={"rows": "3" if box.kind is Kind.LONG_TEXT else "1"})
