"""Points as reviewers type them."""

import re
import unicodedata
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_POINTS = re.compile(r"[0-9]{1,3}(\.[0-9])?")


class PointsField(forms.CharField):
    """Points of one part: a number from 0 to ``maximum`` with at most one decimal; blank is "not scored", never 0.

    Full-width digits are read as digits; anything else is refused with what would be right.
    """

    def __init__(self, *, maximum: int, **kwargs: Any) -> None:
        attrs = {"inputmode": "decimal", "autocomplete": "off", "maxlength": "12"}
        super().__init__(required=False, widget=forms.TextInput(attrs=attrs), **kwargs)
        self.maximum = maximum

    def clean(self, value: Any) -> Decimal | None:
        """The points, None where blank; raises ValidationError that quotes what was typed."""
        text = unicodedata.normalize("NFKC", str(value or "")).strip()
        if not text:
            return None
        if _POINTS.fullmatch(text) and (points := Decimal(text)) <= self.maximum:
            return points
        raise ValidationError(
            _("“%(typed)s”不是可用的得分：满分 %(maximum)s 分，请填 0–%(maximum)s，最多一位小数。")
            % {"typed": str(value)[:20], "maximum": self.maximum}
        )
