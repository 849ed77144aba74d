"""An act that somebody confirms with the own password."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.accounts.requests import SignedInRequest


class ConfirmForm(forms.Form):
    """The person's own password, checked behind the same throttle as signing in; ``missing`` and ``wrong`` say why."""

    password = forms.CharField(
        label=_("登录密码"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    missing: str | Promise = _("请输入您的登录密码，以确认由您本人办理。")
    wrong: str | Promise = _("密码不对，没有办理。请重新输入；多次输错后须等候一段时间。")

    def __init__(self, *args: Any, request: SignedInRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.fields["password"].error_messages["required"] = str(self.missing)

    def clean_password(self) -> str:
        """Refuses a wrong password; after too many of them every password for a while."""
        password: str = self.cleaned_data["password"]
        person = self.request.user
        if authenticate(self.request, username=person.username, password=password) != person:
            raise forms.ValidationError(str(self.wrong))
        return password
