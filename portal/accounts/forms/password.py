"""Changing one's own password."""

from typing import Any

from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.layout import plain


class OwnPasswordForm(PasswordChangeForm):
    """The password one has, and a new one twice, which must differ from it; the service sets it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("现在的密码")
        self.fields["new_password1"].label = _("新密码")
        self.fields["new_password1"].help_text = _(
            "至少 10 个字符，不能全是数字，不能与登录名或姓名相近，不能是常见密码。"
        )
        self.fields["new_password2"].label = _("再输一次新密码")
        self.fields["new_password2"].help_text = ""
        self.helper = plain()

    def clean_new_password1(self) -> str:
        """Refuses the password one has."""
        password: str = self.cleaned_data["new_password1"]
        if password == self.data.get("old_password"):
            raise ValidationError(_("新密码与现在的相同，请另想一个。"), code="same")
        return password
