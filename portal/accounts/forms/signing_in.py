"""Signing in."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.layout import ask_by_name, plain


class SignInForm(AuthenticationForm):
    """Name and password; an unknown name, a wrong password and a disabled person are answered alike."""

    error_messages = {
        "invalid_login": _("登录名或密码不对，请核对后再试。"),
        "inactive": _("登录名或密码不对，请核对后再试。"),
    }

    username = UsernameField(label=_("登录名"), max_length=60, widget=forms.TextInput(attrs={"autofocus": True}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("密码")
        self.helper = plain()
        ask_by_name(self)


class SignInAgainForm(SignInForm):
    """The same over a page whose session ended; ``resuming`` is the login name that the page belongs to."""

    resuming = forms.CharField(max_length=60)

    def is_other_person(self) -> bool:
        """Whether somebody else wants in, to whom the page's unsaved text does not belong."""
        return self.data.get("username", "").strip() != self.data.get("resuming", "").strip()
