"""The fields of a review sheet: whose, its words, the signature, a refusal."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.models import Cycle, Filing
from assessments.queries import reviewed_cycles
from portal.accounts.forms.confirming import ConfirmForm
from portal.accounts.forms.remembering import RememberingForm
from portal.accounts.models import Region, User
from portal.text.inputs import Words
from portal.text.printed import PrintedLine
from reviews.domain.sheet_words import WORDS
from reviews.models import ReviewSheet
from reviews.services.review_sheets import HEADER_LIMITS


class ComposeForm(forms.Form):
    """A cycle, and a county or the whole prefecture."""

    cycle = forms.ModelChoiceField(
        Cycle.objects.none(),
        label=_("批次"),
        empty_label=_("请选择批次"),
        error_messages={"required": _("请选择批次。"), "invalid_choice": _("请从列表中选择批次。")},
    )
    region = forms.ModelChoiceField(
        Region.objects.none(),
        label=_("县或全地区"),
        empty_label=_("请选择县或全地区"),
        error_messages={"required": _("请选择县或全地区。"), "invalid_choice": _("请从列表中选择。")},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = user.unit.region_id
        choices = {
            "cycle": reviewed_cycles(user).filter(historical=False, opened_at__isnull=False),
            "region": Region.objects.filter(Q(parent=own) | Q(pk=own)),
        }
        for name, rows in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows


class HeaderForm(RememberingForm, forms.Form):
    """业务处室, 监控时点, 处室领导 and 经办人."""

    def __init__(self, *args: Any, sheet: ReviewSheet, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {name: getattr(sheet, name) for name in HEADER_LIMITS})
        super().__init__(*args, **kwargs)
        for name, limit in HEADER_LIMITS.items():
            self.fields[name] = PrintedLine(label=_(WORDS[name]), required=False, max_length=limit)
        self.fields["office_head"].help_text = _("可留空，签发时自动填入签发人姓名。")


class SignForm(ConfirmForm):
    """The office head's password, which makes the signature their act."""

    missing = _("请输入您的登录密码，以确认由您本人签发。")
    wrong = _("密码不对，没有签发。请重新输入；多次输错后须等候一段时间。")


class RefuseSheetForm(forms.Form):
    """The reason why a sheet goes back, and which of its filings must be judged again."""

    filings = forms.ModelMultipleChoiceField(
        Filing.objects.none(),
        label=_("须重新审核的表"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("所选的表不在这张审核表上，请刷新页面后重选。")},
    )
    reason = Words(
        label=_("理由"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("请写明退回理由。")},
    )

    def __init__(self, *args: Any, sheet: ReviewSheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["filings"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Filing.objects.filter(sheet_rows__sheet=sheet).select_related("obligation__unit")
