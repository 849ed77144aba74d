"""The statements of a reviewer or an office head when a review takes a step."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.forms.deadline_days import DeadlineField
from assessments.models import Filing
from assessments.permissions import acts_for_unit
from portal.accounts.models import Unit, User
from portal.accounts.roles import Role
from portal.clock import BEIJING, end_of, last_day_before
from portal.text.inputs import Words
from reviews.domain.timeliness import answer_due


class ReturnForm(forms.Form):
    """Until when the unit answers, and words to the whole form; what to correct stands in the marks."""

    answer_due_day = DeadlineField(
        label=_("答复期限（当天 24:00 前，北京时间）"), error_messages={"required": _("请填写答复期限。")}
    )
    reason = Words(
        label=_("总的意见（选填，批注已写明要改什么）"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        today = at.astimezone(BEIJING).date()
        kwargs.setdefault("initial", {})["answer_due_day"] = last_day_before(answer_due(at))
        super().__init__(*args, **kwargs)
        self.fields["answer_due_day"].widget.attrs["min"] = today.isoformat()

    @property
    def answer_due_at(self) -> datetime:
        """The instant at which the chosen day ends in Beijing."""
        return end_of(self.cleaned_data["answer_due_day"])


class ReassignForm(forms.Form):
    """To whom a review is handed over."""

    reviewer = forms.ModelChoiceField(
        User.objects.none(),
        label=_("转给"),
        empty_label=_("请选择审核员"),
        error_messages={"required": _("请选择审核员。"), "invalid_choice": _("请选择本地区财政局的审核员。")},
    )

    def __init__(self, *args: Any, filing: Filing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reviewer"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = User.objects.filter(
            is_active=True,
            roles__contains=[Role.REVIEWER],
            unit__kind=Unit.Kind.FINANCE,
            unit__region=filing.obligation.cycle.prefecture_id,
        ).exclude(Q(pk=filing.reviewer_id) | Q(pk__in=acts_for_unit().filter(filing=filing).values("actor")))
