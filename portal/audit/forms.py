"""The choice of lines of the record."""

from datetime import timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from portal import clock
from portal.audit.models import Entry
from portal.audit.wording import verbs
from portal.text.inputs import Line
from portal.ui.days import DayField


def _choices() -> list[tuple[str, Any]]:
    return [("", _("全部操作")), *sorted(verbs().items())]


class EntryFilter(forms.Form):
    """Days (Beijing, both included), act and person; a field that cannot be read filters nothing and says so."""

    since = DayField(label=_("从"), required=False)
    until = DayField(label=_("到"), required=False)
    verb = forms.ChoiceField(label=_("操作"), required=False, choices=_choices)
    person = Line(label=_("操作人姓名或登录名"), max_length=60, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean(self) -> dict[str, Any]:
        """Refuses an end before the beginning."""
        chosen = super().clean() or self.cleaned_data
        since, until = chosen.get("since"), chosen.get("until")
        if since and until and until < since:
            self.add_error("until", ValidationError(_("结束日期早于开始日期，请改正。"), code="order"))
        return chosen

    def narrow(self, entries: QuerySet[Entry]) -> QuerySet[Entry]:
        """``entries`` that fit what was chosen and could be read."""
        self.is_valid()
        chosen = self.cleaned_data
        if since := chosen.get("since"):
            entries = entries.filter(at__gte=clock.end_of(since - timedelta(days=1)))
        if until := chosen.get("until"):
            entries = entries.filter(at__lt=clock.end_of(until))
        if verb := chosen.get("verb"):
            entries = entries.filter(verb=verb)
        if words := chosen.get("person"):
            entries = entries.filter(Q(actor__full_name__icontains=words) | Q(actor__username__icontains=words))
        return entries
