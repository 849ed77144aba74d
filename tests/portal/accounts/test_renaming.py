"""A unit and a county are called otherwise from a day on, and what they were called until then is kept."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError

from portal.accounts.models import ComingUnitName, FormerUnitName, Region, Unit, User
from portal.accounts.models.names import region_name_on, unit_name_on
from portal.accounts.services.renaming import rename_county, rename_unit, take_effect
from portal.audit.models import Entry
from tests.factories.accounts import BusinessAdminFactory, CountyFactory, ReviewerFactory, UnitFactory

pytestmark = pytest.mark.django_db
#: Beijing's 2 March.
AT = datetime(2026, 3, 2, 4, tzinfo=UTC)
TODAY, YESTERDAY, TOMORROW = date(2026, 3, 2), date(2026, 3, 1), date(2026, 3, 3)


@pytest.fixture
def admin() -> User:
    return BusinessAdminFactory.create()


@pytest.fixture
def unit(admin: User) -> Unit:
    county = CountyFactory.create(parent=admin.unit.region, name="巴楚县")
    return UnitFactory.create(region=county, name="巴楚县社会保险管理局", short_name="巴楚县社保局")


def rename(admin: User, unit: Unit, name: str, day: date = TODAY, at: datetime = AT) -> Unit:
    rename_unit(admin=admin, unit=unit, name=name, short_name="", day=day, at=at)
    unit.refresh_from_db()
    return unit


def verbs() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("verb", flat=True))


def test_from_its_day_on_a_unit_has_the_new_name_and_before_it_the_old_one(admin: User, unit: Unit) -> None:
    rename(admin, unit, "巴楚县社会保险中心")
    assert (unit.name, unit.label) == ("巴楚县社会保险中心", "巴楚县社会保险中心")
    names = [unit_name_on(unit, day) for day in (date(2000, 1, 1), YESTERDAY, TODAY, TOMORROW)]
    assert names == ["巴楚县社会保险管理局"] * 2 + ["巴楚县社会保险中心"] * 2
    assert list(unit.former_names.values_list("name", "short_name", "last_day")) == [
        ("巴楚县社会保险管理局", "巴楚县社保局", YESTERDAY)
    ]
    assert verbs() == ["unit_renamed"]


def test_every_day_has_one_name_however_often_it_changed(admin: User, unit: Unit) -> None:
    rename(admin, unit, "甲局", date(2020, 1, 1))
    rename(admin, unit, "乙局", date(2023, 7, 1))
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2023, 6, 30), date(2023, 7, 1)]
    assert [unit_name_on(unit, day) for day in days] == ["巴楚县社会保险管理局", "甲局", "甲局", "乙局"]


@pytest.mark.parametrize("day", [date(2023, 7, 1), date(2020, 1, 1), date(1999, 12, 31), date(2027, 3, 4)])
def test_a_day_on_which_an_earlier_name_counted_or_too_far_off_is_refused(admin: User, unit: Unit, day: date) -> None:
    rename(admin, unit, "甲局", date(2023, 7, 1))
    with pytest.raises(ValidationError):
        rename(admin, unit, "乙局", day)
    assert Unit.objects.get(pk=unit.pk).name == "甲局"


def test_two_names_cannot_end_on_one_day(admin: User, unit: Unit) -> None:
    rename(admin, unit, "甲局")
    with pytest.raises(IntegrityError, match="unit_name_ends_once_a_day"):
        FormerUnitName.objects.create(unit=unit, name="丙局", last_day=YESTERDAY)


def test_a_name_that_another_unit_of_the_region_has_is_refused(admin: User, unit: Unit) -> None:
    UnitFactory.create(region=unit.region, name="甲局")
    for day in (TODAY, TOMORROW):
        with pytest.raises(ValidationError):
            rename(admin, unit, "甲局", day)
    assert not FormerUnitName.objects.exists()
    assert not ComingUnitName.objects.exists()


def test_a_name_of_a_later_day_waits_for_it(admin: User, unit: Unit) -> None:
    assert rename(admin, unit, "巴楚县社会保险中心", TOMORROW).name == "巴楚县社会保险管理局"
    assert (take_effect(AT), take_effect(datetime(2026, 3, 2, 15, 59, tzinfo=UTC))) == (0, 0)
    assert take_effect(datetime(2026, 3, 2, 16, tzinfo=UTC)) == 1
    unit.refresh_from_db()
    assert (unit.name, unit_name_on(unit, TODAY)) == ("巴楚县社会保险中心", "巴楚县社会保险管理局")
    assert verbs() == ["unit_renaming_planned", "unit_renamed"]
    assert take_effect(datetime(2026, 3, 4, tzinfo=UTC)) == 0


def test_what_is_planned_anew_or_done_today_replaces_what_was_planned(admin: User, unit: Unit) -> None:
    rename(admin, unit, "甲局", TOMORROW)
    rename(admin, unit, "乙局", date(2026, 3, 9))
    assert [(name.name, name.first_day) for name in ComingUnitName.objects.all()] == [("乙局", date(2026, 3, 9))]
    rename(admin, unit, "丙局")
    assert not ComingUnitName.objects.exists()


def test_a_planned_name_that_was_taken_meanwhile_keeps_nothing_else_from_its_day(admin: User, unit: Unit) -> None:
    other = UnitFactory.create(region=unit.region, name="别局")
    rename(admin, unit, "甲局", TOMORROW)
    rename(admin, other, "乙局", TOMORROW)
    UnitFactory.create(region=unit.region, name="甲局")
    assert take_effect(datetime(2026, 3, 3, 4, tzinfo=UTC)) == 1
    assert (Unit.objects.get(pk=unit.pk).name, Unit.objects.get(pk=other.pk).name) == ("巴楚县社会保险管理局", "乙局")
    assert [name.name for name in ComingUnitName.objects.all()] == ["甲局"]


def test_a_county_becomes_a_city_with_another_code(admin: User, unit: Unit) -> None:
    county, old = unit.region, unit.region.code
    code = f"{old[:4]}99"
    rename_county(admin=admin, county=county, name="巴楚市", code=code, day=TODAY, at=AT)
    county = Region.objects.get(pk=county.pk)
    assert (county.name, county.code) == ("巴楚市", code)
    assert [(was.name, was.code, was.last_day) for was in county.former_names.all()] == [("巴楚县", old, YESTERDAY)]
    assert (region_name_on(county, YESTERDAY), region_name_on(county, TODAY)) == ("巴楚县", "巴楚市")


def test_a_county_keeps_its_code_and_waits_for_its_day(admin: User, unit: Unit) -> None:
    county = unit.region
    rename_county(admin=admin, county=county, name="巴楚市", code=county.code, day=TOMORROW, at=AT)
    assert Region.objects.get(pk=county.pk).name == "巴楚县"
    assert take_effect(datetime(2026, 3, 3, 4, tzinfo=UTC)) == 1
    assert Region.objects.get(pk=county.pk).name == "巴楚市"
    assert verbs() == ["region_renaming_planned", "region_renamed"]


def test_a_code_of_another_prefecture_is_refused(admin: User, unit: Unit) -> None:
    with pytest.raises(ValidationError, match="前四位"):
        rename_county(admin=admin, county=unit.region, name="巴楚市", code="000001", day=TODAY, at=AT)


def test_nobody_else_renames(admin: User, unit: Unit) -> None:
    elsewhere = UnitFactory.create()
    for by, which in ((ReviewerFactory.create(unit=admin.unit), unit), (admin, elsewhere)):
        with pytest.raises(PermissionDenied):
            rename(by, which, "甲局")
        with pytest.raises(PermissionDenied):
            rename_county(admin=by, county=which.region, name="甲市", code=which.region.code, day=TODAY, at=AT)
