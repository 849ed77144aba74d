"""Pages for what went wrong."""

import json
import re
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from portal.accounts.roles import Role
from portal.ui import errors

from .conftest import Ask

Page = Callable[[HttpRequest], HttpResponse]

PAGES: dict[str, tuple[Page, int, str]] = {
    "unreadable": (lambda request: errors.bad_request(request, ValueError()), 400, "这次请求读不通"),
    "not allowed": (lambda request: errors.permission_denied(request, PermissionDenied()), 403, "这一步不由您办理"),
    "not there": (lambda request: errors.page_not_found(request, Http404()), 404, "找不到这个页面"),
    "old form": (lambda request: errors.csrf_failure(request), 403, "页面已过期"),
    "too often": (
        lambda request: errors.too_many_requests(request, minutes=15),
        429,
        "操作太频繁，请 15 分钟后再试",
    ),
    "fault": (lambda request: errors.server_error(request), 500, "系统暂时不可用，已填内容保存在本机"),
}


@pytest.mark.parametrize(("page", "status", "heading"), PAGES.values(), ids=PAGES.keys())
def test_each_page_says_in_words_what_happened(ask: Ask, page: Page, status: int, heading: str) -> None:
    response = page(ask(Role.CLERK))
    titles = re.findall(r"<h1>(.*?)</h1>", response.content.decode())
    assert (response.status_code, titles) == (status, [heading])


@pytest.mark.parametrize(
    ("page", "error"),
    [
        (PAGES["unreadable"][0], "bad_request"),
        (PAGES["not allowed"][0], "not_yours"),
        (PAGES["not there"][0], "gone"),
        (PAGES["fault"][0], "broken"),
    ],
)
def test_a_script_is_told_the_kind_by_name(ask: Ask, page: Page, error: str) -> None:
    request = ask(Role.CLERK)
    request.META["HTTP_ACCEPT"] = "application/json"
    said = json.loads(page(request).content)
    assert (said["error"], set(said)) == (error, {"error", "message"})


def test_not_there_and_not_yours_answer_byte_for_byte_alike(ask: Ask) -> None:
    here = errors.page_not_found(ask(Role.CLERK, path="/filings/1/"), Http404("no such filing"))
    there = errors.page_not_found(ask(Role.CLERK, path="/filings/2/"), Http404("another county's"))
    assert here.content == there.content


def test_too_many_attempts_say_when_to_come_back(ask: Ask) -> None:
    assert errors.too_many_requests(ask(), minutes=15)["Retry-After"] == "900"


def test_the_number_told_to_the_person_stands_in_the_log(ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    html = errors.server_error(ask(Role.CLERK, path="/filings/1/")).content.decode()
    (number,) = re.findall(r'<b class="mono">(\w{8})</b>', html)
    assert [record.getMessage() for record in caplog.records] == [f"fault {number} at GET /filings/1/"]
