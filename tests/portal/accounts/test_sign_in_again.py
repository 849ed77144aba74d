"""Taking a page up again whose session ended."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from tests.factories.accounts import ClerkFactory

pytestmark = pytest.mark.django_db
PASSWORD = "county-paper-9"


@pytest.fixture
def clerk() -> User:
    return ClerkFactory.create(username="bachu-clerk", password=PASSWORD)


def again(client: Client, username: str, password: str, resuming: str, **headers: str) -> Any:
    fields = {"username": username, "password": password, "resuming": resuming}
    return client.post(reverse("accounts:sign_in_again"), fields, headers={"accept": "application/json", **headers})


def test_the_same_person_goes_on_with_a_new_token(clerk: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get(reverse("accounts:login"))
    old = client.cookies["csrftoken"].value
    response = again(client, clerk.username, PASSWORD, clerk.username, **{"x-csrftoken": old})
    assert response.status_code == 200
    assert client.session["_auth_user_id"] == str(clerk.pk)
    token = response.json()["csrf_token"]
    assert client.post(reverse("accounts:logout"), headers={"x-csrftoken": old}).status_code == 403
    assert client.post(reverse("accounts:logout"), headers={"x-csrftoken": token}).status_code == 302


def test_the_name_may_be_typed_in_any_case(client: Client, clerk: User) -> None:
    assert again(client, "Bachu-Clerk", PASSWORD, clerk.username).status_code == 200


def test_another_person_is_told_whose_page_it_is_and_not_let_in(client: Client, clerk: User) -> None:
    ClerkFactory.create(username="other", password=PASSWORD)
    response = again(client, "other", PASSWORD, clerk.username)
    assert (response.status_code, response.json()["error"]) == (409, "other_person")
    assert "bachu-clerk" in response.json()["message"]
    assert "_auth_user_id" not in client.session


def test_a_wrong_password_is_refused_in_words(client: Client, clerk: User) -> None:
    response = again(client, clerk.username, "wrong-secret-word", clerk.username)
    assert response.status_code == 422
    assert response.json() == {"error": "refused", "message": "登录名或密码不对，请核对后再试。"}


def test_it_counts_with_the_attempts_on_the_sign_in_page(client: Client, clerk: User) -> None:
    for _ in range(4):
        client.post(reverse("accounts:login"), {"username": clerk.username, "password": "wrong-secret-word"})
    response = again(client, clerk.username, "wrong-secret-word", clerk.username)
    assert response.status_code == 429
    assert response.json() == {"error": "too_often", "message": "操作太频繁，请 15 分钟后再试。", "minutes": 15}
    assert again(client, clerk.username, PASSWORD, clerk.username).status_code == 429
