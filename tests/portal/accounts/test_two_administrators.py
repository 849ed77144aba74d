"""Two administrators change the same unit or person: neither loses anything, both are told."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from portal.accounts.models import Unit, User
from tests.factories.accounts import BusinessAdminFactory, ClerkFactory, CountyFactory, UnitFactory
from tests.factories.two_pages import remembered, remembered_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[Client, Client]:
    """Two administrators of one prefecture, signed in."""
    first = BusinessAdminFactory.create(full_name="李慧敏")
    second = BusinessAdminFactory.create(full_name="王敏", unit=first.unit)
    clients = Client(), Client()
    for client, admin in zip(clients, (first, second), strict=True):
        client.force_login(admin)
    return clients


@pytest.fixture
def unit(two: tuple[Client, Client]) -> Unit:
    prefecture = User.objects.get(full_name="李慧敏").unit.region
    county = CountyFactory.create(parent=prefecture)
    return UnitFactory.create(region=county, name="巴楚县社保局", short_name="巴楚社保", aliases=["旧名", "别名"])


def post(client: Client, address: str, *parts: dict[str, Any]) -> HttpResponse:
    data: dict[str, Any] = {}
    for part in parts:
        data |= part
    return client.post(address, data)  # type: ignore[return-value]


def errors(answer: Any) -> dict[str, list[str]]:
    return dict(answer.context["form"].errors)


@pytest.mark.parametrize("turn", [1, -1])
def test_a_units_name_is_not_written_over_unread(two: tuple[Client, Client], unit: Unit, turn: int) -> None:
    early, late = two[::turn]
    address = reverse("accounts:unit", args=[unit.pk])
    shown = remembered(early, address)
    assert remembered(late, address) == shown
    data = {"name": unit.name, "short_name": unit.short_name, "aliases": "旧名\r\n别名"}
    assert post(early, address, shown, data, {"name": "巴楚县社会保险局"}).status_code == 302
    answer = post(late, address, shown, data, {"name": "巴楚县社保中心", "short_name": "社保中心"})
    who = "李慧敏" if turn == 1 else "王敏"
    (said,) = errors(answer)["name"]
    assert said.startswith(f"{who}（")
    assert said.endswith("刚改为“巴楚县社会保险局”，没有保存。这里仍是您填的，再保存一次就用您的。")
    unit.refresh_from_db()
    assert (unit.name, unit.short_name) == ("巴楚县社会保险局", "巴楚社保")
    page = answer.content.decode()
    assert 'value="巴楚县社保中心"' in page
    again = post(late, address, remembered_in(page), data, {"name": "巴楚县社保中心", "short_name": "社保中心"})
    assert again.status_code == 302
    unit.refresh_from_db()
    assert (unit.name, unit.short_name, unit.aliases) == ("巴楚县社保中心", "社保中心", ["旧名", "别名"])


def test_different_fields_of_a_unit_are_both_kept(two: tuple[Client, Client], unit: Unit) -> None:
    address = reverse("accounts:unit", args=[unit.pk])
    shown = remembered(two[0], address)
    data = {"name": unit.name, "short_name": unit.short_name, "aliases": "旧名\r\n别名"}
    assert post(two[0], address, shown, data, {"aliases": "旧名\r\n别名\r\n又一名"}).status_code == 302
    assert post(two[1], address, shown, data, {"short_name": "社保"}).status_code == 302
    unit.refresh_from_db()
    assert (unit.short_name, unit.aliases) == ("社保", ["旧名", "别名", "又一名"])


def test_one_field_that_waits_for_an_answer_takes_no_other_back(two: tuple[Client, Client], unit: Unit) -> None:
    address = reverse("accounts:unit", args=[unit.pk])
    shown = remembered(two[0], address)
    data = {"name": unit.name, "short_name": unit.short_name, "aliases": "旧名\r\n别名"}
    post(two[0], address, shown, data, {"name": "甲局", "aliases": "新名"})
    page = post(two[1], address, shown, data, {"name": "乙局"}).content.decode()
    assert post(two[1], address, remembered_in(page), data, {"name": "乙局"}).status_code == 302
    unit.refresh_from_db()
    assert (unit.name, unit.aliases) == ("乙局", ["新名"])


@pytest.mark.parametrize("turn", [1, -1])
def test_a_persons_unit_and_roles_are_not_written_over_unread(
    two: tuple[Client, Client], unit: Unit, turn: int
) -> None:
    early, late = two[::turn]
    person = ClerkFactory.create(unit=unit, full_name="阿依古丽")
    other = UnitFactory.create(region=unit.region, name="巴楚县医保局")
    third = UnitFactory.create(region=unit.region, name="巴楚县民政局")
    address = reverse("accounts:user", args=[person.pk])
    shown = remembered(early, address)
    data = {"full_name": "阿依古丽", "unit": unit.pk, "roles": ["clerk"]}
    assert post(early, address, shown, data, {"unit": other.pk, "roles": ["head"]}).status_code == 302
    mine = {"full_name": "阿依古丽·买买提", "unit": third.pk, "roles": ["clerk", "head"]}
    answer = post(late, address, shown, data, mine)
    found = errors(answer)
    assert ["刚改为“巴楚县医保局”" in found["unit"][0], "刚改为“单位负责人”" in found["roles"][0]] == [True, True]
    person.refresh_from_db()
    assert (person.full_name, person.unit, person.roles) == ("阿依古丽", other, ["head"])
    assert post(late, address, remembered_in(answer.content.decode()), data, mine).status_code == 302
    person.refresh_from_db()
    assert (person.full_name, person.unit, person.roles) == ("阿依古丽·买买提", third, ["clerk", "head"])


def test_ones_own_other_page_is_called_so(two: tuple[Client, Client], unit: Unit) -> None:
    address = reverse("accounts:unit", args=[unit.pk])
    shown = remembered(two[0], address)
    data = {"name": "甲局", "short_name": unit.short_name, "aliases": "旧名\r\n别名"}
    post(two[0], address, shown, data)
    (said,) = errors(post(two[0], address, shown, data, {"name": "乙局"}))["name"]
    assert said.startswith("您自己在另一页（")
