"""The gate: strangers sign in first, new people change their password first."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path, reverse

from portal.accounts.decorators import before_password_change, require_role
from portal.accounts.models import User
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from tests.factories.accounts import AuditorFactory, ClerkFactory, HeadFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def plain(request: HttpRequest) -> HttpResponse:
    return HttpResponse("in")


@require_role(Role.CLERK, Role.HEAD)
def bureau(request: SignedInRequest) -> HttpResponse:
    return HttpResponse(request.user.username)


urlpatterns = [
    path("", include("portal.accounts.urls")),
    path("", lambda request: plain(request), name="home"),
    path("test/plain/", plain),
    path("test/open/", login_not_required(lambda request: plain(request))),
    path("test/early/", before_password_change(lambda request: plain(request))),
    path("test/bureau/", bureau),
]


@pytest.fixture
def newcomer() -> User:
    return ClerkFactory.create(must_change_password=True)


def test_a_view_without_any_mark_is_closed_to_strangers(client: Client) -> None:
    assert client.get("/test/plain/")["Location"] == "/login/?next=%2Ftest%2Fplain%2F"
    assert client.get("/test/open/").content == b"in"


def test_a_stranger_s_script_gets_json(client: Client) -> None:
    response = client.get("/test/plain/", headers={"accept": "application/json"})
    assert (response.status_code, response.json()["error"]) == (401, "session_ended")


def test_a_new_person_is_sent_to_change_the_password_from_any_page(client: Client, newcomer: User) -> None:
    client.force_login(newcomer)
    assert client.get("/test/plain/")["Location"] == reverse("accounts:password")
    assert client.post("/test/bureau/")["Location"] == reverse("accounts:password")


def test_a_new_persons_script_gets_json(client: Client, newcomer: User) -> None:
    client.force_login(newcomer)
    response = client.post("/test/plain/", headers={"hx-request": "true"})
    assert response.status_code == 403
    assert response.json() == {"error": "password_change_required", "message": "请先修改初始密码。"}


def test_a_new_person_may_change_the_password_and_leave(client: Client, newcomer: User) -> None:
    client.force_login(newcomer)
    assert client.get("/test/early/").content == b"in"
    assert client.get(reverse("accounts:password")).status_code == 200
    assert client.post(reverse("accounts:logout"))["Location"] == reverse("accounts:login")


@pytest.mark.parametrize(
    ("factory", "status"), [(ClerkFactory, 200), (HeadFactory, 200), (AuditorFactory, 403), (UserFactory, 403)]
)
def test_a_view_for_roles_lets_in_who_holds_one(client: Client, factory: type[UserFactory], status: int) -> None:
    client.force_login(factory.create())
    assert client.get("/test/bureau/").status_code == status
