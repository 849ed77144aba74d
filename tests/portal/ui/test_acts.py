"""An act is told on the page that comes next."""

from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.test import RequestFactory

from portal.ui.acts import told


class NotNowError(Exception):
    """What a room of its own refuses with."""


def said(request: HttpRequest) -> list[tuple[str, str]]:
    return [(message.level_tag, message.message) for message in get_messages(request)]


def posted() -> HttpRequest:
    request = RequestFactory().post("/")
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    return request


def test_what_was_carried_out_is_said_where_there_are_words_for_it() -> None:
    request = posted()
    with told(request, "已办理。"):
        pass
    with told(request):
        pass
    assert said(request) == [("success", "已办理。")]


def test_a_refusal_is_said_in_its_own_words() -> None:
    request = posted()
    with told(request, "已办理。", refusal=NotNowError):
        raise NotNowError("现在不能办理。")
    with told(request, "已办理。"):
        raise ValidationError(["单位已停用。", "请另选。"])
    assert said(request) == [("error", "现在不能办理。"), ("error", "单位已停用。 请另选。")]
