"""What is said of a new password that will not do."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from portal.accounts.models import User


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("kax9-wute", ["密码太短，至少 10 个字符。"]),
        ("password123", ["这个密码太常见了。"]),
        ("90417352668", ["密码只包含数字。"]),
        ("bachu-clerk1", ["密码跟 登录名 太相似了。"]),
    ],
)
def test_a_password_that_will_not_do_is_refused_in_chinese(password: str, said: list[str]) -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password(password, User(username="bachu-clerk", full_name="阿依古丽"))
    assert refused.value.messages == said
