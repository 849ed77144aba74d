"""机构沿革: what is read before it is confirmed, and what is then done."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from assessments.domain.funds import Fund
from assessments.models import Obligation
from portal import clock
from portal.accounts.models import Region, Succession, Unit
from tests.assessments.conftest import Scene
from tests.factories.accounts import UnitFactory
from tests.factories.assessments import make_draft, make_obligation

ADDRESS = "assessments:unit_changes"


@pytest.fixture
def page(scene: Scene) -> "Page":
    return Page(scene)


class Page:
    """The page before an admin."""

    def __init__(self, scene: Scene) -> None:
        self.client = Client()
        self.client.force_login(scene.admin)
        self.day = clock.beijing_day(clock.now())

    def url(self, kind: str, unit: Unit | None = None) -> str:
        return f"{reverse(ADDRESS)}?kind={kind}" + (f"&unit={unit.pk}" if unit else "")

    def preview(self, kind: str, given: Mapping[str, object], unit: Unit | None = None) -> tuple[list[str], str]:
        """The lines of the preview, and what would confirm it (blank: nothing)."""
        text = self.client.post(self.url(kind, unit), {"day": self.day, **given}).content.decode()
        lines = re.findall(r"<dd>(.*?)</dd>", text)
        refused = re.findall(r'class="alert err".*?<span>(.*?)</span>', text, re.DOTALL)
        token = re.search(r'name="confirmed" value="(\w+)"', text)
        return [*refused, *lines], token[1] if token else ""

    def confirm(self, kind: str, token: str, given: Mapping[str, object], unit: Unit | None = None) -> str:
        data = {"day": self.day, **given, "confirmed": token}
        return self.client.post(self.url(kind, unit), data, follow=True).content.decode()


def test_a_renaming_is_read_then_confirmed(scene: Scene, page: Page) -> None:
    unit = scene.obligation.unit
    make_draft(scene.obligation, scene.clerk)
    given = {"unit": unit.pk, "name": "新名局"}
    lines, token = page.preview("renaming", given)
    assert [line.partition("　")[0] for line in lines] == [f"{unit.name} → 新名局", unit.name]
    assert Unit.objects.get(pk=unit.pk).name == unit.name
    assert f"“{unit.name}”用到这一天（现名 新名局）" in page.confirm("renaming", token, given)
    assert Unit.objects.get(pk=unit.pk).name == "新名局"


def test_what_changed_since_it_was_read_is_read_again(scene: Scene, page: Page) -> None:
    unit = scene.obligation.unit
    given = {"unit": unit.pk, "name": "新名局"}
    _lines, token = page.preview("renaming", given)
    make_draft(scene.obligation, scene.clerk)
    assert "情况与刚才预览的不同，没有办理" in page.confirm("renaming", token, given)
    assert Unit.objects.get(pk=unit.pk).name == unit.name


def test_a_name_ahead_is_planned(scene: Scene, page: Page) -> None:
    unit, day = scene.obligation.unit, date(page.day.year + 1, 1, 1)
    given = {"unit": unit.pk, "name": "新名局", "day": day}
    _lines, token = page.preview("renaming", given)
    assert "（待生效）" in page.confirm("renaming", token, given)
    assert Unit.objects.get(pk=unit.pk).name == unit.name


def test_a_plan_of_another_admin_is_read_before_it_is_replaced(scene: Scene, page: Page) -> None:
    unit, ahead = scene.obligation.unit, page.day + timedelta(days=30)
    mine = {"unit": unit.pk, "name": "新名局", "day": ahead}
    _lines, early = page.preview("renaming", mine)
    theirs = {**mine, "name": "另名局"}
    page.confirm("renaming", page.preview("renaming", theirs)[1], theirs)
    assert "情况与刚才预览的不同" in page.confirm("renaming", early, mine)
    assert unit.coming_name.name == "另名局"
    lines, token = page.preview("renaming", mine)
    assert f"自 {ahead.year}年{ahead.month}月{ahead.day}日 起改为 另名局" in lines
    page.confirm("renaming", token, mine)
    assert Unit.objects.get(pk=unit.pk).coming_name.name == "新名局"


def test_a_county_becomes_a_city_with_its_units(scene: Scene, page: Page) -> None:
    county = scene.obligation.unit.region
    other = UnitFactory.create(region=county, name="第九中心")
    given = {"county": county.pk, "name": "新市", "code": f"{county.code[:4]}99"}
    lines, token = page.preview("county", given)
    assert [line.partition("　")[0] for line in lines] == [
        f"{county.name} → 新市（{county.code} → {county.code[:4]}99）",
        f"{county.name}社会保险管理局 → 新市社会保险管理局",
    ]
    page.confirm("county", token, given)
    assert Region.objects.get(pk=county.pk).name == "新市"
    assert set(county.units.values_list("name", flat=True)) == {"新市社会保险管理局", other.name}


def test_a_merger_says_who_and_what_goes_where(scene: Scene, page: Page) -> None:
    unit = scene.obligation.unit
    given = {"predecessors": [unit.pk], "name": "新中心", "move_people": "on"}
    lines, token = page.preview("merger", given)
    assert lines[:3] == [f"{unit.name} → 新中心", f"新设 新中心（{unit.region.name}）", f"停用 {unit.name}"]
    assert [line for line in lines if line.startswith(scene.clerk.full_name)] == [
        f"{scene.clerk.full_name}（{scene.clerk.username}） → 新中心"
    ]
    assert "新中心还没有印章，请单位负责人上传" in lines
    assert Unit.objects.filter(name="新中心").count() == 0
    page.confirm("merger", token, given)
    heir = Unit.objects.get(name="新中心")
    assert Obligation.objects.get().unit == heir
    assert set(heir.users.values_list("pk", flat=True)) == {scene.clerk.pk, scene.colleague.pk, scene.head.pk}


def test_what_cannot_be_done_says_why_and_cannot_be_confirmed(scene: Scene, page: Page) -> None:
    unit = scene.obligation.unit
    lines, token = page.preview("abolition", {"unit": unit.pk})
    assert (lines[0].startswith("这些表还没有办结，请选择承接单位"), token) == (True, "")
    page.confirm("abolition", "", {"unit": unit.pk})
    assert Unit.objects.get(pk=unit.pk).active


def test_a_split_asks_for_each_fund_and_person(scene: Scene, page: Page) -> None:
    unit = scene.obligation.unit
    make_obligation(scene.cycle, unit, Fund.RESIDENT_PENSION)
    funds = ("EMPLOYEE_PENSION", "RESIDENT_PENSION", "GOV_PENSION", "WORK_INJURY", "UNEMPLOYMENT")
    given: dict[str, object] = {f"fund_{fund}": "1" for fund in funds}
    given |= {f"person_{person.pk}": "1" for person in (scene.clerk, scene.colleague, scene.head)}
    given |= {"fund_GOV_PENSION": "2", "name_1": "甲中心", "name_2": "乙中心", f"person_{scene.clerk.pk}": "2"}
    assert "分设的单位" in page.client.get(page.url("split")).content.decode()
    _lines, token = page.preview("split", given, unit)
    page.confirm("split", token, given, unit)
    owed = {item.fund: item.unit.name for item in Obligation.objects.select_related("unit")}
    assert owed == {"GOV_PENSION": "乙中心", "RESIDENT_PENSION": "甲中心"}
    scene.clerk.refresh_from_db()
    assert scene.clerk.unit.name == "乙中心"
    assert Succession.objects.count() == 2


def test_an_incomplete_form_comes_back(scene: Scene, page: Page) -> None:
    for kind in ("renaming", "merger", "county", "abolition"):
        assert page.client.post(page.url(kind), {}).status_code == 422
    assert page.client.post(page.url("split", scene.obligation.unit), {}).status_code == 422
    assert page.client.post(page.url("split"), {}).status_code == 422
