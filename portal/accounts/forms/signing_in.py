"""Signing in."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.layout import ask_by_name, plain
from portal.accounts.models import User


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

    def clean_username(self) -> str:
        """The name as it is stored, so that attempts in capitals and small letters count together."""
        typed: str = self.cleaned_data["username"]
        found = User.objects.named(typed)
        return found.username if found else typed.lower()


class SignInAgainForm(SignInForm):
    """The same over a page whose session ended; ``resuming`` is the login name that the page belongs to."""

    resuming = forms.CharField(max_length=60)

    def is_other_person(self) -> bool:
        """True if somebody else wants in, to whom the page's unsaved text does not belong."""
        wanted, resumed = (str(self.data.get(name, "")).strip().lower() for name in ("username", "resuming"))
        return wanted != resumed
