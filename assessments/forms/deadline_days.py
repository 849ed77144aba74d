"""The last day of a deadline: a day off is asked about where it is typed, and the next working day offered."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateformat import format as in_words
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from assessments.domain.working_days import first_unpublished_year, is_working_day, next_working_day
from portal.ui.days import DayField


def _with_calendar(text: Any) -> str:
    unknown = _("国务院尚未公布 %(year)s 年的放假安排，该年起暂按周一至周五计算工作日。")
    return f"{text}{_('。') if text else ''}{unknown % {'year': first_unpublished_year()}}"


_help = lazy(_with_calendar, str)


class DeadlineInput(forms.DateInput):
    """A day; below it two buttons that send the form again, where a day off was chosen."""

    template_name = "assessments/_deadline_input.html"
    #: The day off that the person chose to keep; it stays kept while something else is corrected.
    kept = ""
    #: The day off that is asked about.
    asked: date | None = None

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """The typed day; of several the last, which is the button's."""
        self.kept = data.get(f"{name}_kept", "")
        return super().value_from_datadict(data, files, name)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With the day that is asked about and the working day offered in its place."""
        asked = {"day": self.asked, "next": next_working_day(self.asked)} if self.asked else None
        return super().get_context(name, value, attrs) | {"asked": asked, "kept": self.kept}


class DeadlineField(DayField):
    """A Beijing day that closes something: it is a working day, or a day off kept deliberately."""

    widget = DeadlineInput
    #: The day that the form showed before it was sent.
    standing: Any = None

    def __init__(self, *, help_text: Any = "", **kwargs: Any) -> None:
        super().__init__(help_text=_help(help_text), **kwargs)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """Learns which day stands in the form already: one that is not changed is not asked about."""
        self.standing = form.get_initial_for_field(self, field_name)
        return super().get_bound_field(form, field_name)

    def validate(self, value: date | None) -> None:
        """Refuses a day off until it is kept deliberately."""
        super().validate(value)
        if not value or is_working_day(value) or value == self.standing or self.widget.kept == value.isoformat():
            return
        self.widget.asked = value
        said = _("%(day)s是休息日。请改为下一个工作日，或者仍用这一天。")
        raise ValidationError(said % {"day": in_words(value, _("Y年n月j日（l）"))}, code="day_off")
