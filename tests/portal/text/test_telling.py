"""What the door changed is said once, to whoever sent it."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.test import RequestFactory

from portal.text.inputs import Line, Words
from portal.text.printed import PrintedLine
from portal.text.telling import HEADER, TellsWhatChanged, collecting, taken_in, what_changed

SAID = "已去掉 2 个看不见的字符，已把 1 个特殊符号换成通用写法。"


def answered(
    respond: Callable[[], HttpResponse], *, method: str = "POST", text: str = "\u202e5\u200b\uf0b7"
) -> tuple[HttpResponse, list[str]]:
    """The answer to a request with ``text`` in a form, and the messages that go with it."""
    request = RequestFactory().generic(method, "/")
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]

    def view(_request: HttpRequest) -> HttpResponse:
        assert Words().clean(text)
        return respond()

    return TellsWhatChanged(view)(request), [str(message) for message in get_messages(request)]


def test_a_form_that_was_taken_says_it_on_the_next_page() -> None:
    assert answered(lambda: HttpResponseRedirect("/"))[1] == [SAID]


def test_a_script_finds_it_in_the_header() -> None:
    response, messages = answered(lambda: JsonResponse({}))
    assert (unquote(response[HEADER]), messages) == (SAID, [])


@pytest.mark.parametrize(("method", "text"), [("GET", "\u200b5"), ("POST", "5")])
def test_nothing_is_said_of_a_search_or_of_a_clean_text(method: str, text: str) -> None:
    assert answered(lambda: HttpResponseRedirect("/"), method=method, text=text)[1] == []


def test_a_form_that_comes_back_says_nothing_yet() -> None:
    assert answered(lambda: HttpResponse(status=422))[1] == []


def test_a_line_has_one_line_and_is_clean() -> None:
    assert (Line().clean(" 王\n小\u202e明 "), Words().clean("一\x0b二\x00")) == ("王 小明", "一\n二")


def test_what_is_clean_already_is_not_told_twice() -> None:
    with collecting() as changed:
        assert taken_in(taken_in("\u200b甲")) == "甲"
    assert what_changed(*changed) == "已去掉 1 个看不见的字符。"


def test_a_name_that_papers_print_can_be_printed() -> None:
    with pytest.raises(ValidationError) as refused:
        PrintedLine().clean("王\ue003")
    assert refused.value.messages == ["第 2 字“\ue003”（U+E003）没有字形，打印不出，请换成别的写法。"]
    assert PrintedLine().clean("阿不都·热合曼") == "阿不都·热合曼"
