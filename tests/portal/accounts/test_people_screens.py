"""The administrator's screens for people."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from portal.accounts.models import User
from tests.factories.accounts import (
    BusinessAdminFactory,
    ClerkFactory,
    CountyFactory,
    HeadFactory,
    UnitFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> User:
    return BusinessAdminFactory.create(full_name="李慧敏")


@pytest.fixture
def clerk(admin: User) -> User:
    return county_clerk(admin, username="bachu-clerk", full_name="阿依古丽")


@pytest.fixture
def signed_in(client: Client, admin: User) -> Client:
    client.force_login(admin)
    client.get(reverse("accounts:users"))
    return client


def county_clerk(admin: User, **facts: Any) -> User:
    return ClerkFactory.create(unit=UnitFactory.create(region=CountyFactory.create(parent=admin.unit.region)), **facts)


def listed(client: Client, **filters: Any) -> list[User]:
    return list(client.get(reverse("accounts:users"), filters).context["page"])


def test_the_list_holds_people_of_the_own_prefecture(signed_in: Client, admin: User, clerk: User) -> None:
    ClerkFactory.create()
    BusinessAdminFactory.create()
    assert set(listed(signed_in)) == {admin, clerk}


def test_the_list_is_narrowed_by_words_unit_role_and_state(signed_in: Client, admin: User, clerk: User) -> None:
    head = HeadFactory.create(unit=clerk.unit, is_active=False)
    assert listed(signed_in, q="依古") == [clerk]
    assert listed(signed_in, q="BACHU") == [clerk]
    assert set(listed(signed_in, unit=clerk.unit_id)) == {clerk, head}
    assert listed(signed_in, role="business_admin") == [admin]
    assert listed(signed_in, state="off") == [head]
    assert listed(signed_in, unit=clerk.unit_id, state="on") == [clerk]


def test_a_unit_of_another_prefecture_is_no_choice(signed_in: Client, clerk: User) -> None:
    response = signed_in.get(reverse("accounts:users"), {"unit": ClerkFactory.create().unit_id})
    assert list(response.context["form"].errors) == ["unit"]


@pytest.mark.parametrize("people", [1, 3])
def test_the_list_costs_the_same_queries_for_any_number_of_people(
    signed_in: Client, admin: User, django_assert_num_queries: DjangoAssertNumQueries, people: int
) -> None:
    for _ in range(people):
        county_clerk(admin)
    with django_assert_num_queries(8):
        assert len(listed(signed_in)) == people + 1


def test_the_first_password_is_shown_once_and_works(signed_in: Client, clerk: User) -> None:
    fields = {"username": "bachu-head", "full_name": "吐尔逊江", "unit": clerk.unit_id, "roles": ["head"]}
    response = signed_in.post(reverse("accounts:user_new"), fields)
    assert response.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    password = response.context["password"]
    assert password in response.content.decode()
    person = User.objects.get(username="bachu-head")
    assert password not in signed_in.get(reverse("accounts:user", args=[person.pk])).content.decode()
    newcomer = Client()
    answer = newcomer.post(reverse("accounts:login"), {"username": "bachu-head", "password": password}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("accounts:password")


def test_a_login_name_of_other_signs_is_refused_in_plain_words(signed_in: Client, clerk: User) -> None:
    fields = {"username": "a b", "full_name": "某人", "unit": clerk.unit_id, "roles": ["head"]}
    response = signed_in.post(reverse("accounts:user_new"), fields)
    assert response.context["form"].errors == {
        "username": ["登录名只能用字母、数字和 @ . + - _，不能有空格或其他符号。"]
    }


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(signed_in: Client, clerk: User) -> None:
    fields = {"username": "BACHU-clerk", "full_name": "某人", "unit": clerk.unit_id, "roles": ["reviewer"]}
    response = signed_in.post(reverse("accounts:user_new"), fields)
    assert response.context["form"].errors == {
        "username": ["登录名“BACHU-clerk”已有人用，请换一个。"],
        "roles": ["填报单位没有“审核员”这个角色，可选填报员、单位负责人。"],
    }
    assert 'value="某人"' in response.content.decode()
    assert User.objects.filter(full_name="某人").count() == 0


def test_a_change_is_saved(signed_in: Client, clerk: User) -> None:
    fields = {"full_name": "新名", "unit": clerk.unit_id, "roles": ["clerk", "head"]}
    assert signed_in.post(reverse("accounts:user", args=[clerk.pk]), fields)["Location"] == reverse("accounts:users")
    clerk.refresh_from_db()
    assert (clerk.full_name, clerk.roles) == ("新名", ["clerk", "head"])


def test_an_administrator_cannot_drop_the_own_role_on_the_screen(signed_in: Client, admin: User) -> None:
    fields = {"full_name": "李慧敏", "unit": admin.unit_id, "roles": ["auditor"]}
    response = signed_in.post(reverse("accounts:user", args=[admin.pk]), fields)
    assert response.context["form"].non_field_errors() == [
        "不能取消自己的业务管理员角色，也不能调离本单位，请由另一位业务管理员办理。"
    ]
    admin.refresh_from_db()
    assert admin.roles == ["business_admin"]


def test_the_own_account_shows_no_button_that_would_lock_oneself_out(signed_in: Client, admin: User) -> None:
    page = signed_in.get(reverse("accounts:user", args=[admin.pk])).content.decode()
    assert reverse("accounts:user_disable", args=[admin.pk]) not in page
    assert reverse("accounts:user_reset_password", args=[admin.pk]) not in page


def test_an_account_is_disabled_enabled_unlocked_and_reset(signed_in: Client, clerk: User) -> None:
    page = reverse("accounts:user", args=[clerk.pk])
    for act, active in (("user_disable", False), ("user_enable", True), ("user_unlock", True)):
        assert signed_in.post(reverse(f"accounts:{act}", args=[clerk.pk]))["Location"] == page
        clerk.refresh_from_db()
        assert clerk.is_active == active
    response = signed_in.post(reverse("accounts:user_reset_password", args=[clerk.pk]))
    clerk.refresh_from_db()
    assert clerk.check_password(response.context["password"])


def test_a_locked_account_is_shown_with_its_way_out(signed_in: Client, clerk: User) -> None:
    unlock = reverse("accounts:user_unlock", args=[clerk.pk])
    page = reverse("accounts:user", args=[clerk.pk])
    assert unlock not in signed_in.get(page).content.decode()
    for _ in range(5):
        Client().post(reverse("accounts:login"), {"username": clerk.username, "password": "wrong-secret-word"})
    assert unlock in signed_in.get(page).content.decode()
    assert "已锁定" in signed_in.get(reverse("accounts:users")).content.decode()
    signed_in.post(unlock)
    assert unlock not in signed_in.get(page).content.decode()


def test_disabling_oneself_by_a_forged_form_is_refused_in_words(signed_in: Client, admin: User) -> None:
    response = signed_in.post(reverse("accounts:user_disable", args=[admin.pk]), follow=True)
    assert "不能停用自己的账号，请由另一位业务管理员办理。" in response.content.decode()
    admin.refresh_from_db()
    assert admin.is_active


@pytest.mark.parametrize("number", ["0", "2000000011", "99999999999999999999999"])
def test_a_number_that_nobody_has_is_not_found(signed_in: Client, number: str) -> None:
    assert signed_in.get(f"/users/{number}/").status_code == 404


def test_an_empty_form_says_what_to_fill_in_and_what_to_choose(signed_in: Client) -> None:
    assert signed_in.post(reverse("accounts:user_new"), {"x": ""}).context["form"].errors == {
        "username": ["请填写登录名。"],
        "full_name": ["请填写姓名。"],
        "unit": ["请选择单位。"],
        "roles": ["请选择角色。"],
    }
