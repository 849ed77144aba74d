"""When a session ends."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path, reverse
from pytest_django import DjangoAssertNumQueries, Settings

from portal.accounts.decorators import keeps_idle
from portal.accounts.models import User
from tests.factories.accounts import ClerkFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
MORNING = datetime(2026, 3, 2, 1, tzinfo=UTC)


def act(request: HttpRequest) -> HttpResponse:
    return HttpResponse("done")


save = keeps_idle(lambda request: HttpResponse("saved"))
urlpatterns = [
    path("", include("portal.accounts.urls")),
    path("", act, name="home"),
    path("test/act/", act),
    path("test/save/", save),
]


@pytest.fixture
def clerk() -> User:
    return ClerkFactory.create(username="bachu-clerk", password="county-paper-9")


@pytest.fixture
def clock() -> object:
    with time_machine.travel(MORNING, tick=False) as clock:
        yield clock


@pytest.fixture
def signed_in(client: Client, clerk: User, clock: object) -> Client:
    client.post(reverse("accounts:login"), {"username": clerk.username, "password": "county-paper-9"})
    return client


def test_half_an_hour_without_an_act_ends_it(signed_in: Client, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(minutes=29, seconds=59))
    assert signed_in.get("/test/act/").status_code == 200
    clock.shift(timedelta(minutes=30))
    response = signed_in.get("/test/act/?a=1")
    assert response["Location"] == "/login/?next=%2Ftest%2Fact%2F%3Fa%3D1&ended=idle"
    assert "您有一段时间没有操作，为安全起见已自动退出" in signed_in.get(response["Location"]).content.decode()


def test_an_act_extends_it(signed_in: Client, clock: time_machine.Traveller) -> None:
    for _ in range(5):
        clock.shift(timedelta(minutes=20))
        assert signed_in.get("/test/act/").status_code == 200


def test_saving_by_itself_does_not_extend_it(signed_in: Client, clock: time_machine.Traveller) -> None:
    for _ in range(29):
        clock.shift(timedelta(minutes=1))
        assert signed_in.post("/test/save/").status_code == 200
    clock.shift(timedelta(minutes=1))
    assert signed_in.post("/test/save/", headers={"accept": "application/json"}).status_code == 401


def test_a_working_day_ends_it_whatever_is_done(signed_in: Client, clock: time_machine.Traveller) -> None:
    for _ in range(29):
        clock.shift(timedelta(minutes=20))
        assert signed_in.get("/test/act/").status_code == 200
    clock.shift(timedelta(minutes=20))
    assert signed_in.get("/test/act/")["Location"] == "/login/?next=%2Ftest%2Fact%2F&ended=day"


def _disable(clerk: User) -> None:
    User.objects.filter(pk=clerk.pk).update(is_active=False)


def _reset(clerk: User) -> None:
    clerk.set_password("another-word-77")
    clerk.save(update_fields=["password"])


def _clear(clerk: User) -> None:
    Session.objects.all().delete()


@pytest.mark.parametrize(
    ("act", "ended", "said"),
    [
        (_disable, "disabled", "这个账号已停用"),
        (_reset, "changed", "密码已修改或重置"),
        (_clear, "elsewhere", "登录已在别处结束"),
    ],
)
def test_the_sign_in_page_says_why_one_is_there(
    signed_in: Client, clerk: User, act: Callable[[User], None], ended: str, said: str
) -> None:
    act(clerk)
    address = signed_in.get("/test/act/")["Location"]
    assert address == f"/login/?next=%2Ftest%2Fact%2F&ended={ended}"
    assert said in signed_in.get(address).content.decode()


def test_another_tab_is_told_that_one_has_signed_out(signed_in: Client) -> None:
    signed_in.post(reverse("accounts:logout"))
    assert signed_in.get("/test/act/")["Location"] == "/login/?next=%2Ftest%2Fact%2F&ended=signed_out"
    assert "另一页退出登录" not in signed_in.get("/login/?ended=strange").content.decode()
    signed_in.post(reverse("accounts:login"), {"username": "bachu-clerk", "password": "county-paper-9"})
    assert signed_in.cookies["jx_ended"].value == ""


def test_the_limit_is_a_setting(signed_in: Client, clock: time_machine.Traveller, settings: Settings) -> None:
    settings.SESSION_IDLE_LIMIT = timedelta(minutes=5)
    clock.shift(timedelta(minutes=5))
    assert signed_in.get("/test/act/").status_code == 302


def test_an_ended_session_answers_a_script_with_json(signed_in: Client, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(hours=1))
    for headers in ({"accept": "application/json"}, {"hx-request": "true"}):
        response = signed_in.post("/test/act/", headers=headers)
        assert response.status_code == 401
        assert response.json() == {
            "error": "session_ended",
            "message": "您有一段时间没有操作，为安全起见已自动退出，请重新登录。",
        }
    response = signed_in.post("/test/act/", "{}", content_type="application/json")
    assert (response.status_code, response.json()["error"]) == (401, "session_ended")


def test_an_ended_session_leaves_nothing_behind(signed_in: Client, clock: time_machine.Traveller) -> None:
    key = signed_in.session.session_key or ""
    clock.shift(timedelta(hours=1))
    signed_in.get("/test/act/")
    assert not type(signed_in.session)().exists(key)


def test_a_form_sent_too_late_is_not_sent_again_after_signing_in(
    signed_in: Client, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(hours=1))
    assert signed_in.post("/test/act/")["Location"] == "/login/?ended=idle"


def test_a_session_costs_one_write_a_minute_at_most(
    signed_in: Client, clock: time_machine.Traveller, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    clock.shift(timedelta(seconds=59))
    with django_assert_num_queries(2):
        signed_in.get("/test/act/")


def test_pages_of_a_person_are_not_cached(signed_in: Client) -> None:
    response = signed_in.get("/test/act/")
    assert response.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
