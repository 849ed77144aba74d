"""The input of a square, by its kind; what it accepts is said in :mod:`assessments.sheets.acceptance`."""

from collections.abc import Mapping

from django import forms
from django.utils.safestring import SafeString

from assessments.sheets.contents import Box, SquareKind


def draw_widget(box: Box, value: str, attributes: Mapping[str, str]) -> SafeString:
    """The input of a square as HTML, named by the square's key.

    Everything but an amount is a text area, so that a text may have lines and grows as it is typed.
    """
    widget = _widget(box)
    widget.attrs.pop("cols", None)
    return widget.render(box.key, value, attrs=dict(attributes))


def _widget(box: Box) -> forms.Widget:
    if box.kind is SquareKind.MONEY:
        return forms.TextInput(attrs={"inputmode": "decimal"})
    return forms.Textarea(attrs={"rows": "3" if box.kind is SquareKind.LONG_TEXT else "1"})
