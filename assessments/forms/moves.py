"""Statements of a person as a filing takes a step: a reason, or the password that makes it their act."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.confirming import ConfirmForm
from portal.text.inputs import Words


class ReasonForm(forms.Form):
    """A reason in words."""

    reason = Words(
        label=_("理由"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("请写明理由。")},
    )


class PasswordForm(ConfirmForm):
    """The head's password, which makes the report their act."""

    missing = _("请输入您的登录密码，以确认由您本人报送。")
    wrong = _("密码不对，本表没有报送。请重新输入；多次输错后须等候一段时间。")


class ReopenForm(ConfirmForm):
    """The reason why a concluded paper is taken up again, and the password, as what was sealed is replaced."""

    reason = Words(
        label=_("理由"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("请写明理由。")},
    )
    field_order = ("reason", "password")
