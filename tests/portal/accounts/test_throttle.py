"""Waiting after wrong passwords, before any hash."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings

from portal.accounts.models import User
from portal.accounts.throttle import client_address, locked_usernames
from tests.factories.accounts import ClerkFactory

PASSWORD = "county-paper-9"
NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


class CountingHasher(MD5PasswordHasher):
    """MD5 that counts its work."""

    algorithm = "counting"
    hashed = 0

    def encode(self, password: str, salt: str) -> str:
        type(self).hashed += 1
        return super().encode(password, salt)


@pytest.fixture
def clerk() -> User:
    return ClerkFactory.create(username="bachu-clerk", password=PASSWORD)


def attempt(client: Client, username: str, password: str = "wrong-secret-word", address: str = "10.0.0.1") -> Any:
    fields = {"username": username, "password": password}
    return client.post(reverse("accounts:login"), fields, REMOTE_ADDR=address)


@pytest.mark.django_db
def test_a_locked_attempt_hashes_nothing(client: Client, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    clerk = ClerkFactory.create(password=PASSWORD)
    CountingHasher.hashed = 0
    assert [attempt(client, clerk.username).status_code for _ in range(5)] == [200, 200, 200, 200, 429]
    assert CountingHasher.hashed == 5
    assert [attempt(client, clerk.username, PASSWORD).status_code for _ in range(20)] == [429] * 20
    assert CountingHasher.hashed == 5


@pytest.mark.django_db
def test_an_unknown_name_costs_as_many_hashes_as_a_known_one(client: Client, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    clerk = ClerkFactory.create(password=PASSWORD)
    counts = []
    for username in (clerk.username, "nobody"):
        CountingHasher.hashed = 0
        attempt(client, username)
        counts.append(CountingHasher.hashed)
    assert counts == [1, 1]


@pytest.mark.django_db
def test_an_unknown_name_is_locked_like_a_known_one(client: Client) -> None:
    assert [attempt(client, "nobody").status_code for _ in range(6)] == [200, 200, 200, 200, 429, 429]


@pytest.mark.django_db
def test_the_wait_is_told_in_minutes_and_ends(client: Client, clerk: User) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(5):
            response = attempt(client, clerk.username)
        assert response.headers["Retry-After"] == "900"
        assert "操作太频繁，请 15 分钟后再试" in response.content.decode()
        clock.shift(timedelta(minutes=9, seconds=30))
        assert "操作太频繁，请 6 分钟后再试" in attempt(client, clerk.username, PASSWORD).content.decode()
        clock.shift(timedelta(minutes=5, seconds=29))
        assert attempt(client, clerk.username, PASSWORD).status_code == 429
        clock.shift(timedelta(seconds=2))
        assert attempt(client, clerk.username, PASSWORD).status_code == 302


@pytest.mark.django_db
def test_the_same_name_elsewhere_and_other_names_here_are_not_locked(client: Client, clerk: User) -> None:
    other = ClerkFactory.create(password=PASSWORD)
    for _ in range(5):
        attempt(client, clerk.username)
    assert attempt(client, other.username, PASSWORD).status_code == 302
    assert attempt(Client(), clerk.username, PASSWORD, address="10.0.0.2").status_code == 302


@pytest.mark.django_db
def test_an_address_that_tries_many_names_is_locked_too(client: Client, clerk: User, settings: Settings) -> None:
    settings.SIGN_IN_FAILURES_PER_ADDRESS = 7
    assert [attempt(client, f"name-{number}").status_code for number in range(8)] == [200] * 7 + [429]
    assert attempt(client, clerk.username, PASSWORD).status_code == 429
    assert attempt(Client(), clerk.username, PASSWORD, address="10.0.0.2").status_code == 302


@pytest.mark.django_db
def test_getting_in_forgets_the_wrong_passwords(client: Client, clerk: User) -> None:
    for _ in range(4):
        attempt(client, clerk.username)
    attempt(client, clerk.username, PASSWORD)
    client.logout()
    assert attempt(client, clerk.username).status_code == 200


@pytest.mark.django_db
def test_locked_names_are_found_while_they_are_locked(client: Client, clerk: User) -> None:
    other = ClerkFactory.create()
    with time_machine.travel(NOON, tick=False):
        for _ in range(5):
            attempt(client, clerk.username)
        attempt(client, other.username)
    names = [clerk.username, other.username]
    assert locked_usernames(names, at=NOON + timedelta(minutes=14)) == {clerk.username}
    assert locked_usernames(names, at=NOON + timedelta(minutes=15)) == set()


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "peer", "address"),
    [
        (False, "1.2.3.4", "10.0.0.1", "10.0.0.1"),
        (True, "6.6.6.6, 1.2.3.4", "10.0.0.1", "1.2.3.4"),
        (True, "", "10.0.0.1", "10.0.0.1"),
        (True, "nonsense", "10.0.0.1", None),
        (True, "6.6.6.6, 2001:db8::1", "10.0.0.1", "2001:db8::1"),
        (False, "", "", None),
    ],
)
def test_only_our_own_proxys_word_counts_as_address(
    rf: RequestFactory,
    settings: Settings,
    behind_proxy: bool,
    forwarded: str,
    peer: str,
    address: str | None,
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    request = rf.get("/", headers={"x-forwarded-for": forwarded}, REMOTE_ADDR=peer)
    assert client_address(request) == address
