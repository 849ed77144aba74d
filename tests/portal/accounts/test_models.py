"""What the database refuses by itself."""

import pytest
from django.db import IntegrityError

from portal.accounts.models import Region, Unit, User
from tests.factories.accounts import ClerkFactory, CountyFactory, PrefectureFactory, TopRegionFactory, UnitFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", ["65313", "6531300", "65313a", "６５３１３０", ""])
def test_a_region_code_is_six_digits(code: str) -> None:
    with pytest.raises(IntegrityError, match="region_code_is_gb_t_2260"):
        Region.objects.create(code=code, name="某县", level="county", parent=PrefectureFactory.create())


def test_only_the_top_has_nothing_above_it() -> None:
    with pytest.raises(IntegrityError, match="region_below_the_top_has_a_parent"):
        Region.objects.create(code="653130", name="某县", level="county")


def test_a_region_knows_its_prefecture() -> None:
    prefecture = PrefectureFactory.create()
    assert (CountyFactory.create(parent=prefecture).prefecture, prefecture.prefecture) == (prefecture, prefecture)
    assert TopRegionFactory.create().prefecture is None


def test_a_unit_name_stands_once_in_a_region() -> None:
    unit = UnitFactory.create()
    with pytest.raises(IntegrityError, match="unit_name_once_per_region"):
        Unit.objects.create(region=unit.region, name=unit.name, kind=unit.kind)


def test_a_unit_kind_is_a_known_one() -> None:
    with pytest.raises(IntegrityError, match="unit_kind_is_known"):
        UnitFactory.create(kind="bank")


def test_a_login_name_stands_once_whatever_its_case() -> None:
    ClerkFactory.create(username="bachu-clerk")
    with pytest.raises(IntegrityError, match="username_once_whatever_the_case"):
        ClerkFactory.create(username="Bachu-Clerk")


def test_a_role_is_a_known_one() -> None:
    with pytest.raises(IntegrityError, match="user_roles_are_known"):
        ClerkFactory.create(roles=["emperor"])


def test_role_names_stand_in_the_order_of_the_roles() -> None:
    assert User(roles=["auditor", "clerk"]).role_names == ["填报员", "审计员"]
