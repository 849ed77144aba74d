"""What an administrator does with units and counties."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from portal.accounts.models import Region, Unit, User
from portal.accounts.services import units
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
SOCIAL, FINANCE = Unit.Kind.SOCIAL_INSURANCE, Unit.Kind.FINANCE


@pytest.fixture
def admin() -> User:
    return BusinessAdminFactory.create()


@pytest.fixture
def county(admin: User) -> Region:
    return CountyFactory.create(parent=admin.unit.region, name="巴楚县")


@pytest.fixture
def signed_in(client: Client, admin: User) -> Client:
    client.force_login(admin)
    client.get(reverse("accounts:units"))
    return client


def create(admin: User, region: Region, **changes: Any) -> Unit:
    facts: dict[str, Any] = {
        "kind": SOCIAL,
        "name": "巴楚县社会保险管理局",
        "short_name": "巴楚县社保局",
        "aliases": ["旧名"],
        **changes,
    }
    return units.create_unit(admin=admin, region=region, at=AT, **facts)


def test_a_new_unit_stands_in_its_county_and_in_the_record(admin: User, county: Region) -> None:
    unit = create(admin, county)
    assert (unit.region, unit.kind, unit.aliases, unit.active) == (county, "social_insurance", ["旧名"], True)
    assert [line.verb for line in Entry.objects.all()] == ["unit_created"]


def test_a_finance_unit_belongs_to_the_prefecture(admin: User, county: Region) -> None:
    with pytest.raises(ValidationError, match="财政单位只设在地区（州）一级"):
        create(admin, county, kind=FINANCE)
    assert create(admin, admin.unit.region, kind=FINANCE, name="第二财政局").is_finance


@pytest.mark.parametrize("changes", [{"kind": "bank"}, {"name": ""}, {"name": "长" * 101}])
def test_a_unit_that_cannot_be_one_is_refused(admin: User, county: Region, changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        create(admin, county, **changes)


def test_a_name_stands_once_in_a_region(admin: User, county: Region) -> None:
    create(admin, county)
    with pytest.raises(ValidationError):
        create(admin, county)


def test_renaming_keeps_region_and_kind(admin: User, county: Region) -> None:
    unit = create(admin, county)
    units.change_unit(admin=admin, unit=unit, name="新名", short_name="", aliases=[], at=AT)
    unit.refresh_from_db()
    assert (unit.name, unit.label, unit.aliases, unit.region, unit.kind) == ("新名", "新名", [], county, SOCIAL)


def test_a_unit_with_people_who_can_sign_in_is_not_closed(admin: User, county: Region) -> None:
    unit = create(admin, county)
    clerk = ClerkFactory.create(unit=unit)
    with pytest.raises(ValidationError, match="还有 1 个启用的用户，请先停用或调出"):
        units.close_unit(admin=admin, unit=unit, at=AT)
    clerk.is_active = False
    clerk.save()
    units.close_unit(admin=admin, unit=unit, at=AT)
    unit.refresh_from_db()
    assert not unit.active
    units.reopen_unit(admin=admin, unit=unit, at=AT)
    unit.refresh_from_db()
    assert unit.active


def test_nobody_closes_the_own_unit(admin: User) -> None:
    with pytest.raises(ValidationError, match="不能停用自己所在的单位"):
        units.close_unit(admin=admin, unit=admin.unit, at=AT)


def test_nothing_is_done_in_another_prefecture_or_by_other_roles(admin: User, county: Region) -> None:
    unit, elsewhere, reviewer = create(admin, county), UnitFactory.create(), ReviewerFactory.create(unit=admin.unit)
    for by, which in ((admin, elsewhere), (reviewer, unit)):
        with pytest.raises(PermissionDenied):
            units.close_unit(admin=by, unit=which, at=AT)
        with pytest.raises(PermissionDenied):
            units.reopen_unit(admin=by, unit=which, at=AT)
        with pytest.raises(PermissionDenied):
            units.change_unit(admin=by, unit=which, name="甲", short_name="", aliases=[], at=AT)
        with pytest.raises(PermissionDenied):
            create(by, which.region, name="乙")
    with pytest.raises(PermissionDenied):
        units.add_county(admin=reviewer, code=county.code[:4] + "98", name="丙", at=AT)


def test_a_county_is_added_under_the_prefecture(admin: User) -> None:
    code = admin.unit.region.code[:4] + "31"
    county = units.add_county(admin=admin, code=code, name="塔什库尔干县", at=AT)
    assert (county.parent, county.level) == (admin.unit.region, Region.Level.COUNTY)


@pytest.mark.parametrize("end", ["00", "3", "131", "a1", "３１", "-1"])
def test_a_code_that_is_no_countys_is_refused(admin: User, end: str) -> None:
    with pytest.raises(ValidationError, match="请填 6 位区划代码"):
        units.add_county(admin=admin, code=admin.unit.region.code[:4] + end, name="某县", at=AT)


def test_a_code_of_another_prefecture_or_a_taken_one_is_refused(admin: User, county: Region) -> None:
    with pytest.raises(ValidationError, match="请填 6 位区划代码"):
        units.add_county(admin=admin, code="990031", name="某县", at=AT)
    with pytest.raises(ValidationError):
        units.add_county(admin=admin, code=county.code, name="某县", at=AT)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_queries_for_any_number_of_units(
    signed_in: Client, county: Region, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for one in range(number):
        ClerkFactory.create(unit=UnitFactory.create(region=county, name=f"单位{one}"))
    with django_assert_num_queries(6):
        page = signed_in.get(reverse("accounts:units")).context["page"]
    assert [unit.people for unit in page] == [1] * (number + 1)


def test_the_list_is_narrowed_by_name_kind_and_state(signed_in: Client, admin: User, county: Region) -> None:
    closed = UnitFactory.create(region=county, name="旧局", active=False)
    health = UnitFactory.create(
        region=county, name="巴楚县医疗保障局", short_name="医保", kind=Unit.Kind.MEDICAL_INSURANCE
    )
    UnitFactory.create()
    cases = {("q", "医疗"): [health], ("kind", "finance"): [admin.unit], ("state", "off"): [closed]}
    for (name, value), expected in cases.items():
        assert list(signed_in.get(reverse("accounts:units"), {name: value}).context["page"]) == expected


def test_a_unit_is_made_changed_closed_and_reopened_on_the_screens(signed_in: Client, county: Region) -> None:
    fields = {
        "region": county.pk,
        "kind": "social_insurance",
        "name": "新局",
        "short_name": "",
        "aliases": "甲\r\n\r\n 乙 \r\n甲",
    }
    assert signed_in.post(reverse("accounts:unit_new"), fields)["Location"] == reverse("accounts:units")
    unit = Unit.objects.get(name="新局")
    assert unit.aliases == ["甲", "乙"]
    page = reverse("accounts:unit", args=[unit.pk])
    assert "甲\n乙" in signed_in.get(page).content.decode()
    assert signed_in.post(page, {"name": "新新局", "short_name": "新"})["Location"] == reverse("accounts:units")
    for act, active in (("unit_close", False), ("unit_reopen", True)):
        assert signed_in.post(reverse(f"accounts:{act}", args=[unit.pk]))["Location"] == page
        unit.refresh_from_db()
        assert (unit.name, unit.active) == ("新新局", active)


def test_what_is_wrong_with_a_unit_stands_at_its_field(signed_in: Client, county: Region) -> None:
    UnitFactory.create(region=county, name="旧局")
    fields = {"region": county.pk, "kind": "finance", "name": "旧局", "aliases": "长" * 101}
    errors = signed_in.post(reverse("accounts:unit_new"), fields).context["form"].errors
    assert errors == {
        "kind": ["财政单位只设在地区（州）一级，请选择本地区。"],
        "name": ["巴楚县已有“旧局”。"],
        "aliases": ["“长长长长长长长长长长长长……”超过 100 字，请缩短。"],
    }


def test_a_rename_to_a_name_of_the_same_region_is_refused(signed_in: Client, county: Region) -> None:
    UnitFactory.create(region=county, name="甲局")
    unit = UnitFactory.create(region=county, name="乙局")
    response = signed_in.post(reverse("accounts:unit", args=[unit.pk]), {"name": "甲局"})
    assert response.status_code == 200
    assert len(response.context["form"].non_field_errors()) == 1


def test_a_county_is_added_on_the_screen(signed_in: Client, admin: User) -> None:
    code = admin.unit.region.code[:4] + "31"
    assert signed_in.post(reverse("accounts:county_new"), {"code": code, "name": "新县"})["Location"] == reverse(
        "accounts:regions"
    )
    shown = signed_in.get(reverse("accounts:regions")).context["regions"]
    assert [region.code for region in shown] == [admin.unit.region.code, code]
    errors = signed_in.post(reverse("accounts:county_new"), {"code": code, "name": "又一县"}).context["form"].errors
    assert errors == {"code": [f"代码 {code} 已是新县。"]}
