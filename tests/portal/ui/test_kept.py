"""The browser lets go of what it kept only after the server has said that it was saved."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from portal.ui.kept import SENT_AS
from tests.factories.accounts import BusinessAdminFactory

pytestmark = pytest.mark.django_db
NAME = "form:/units/new/"


@pytest.fixture
def admin(client: Client) -> User:
    person: User = BusinessAdminFactory.create()
    client.force_login(person)
    return person


def answered(client: Client, address: str, **fields: str) -> str:
    """The name that the answer gives back; empty for none."""
    response = client.post(address, {SENT_AS: NAME, **fields})
    return response.cookies[SENT_AS].value if SENT_AS in response.cookies else ""


def test_a_form_that_was_saved_is_named(client: Client, admin: User) -> None:
    fields = {"full_name": "新名", "unit": str(admin.unit_id), "roles": "business_admin"}
    address = reverse("accounts:user", args=[admin.pk])
    assert (answered(client, address, **fields), answered(client, address, full_name="")) == (
        "form%3A%2Funits%2Fnew%2F",
        "",
    )


def test_what_led_on_with_a_reason_why_not_is_not_named_and_the_reason_is_still_said(
    client: Client, admin: User
) -> None:
    assert answered(client, reverse("accounts:user_disable", args=[admin.pk])) == ""
    assert 'role="alert"' in client.get(reverse("accounts:user", args=[admin.pk])).content.decode()


def test_a_form_of_nobody_is_not_named(client: Client) -> None:
    assert answered(client, reverse("accounts:user_new")) == ""
