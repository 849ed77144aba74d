"""What an administrator does with people, below the screens."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.accounts.services import people
from portal.accounts.services.passwords import initial_password
from portal.accounts.throttle import locked_usernames
from portal.audit.models import Entry
from tests.factories.accounts import (
    BusinessAdminFactory,
    ClerkFactory,
    CountyFactory,
    ReviewerFactory,
    UnitFactory,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 4, tzinfo=UTC)


@pytest.fixture
def admin() -> User:
    return BusinessAdminFactory.create()


@pytest.fixture
def clerk(admin: User) -> User:
    return ClerkFactory.create(
        unit=UnitFactory.create(region=CountyFactory.create(parent=admin.unit.region)), username="bachu-clerk"
    )


def create(admin: User, clerk: User, **changes: Any) -> tuple[User, str]:
    facts: dict[str, Any] = {
        "username": "new-head",
        "full_name": "刘建军",
        "unit": clerk.unit,
        "roles": [Role.HEAD],
        **changes,
    }
    return people.create_person(admin=admin, at=AT, **facts)


def change(admin: User, person: User, **changes: Any) -> None:
    facts: dict[str, Any] = {"full_name": person.full_name, "unit": person.unit, "roles": person.roles, **changes}
    people.change_person(admin=admin, person=person, at=AT, **facts)


def test_a_new_person_has_the_shown_password_and_must_change_it(admin: User, clerk: User) -> None:
    person, password = create(admin, clerk)
    stored = User.objects.get(username="new-head")
    assert stored.check_password(password)
    assert stored.must_change_password
    assert (stored, stored.full_name, stored.unit, stored.roles) == (person, "刘建军", clerk.unit, ["head"])


def test_first_passwords_differ_and_satisfy_the_validators() -> None:
    passwords = {initial_password() for _ in range(50)}
    assert len(passwords) == 50
    for password in passwords:
        validate_password(password)


@pytest.mark.parametrize("username", ["bachu-clerk", "BACHU-Clerk", "has space", ""])
def test_a_login_name_that_is_taken_or_none_is_refused(admin: User, clerk: User, username: str) -> None:
    with pytest.raises(ValidationError):
        create(admin, clerk, username=username)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.OFFICE_HEAD, Role.BUSINESS_ADMIN, Role.AUDITOR])
def test_a_bureau_has_no_finance_roles(admin: User, clerk: User, role: Role) -> None:
    with pytest.raises(ValidationError, match=f"填报单位没有“{role.label}”这个角色"):
        create(admin, clerk, roles=[role])
    with pytest.raises(ValidationError):
        change(admin, clerk, roles=[Role.CLERK, role])


def test_a_finance_unit_has_clerks_for_its_own_papers_and_no_head_of_a_bureau(admin: User, clerk: User) -> None:
    made, _password = create(admin, clerk, unit=admin.unit, roles=[Role.CLERK])
    assert (made.unit, made.roles) == (admin.unit, ["clerk"])
    with pytest.raises(ValidationError, match="财政单位没有“单位负责人”这个角色"):
        create(admin, clerk, unit=admin.unit, username="another", roles=[Role.REVIEWER, Role.HEAD])


def test_a_person_needs_a_role(admin: User, clerk: User) -> None:
    with pytest.raises(ValidationError, match="请至少选一个角色"):
        create(admin, clerk, roles=[])


def test_nobody_joins_a_closed_unit_or_one_of_another_prefecture(admin: User, clerk: User) -> None:
    with pytest.raises(PermissionDenied):
        create(admin, clerk, unit=UnitFactory.create())
    with pytest.raises(ValidationError, match="已停用，请选其他单位"):
        create(admin, clerk, unit=UnitFactory.create(region=clerk.unit.region, name="旧单位", active=False))


def test_a_change_stands_in_the_record_with_before_and_after(admin: User, clerk: User) -> None:
    change(admin, clerk, full_name="新名", roles=[Role.HEAD, Role.CLERK])
    clerk.refresh_from_db()
    assert (clerk.full_name, clerk.roles) == ("新名", ["clerk", "head"])
    details = Entry.objects.get().details
    assert details["before"]["roles"] == ["clerk"]
    assert details["after"] == {"full_name": "新名", "unit": clerk.unit.name, "roles": ["clerk", "head"]}


def test_moving_to_a_finance_unit_takes_finance_roles(admin: User, clerk: User) -> None:
    with pytest.raises(ValidationError):
        change(admin, clerk, unit=admin.unit, roles=[Role.HEAD])
    change(admin, clerk, unit=admin.unit, roles=[Role.REVIEWER])
    clerk.refresh_from_db()
    assert (clerk.unit, clerk.roles) == (admin.unit, ["reviewer"])


def test_an_administrator_stays_one_and_stays_in_the_unit(admin: User, clerk: User) -> None:
    with pytest.raises(ValidationError, match="不能取消自己的业务管理员角色"):
        change(admin, admin, roles=[Role.REVIEWER])
    with pytest.raises(ValidationError, match="不能停用自己的账号"):
        people.disable_person(admin=admin, person=admin, at=AT)
    with pytest.raises(ValidationError, match="自己的密码请在"):
        people.reset_password(admin=admin, person=admin, at=AT)
    change(admin, admin, roles=[Role.BUSINESS_ADMIN, Role.REVIEWER])


def test_disabling_ends_sessions_at_once_and_enabling_does_not_revive_them(
    client: Client, admin: User, clerk: User
) -> None:
    client.force_login(clerk)
    assert client.get(reverse("accounts:password")).status_code == 200
    people.disable_person(admin=admin, person=clerk, at=AT)
    assert client.get(reverse("accounts:password")).status_code == 302
    client.force_login(clerk)
    people.enable_person(admin=admin, person=clerk, at=AT)
    assert client.get(reverse("accounts:password")).status_code == 302


def test_a_person_of_a_closed_unit_is_not_enabled(admin: User, clerk: User) -> None:
    people.disable_person(admin=admin, person=clerk, at=AT)
    clerk.unit.active = False
    clerk.unit.save()
    with pytest.raises(ValidationError, match="已停用，请先启用单位"):
        people.enable_person(admin=admin, person=clerk, at=AT)


def test_a_reset_ends_sessions_and_asks_for_a_new_password(client: Client, admin: User, clerk: User) -> None:
    client.force_login(clerk)
    password = people.reset_password(admin=admin, person=clerk, at=AT)
    assert client.get(reverse("accounts:password"))["Location"].startswith(reverse("accounts:login"))
    clerk.refresh_from_db()
    assert clerk.check_password(password)
    assert clerk.must_change_password


def test_unlocking_forgets_wrong_passwords(client: Client, admin: User, clerk: User) -> None:
    wrong = {"username": clerk.username, "password": "wrong-secret-word"}
    for _ in range(5):
        answer = client.post(reverse("accounts:login"), wrong)
    assert answer.status_code == 429
    people.unlock_person(admin=admin, person=clerk, at=AT)
    assert client.post(reverse("accounts:login"), wrong).status_code == 200


def test_nothing_is_done_to_people_of_another_prefecture_or_by_other_roles(admin: User, clerk: User) -> None:
    stranger, reviewer = ClerkFactory.create(), ReviewerFactory.create(unit=admin.unit)
    for by, whom in ((admin, stranger), (reviewer, clerk)):
        for act in (people.disable_person, people.enable_person, people.unlock_person, people.reset_password):
            with pytest.raises(PermissionDenied):
                act(admin=by, person=whom, at=AT)
        with pytest.raises(PermissionDenied):
            change(by, whom)
    with pytest.raises(PermissionDenied):
        create(reviewer, clerk)


def test_every_act_stands_in_the_record(admin: User, clerk: User) -> None:
    create(admin, clerk)
    change(admin, clerk, full_name="新名")
    people.disable_person(admin=admin, person=clerk, at=AT)
    people.enable_person(admin=admin, person=clerk, at=AT)
    people.unlock_person(admin=admin, person=clerk, at=AT)
    people.reset_password(admin=admin, person=clerk, at=AT)
    lines = Entry.objects.order_by("id")
    assert [line.verb for line in lines] == [
        "user_created",
        "user_changed",
        "user_disabled",
        "user_enabled",
        "user_unlocked",
        "password_reset",
    ]
    assert {(line.actor, line.region_code) for line in lines} == {(admin, admin.unit.region.code)}


def test_nobody_is_locked_without_wrong_passwords(clerk: User) -> None:
    assert locked_usernames([clerk.username], at=AT) == set()
