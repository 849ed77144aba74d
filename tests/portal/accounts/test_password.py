"""One's own password."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from portal.audit.models import Entry
from tests.factories.accounts import ClerkFactory

pytestmark = pytest.mark.django_db
OLD, NEW = "county-paper-9", "another-paper-10"


@pytest.fixture
def clerk() -> User:
    return ClerkFactory.create(username="bachu-clerk", full_name="阿依古丽", password=OLD, must_change_password=True)


def change(client: Client, old: str = OLD, new: str = NEW, again: str | None = None) -> Any:
    fields = {"old_password": old, "new_password1": new, "new_password2": new if again is None else again}
    return client.post(reverse("accounts:password"), fields)


def test_the_first_change_opens_the_portal(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    assert change(client)["Location"] == reverse("home")
    clerk.refresh_from_db()
    assert clerk.check_password(NEW)
    assert not clerk.must_change_password
    assert client.get(reverse("accounts:password")).status_code == 200


def test_this_session_goes_on_and_the_others_end(client: Client, clerk: User) -> None:
    elsewhere = Client()
    elsewhere.force_login(clerk)
    client.force_login(clerk)
    change(client)
    assert "_auth_user_id" in client.session
    assert elsewhere.get(reverse("accounts:password"))["Location"].startswith(reverse("accounts:login"))


def test_it_stands_in_the_record_without_the_password(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    change(client)
    line = Entry.objects.get()
    assert (line.verb, line.actor, line.details) == ("password_changed", clerk, {})


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"old": "wrong"}, "old_password", "现在的密码不对，请重新输入。"),
        ({"new": OLD}, "new_password1", "新密码与现在的相同，请另想一个。"),
        ({"again": "different-10"}, "new_password2", "输入的两个密码不一致。"),
    ],
)
def test_what_is_wrong_stands_at_its_field(
    client: Client, clerk: User, fields: dict[str, str], field: str, message: str
) -> None:
    client.force_login(clerk)
    assert change(client, **fields).context["form"].errors[field] == [message]
    clerk.refresh_from_db()
    assert clerk.check_password(OLD)


@pytest.mark.parametrize("weak", ["short-9", "1234567890", "bachu-clerk", "password123"])
def test_a_weak_password_is_refused(client: Client, clerk: User, weak: str) -> None:
    client.force_login(clerk)
    assert "new_password2" in change(client, new=weak).context["form"].errors
    clerk.refresh_from_db()
    assert clerk.must_change_password


def test_guessing_the_own_password_is_throttled_like_signing_in(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    assert [change(client, old="wrong-secret-word").status_code for _ in range(5)] == [200, 200, 200, 200, 429]
    assert change(client).status_code == 429
