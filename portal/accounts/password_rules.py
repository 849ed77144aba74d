"""The demands on a new password, beyond what Django asks."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    """Refuses a short password in our own words: Django's sentence has no Chinese."""

    def get_error_message(self) -> str:
        """The least length of a password, in words."""
        return _("密码太短，至少 %(count)d 个字符。") % {"count": self.min_length}
