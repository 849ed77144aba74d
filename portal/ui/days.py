"""Days as people choose them in our forms."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: The days that a deadline or a search may name; the clock and the database hold their beginnings and ends everywhere.
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)


class DayField(forms.DateField):
    """A Beijing day from :data:`FIRST` to :data:`LAST`, chosen in the browser's calendar or typed as 2026-10-15."""

    default_error_messages = {
        "required": _("请填写日期。"),
        "invalid": _("请填写日期，例如 2026-10-15。"),
        "out_of_range": _("请填写 2000 年到 2100 年之间的日期，例如 2026-10-15。"),
    }

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"type": "date", "min": FIRST.isoformat(), "max": LAST.isoformat()}
        super().__init__(widget=type(self).widget(attrs=attrs, format="%Y-%m-%d"), **kwargs)

    def validate(self, value: date | None) -> None:
        """Refuses a day outside the range."""
        super().validate(value)
        if value and not FIRST <= value <= LAST:
            raise ValidationError(self.error_messages["out_of_range"], code="out_of_range")
