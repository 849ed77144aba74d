"""The first administrator of a new installation."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from portal.accounts.models import Region, Unit, User
from portal.audit.models import Entry
from tests.factories.accounts import PrefectureFactory

pytestmark = pytest.mark.django_db
ANSWERS = {
    "CODE": "653100",
    "NAME": "喀什地区",
    "PROVINCE": "新疆维吾尔自治区",
    "UNIT_NAME": "喀什地区财政局",
    "USERNAME": "kashi-admin",
    "FULL_NAME": "李慧敏",
}


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for key, value in ANSWERS.items():
        monkeypatch.setenv(f"FIRST_ADMIN_{key}", value)
    return monkeypatch


def create() -> str:
    out = StringIO()
    call_command("create_first_admin", "--no-input", stdout=out)
    return out.getvalue()


def test_it_makes_the_regions_the_bureau_and_the_administrator(answers: pytest.MonkeyPatch) -> None:
    words = create()
    person = User.objects.get()
    assert (person.username, person.roles, person.must_change_password) == ("kashi-admin", ["business_admin"], True)
    assert person.check_password(words.split("初始密码 ")[1].split("（")[0])
    assert (person.unit.name, person.unit.kind) == ("喀什地区财政局", Unit.Kind.FINANCE)
    assert [(region.code, region.level) for region in Region.objects.all()] == [
        ("650000", "region"),
        ("653100", "prefecture"),
    ]
    assert Entry.objects.get().details == {"username": "kashi-admin", "first_administrator": True}


def test_regions_that_are_there_are_used(answers: pytest.MonkeyPatch) -> None:
    prefecture = PrefectureFactory.create(code="653100", name="喀什")
    create()
    assert User.objects.get().unit.region == prefecture


def test_a_prefecture_gets_its_first_administrator_once(answers: pytest.MonkeyPatch) -> None:
    create()
    answers.setenv("FIRST_ADMIN_USERNAME", "second")
    with pytest.raises(CommandError, match="喀什地区已有业务管理员"):
        create()
    assert User.objects.count() == 1


@pytest.mark.parametrize("code", ["653130", "650000", "6531", "喀什地区三一", "６５３１００"])
def test_a_code_of_no_prefecture_is_refused(answers: pytest.MonkeyPatch, code: str) -> None:
    answers.setenv("FIRST_ADMIN_CODE", code)
    with pytest.raises(CommandError, match="以 00 结尾"):
        create()
    assert Region.objects.count() == 0


def test_what_is_missing_is_named(answers: pytest.MonkeyPatch) -> None:
    answers.delenv("FIRST_ADMIN_FULL_NAME")
    with pytest.raises(CommandError, match=r"姓名（FIRST_ADMIN_FULL_NAME）没有填"):
        create()


def test_it_asks_for_what_is_missing(answers: pytest.MonkeyPatch) -> None:
    answers.delenv("FIRST_ADMIN_FULL_NAME")
    answers.setattr("builtins.input", lambda question: " 李慧敏 ")
    call_command("create_first_admin", stdout=StringIO())
    assert User.objects.get().full_name == "李慧敏"
