"""The demo's people and places."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from portal.accounts.demo import PASSWORD, demo_usernames, seed_people
from portal.accounts.models import Region, Unit, User
from portal.accounts.roles import Role, refuse_misplaced

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def embedded(settings: Settings) -> None:
    settings.EMBEDDED = True


def test_seeding_twice_is_the_same_as_once() -> None:
    seed_people(AT)
    counts = [model.objects.count() for model in (Region, Unit, User)]
    seed_people(AT)
    assert [model.objects.count() for model in (Region, Unit, User)] == counts == [6, 8, len(demo_usernames())]


def test_seeding_leaves_alone_what_a_person_changed() -> None:
    seed_people(AT)
    User.objects.filter(username="bachu-clerk").update(full_name="改名", is_active=False)
    seed_people(AT)
    clerk = User.objects.get(username="bachu-clerk")
    assert (clerk.full_name, clerk.is_active) == ("改名", False)


def test_every_county_bureau_and_every_finance_bureau_has_each_of_its_roles() -> None:
    seed_people(AT)
    for unit in Unit.objects.all():
        held = {role for person in unit.users.all() for role in person.roles}
        assert held == (
            {"clerk", "reviewer", "office_head", "business_admin", "auditor"} if unit.is_finance else {"clerk", "head"}
        )
        for person in unit.users.all():
            refuse_misplaced(person.roles, finance=unit.is_finance)


def test_each_county_lies_in_the_prefecture_of_its_code() -> None:
    seed_people(AT)
    for county in Region.objects.filter(level=Region.Level.COUNTY):
        assert (county.prefecture and county.prefecture.code) == county.code[:4] + "00"


def test_a_demo_account_signs_in_without_changing_the_password(client: Client) -> None:
    seed_people(AT)
    client.post(reverse("accounts:login"), {"username": "kashi-admin", "password": PASSWORD})
    assert client.get(reverse("accounts:users")).status_code == 200


def test_the_demo_password_satisfies_the_validators() -> None:
    validate_password(PASSWORD, User(username="kashi-admin", full_name="李慧敏"))


def test_the_table_names_every_account_with_role_and_unit() -> None:
    seed_people(AT)
    out = StringIO()
    call_command("demo_accounts", stdout=out)
    lines = out.getvalue().splitlines()
    assert PASSWORD in lines[0]
    assert [line.split()[0] for line in lines[1:]] == demo_usernames()
    assert lines[1].split()[1:3] == [str(Role.CLERK.label), "巴楚县社保局"]


def test_there_is_no_demo_on_a_database_of_ones_own(settings: Settings) -> None:
    settings.EMBEDDED = False
    with pytest.raises(ImproperlyConfigured):
        seed_people(AT)
    with pytest.raises(CommandError):
        call_command("demo_accounts")
    assert User.objects.count() == 0
