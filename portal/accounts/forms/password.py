"""Changing one's own password."""

from typing import Any

from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.layout import ask_by_name, plain
from portal.accounts.requests import SignedInRequest


class OwnPasswordForm(PasswordChangeForm):
    """The password one has, and a new one twice, which must differ from it; the service sets it."""

    def __init__(self, request: SignedInRequest, data: Any = None) -> None:
        super().__init__(request.user, data)
        self.request = request
        self.fields["old_password"].label = _("现在的密码")
        self.fields["new_password1"].label = _("新密码")
        self.fields["new_password1"].help_text = _(
            "至少 10 个字符，不能全是数字，不能与登录名或姓名相近，不能是常见密码。"
        )
        self.fields["new_password2"].label = _("再输一次新密码")
        self.fields["new_password2"].help_text = ""
        self.helper = plain()
        ask_by_name(self)

    def clean_old_password(self) -> str:
        """Refuses a wrong one, behind the same throttle as signing in."""
        password: str = self.cleaned_data["old_password"]
        if authenticate(self.request, username=self.user.username, password=password) != self.user:
            raise ValidationError(_("现在的密码不对，请重新输入。"), code="wrong")
        return password

    def clean_new_password1(self) -> str:
        """Refuses the password one has."""
        password: str = self.cleaned_data["new_password1"]
        if password == self.data.get("old_password"):
            raise ValidationError(_("新密码与现在的相同，请另想一个。"), code="same")
        return password
