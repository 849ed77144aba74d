"""A page of one person does nothing in the session of another: forms and scripts alike."""

import json
import re
from typing import Any

import pytest
from django.template import RequestContext, Template
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from portal.accounts.whose_page import FIELD, page_mark
from tests.factories.accounts import ClerkFactory

pytestmark = pytest.mark.django_db
NEW = {"old_password": "county-paper-9", "new_password1": "another-word-77", "new_password2": "another-word-77"}


@pytest.fixture
def owner() -> User:
    """Whose page it is."""
    return ClerkFactory.create(username="bachu-clerk", full_name="阿依努尔", password="county-paper-9")


@pytest.fixture
def visitor(owner: User) -> User:
    """Who is signed in now."""
    return ClerkFactory.create(username="bachu-second", full_name="古丽", unit=owner.unit, password="county-paper-9")


@pytest.fixture
def client(visitor: User) -> Client:
    client = Client(enforce_csrf_checks=False)
    client.force_login(visitor)
    return client


def change_password(client: Client, mark: str, **more: Any) -> Any:
    return client.post(reverse("accounts:password"), {**NEW, FIELD: mark}, **more)


def test_a_form_of_somebody_else_s_page_names_both_and_does_nothing(client: Client, owner: User, visitor: User) -> None:
    before = visitor.password
    response = change_password(client, page_mark(owner))
    said = response.content.decode()
    assert response.status_code == 409
    assert "这一页是阿依努尔（登录名 bachu-clerk）打开的，现在登录的是古丽（登录名 bachu-second）" in said
    visitor.refresh_from_db()
    assert visitor.password == before


def test_it_is_said_even_where_the_token_is_another_one_since(owner: User, visitor: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(visitor)
    assert change_password(client, page_mark(owner)).status_code == 409
    assert change_password(client, page_mark(visitor)).status_code == 403


def test_a_script_of_somebody_else_s_page_is_told_by_name(client: Client, owner: User) -> None:
    headers = {"accept": "application/json", "x-page-of": page_mark(owner)}
    response = client.post(reverse("accounts:logout"), "{}", content_type="application/json", headers=headers)
    assert (response.status_code, response.json()["error"]) == (409, "other_person")
    assert "阿依努尔" in response.json()["message"]
    assert "_auth_user_id" in client.session


@pytest.mark.parametrize("mark", ["", "own", "7", "7:forged"])
def test_one_s_own_page_goes_through_and_a_forged_mark_tells_nothing(
    client: Client, visitor: User, owner: User, mark: str
) -> None:
    mark = {"own": page_mark(visitor), "7": str(owner.pk), "7:forged": f"{owner.pk}:forged"}.get(mark, mark)
    response = change_password(client, mark)
    assert (response.status_code, response["Location"]) == (302, reverse("accounts:password"))


def test_reading_is_nobody_s_act(client: Client, owner: User) -> None:
    assert client.get(reverse("accounts:password"), headers={"x-page-of": page_mark(owner)}).status_code == 200


def test_every_form_says_whose_it_is(rf: Any, visitor: User) -> None:
    request = rf.get("/")
    request.user = visitor
    drawn = Template("{% csrf_token %}").render(RequestContext(request, {"user": visitor}))
    assert re.findall(r'name="(\w+)"', drawn) == ["csrfmiddlewaretoken", FIELD]
    assert json.dumps(page_mark(visitor)) in drawn
    stranger = Template("{% csrf_token %}").render(RequestContext(rf.get("/"), {"user": None}))
    assert re.findall(r'name="(\w+)"', stranger) == ["csrfmiddlewaretoken"]
