"""Signing in and out by form."""

import json
import logging
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from portal.audit.models import Entry
from tests.factories.accounts import ClerkFactory

pytestmark = pytest.mark.django_db
PASSWORD = "county-paper-9"
WRONG = "wrong-secret-word"


@pytest.fixture
def clerk() -> User:
    return ClerkFactory.create(username="bachu-clerk", password=PASSWORD)


def sign_in(client: Client, username: str, password: str, **more: str) -> Any:
    return client.post(reverse("accounts:login"), {"username": username, "password": password, **more})


def test_a_person_signs_in_and_goes_home(client: Client, clerk: User) -> None:
    response = sign_in(client, clerk.username, PASSWORD)
    assert (response.status_code, response["Location"]) == (302, reverse("home"))
    assert client.session["_auth_user_id"] == str(clerk.pk)


@pytest.mark.parametrize("typed", ["BACHU-CLERK", "Bachu-Clerk", " bachu-clerk "])
def test_the_name_is_typed_in_any_case(client: Client, clerk: User, typed: str) -> None:
    assert sign_in(client, typed, PASSWORD)["Location"] == reverse("home")
    assert client.session["_auth_user_id"] == str(clerk.pk)


def test_a_name_that_was_stored_in_capitals_stays_and_is_found(client: Client) -> None:
    person = ClerkFactory.create(username="Bachu-Old", password=PASSWORD)
    assert sign_in(client, "bachu-old", PASSWORD).status_code == 302
    person.refresh_from_db()
    assert (client.session["_auth_user_id"], person.username) == (str(person.pk), "Bachu-Old")


def test_wrong_passwords_count_together_whatever_the_case(client: Client, clerk: User) -> None:
    for typed in ("bachu-clerk", "Bachu-clerk", "bAchu-clerk", "baChu-clerk", "bacHu-clerk"):
        sign_in(client, typed, WRONG)
    assert [attempt.username for attempt in AccessAttempt.objects.all()] == ["bachu-clerk"]
    assert sign_in(client, "BACHU-CLERK", PASSWORD).status_code == 429


def test_signing_in_gives_a_new_session_key(client: Client, clerk: User) -> None:
    client.session.save()
    before = client.session.session_key
    sign_in(client, clerk.username, PASSWORD)
    assert client.session.session_key != before


def test_signing_in_and_out_stand_in_the_record(client: Client, clerk: User) -> None:
    sign_in(client, clerk.username, PASSWORD)
    client.post(reverse("accounts:logout"))
    lines = Entry.objects.order_by("id").values_list("verb", "actor", "subject_id", "details", "region_code")
    where, code = {"address": "127.0.0.1"}, clerk.unit.region.code
    assert list(lines) == [
        ("signed_in", clerk.pk, str(clerk.pk), where, code),
        ("signed_out", clerk.pk, str(clerk.pk), where, code),
    ]


def test_a_failure_stands_in_the_record_under_the_region_of_the_person(client: Client, clerk: User) -> None:
    sign_in(client, clerk.username, WRONG)
    line = Entry.objects.get()
    assert (line.verb, line.actor, line.subject_id) == ("sign_in_failed", None, str(clerk.pk))
    assert line.region_code == clerk.unit.region.code


def test_an_unknown_name_is_not_written_down(client: Client, clerk: User) -> None:
    sign_in(client, PASSWORD, "x")
    line = Entry.objects.get()
    assert (line.subject_id, line.region_code, line.details) == ("", "", {"address": "127.0.0.1"})


def test_unknown_name_wrong_password_and_disabled_person_are_answered_alike(client: Client, clerk: User) -> None:
    ClerkFactory.create(username="disabled", password=PASSWORD, is_active=False)
    answers = [
        sign_in(client, "nobody", PASSWORD),
        sign_in(client, clerk.username, WRONG),
        sign_in(client, "disabled", PASSWORD),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    errors = [answer.context["form"].errors for answer in answers]
    assert errors == [{"__all__": ["登录名或密码不对，请核对后再试。"]}] * 3


@pytest.mark.parametrize("username", ["a\x00b", "x" * 61, "x" * 5000, ""])
def test_a_name_that_cannot_be_one_is_refused_with_a_message(client: Client, username: str) -> None:
    response = sign_in(client, username, PASSWORD)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["username"]


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "http:///evil.example"],
)
def test_next_never_leads_out_of_the_portal(client: Client, clerk: User, target: str) -> None:
    assert target not in client.get(reverse("accounts:login"), {"next": target}).content.decode()
    assert sign_in(client, clerk.username, PASSWORD, next=target)["Location"] == reverse("home")


def test_next_leads_to_a_page_of_the_portal(client: Client, clerk: User) -> None:
    assert sign_in(client, clerk.username, PASSWORD, next="/password/?a=1")["Location"] == "/password/?a=1"


def test_who_is_signed_in_is_not_asked_again(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    assert client.get(reverse("accounts:login"))["Location"] == reverse("home")


def test_signing_out_takes_a_post(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    assert client.get(reverse("accounts:logout"))["Location"] == reverse("home")
    assert "_auth_user_id" in client.session
    assert client.post(reverse("accounts:logout"))["Location"] == reverse("accounts:login")
    assert "_auth_user_id" not in client.session


def test_no_password_is_logged_or_kept(client: Client, clerk: User, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        sign_in(client, clerk.username, WRONG)
        sign_in(client, WRONG, PASSWORD)
        sign_in(client, clerk.username, PASSWORD)
    kept = json.dumps(
        [list(AccessAttempt.objects.values_list("get_data", "post_data")), list(Entry.objects.values_list("details"))]
    )
    for secret in (PASSWORD, WRONG):
        assert [record for record in caplog.records if secret in record.getMessage()] == []
        assert secret not in kept


def test_a_form_without_its_token_gets_a_page_that_says_so(clerk: User) -> None:
    client = Client(enforce_csrf_checks=True)
    response = sign_in(client, clerk.username, PASSWORD)
    assert response.status_code == 403
    assert "页面已过期" in response.content.decode()


def test_a_script_without_its_token_gets_json(clerk: User) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post(reverse("accounts:sign_in_again"), {}, headers={"accept": "application/json"})
    assert (response.status_code, response.json()["error"]) == (403, "csrf")
