"""What a person states when a filing takes a step: a reason, or the password that makes it their act."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.utils.translation import gettext_lazy as _

from portal.accounts.requests import SignedInRequest


class ReasonForm(forms.Form):
    """A reason in words."""

    reason = forms.CharField(
        label=_("理由"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("请写明理由。")},
    )


class PasswordForm(forms.Form):
    """The person's own password, checked behind the same throttle as signing in."""

    password = forms.CharField(
        label=_("登录密码"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("请输入您的登录密码，以确认由您本人报送。")},
    )

    def __init__(self, *args: Any, request: SignedInRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self) -> str:
        """Refuses a wrong password; after too many of them every password for a while."""
        password: str = self.cleaned_data["password"]
        person = self.request.user
        if authenticate(self.request, username=person.username, password=password) != person:
            raise forms.ValidationError(_("密码不对，本表没有报送。请重新输入；多次输错后须等候一段时间。"))
        return password
