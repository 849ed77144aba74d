"""Two administrators at one cycle: dates, boxes and deadlines of the one are not taken back by the other unread."""

from datetime import date
from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.domain.funds import Fund
from assessments.models import Cycle
from assessments.services.cycles import Assigned, assign, extend
from portal.accounts.models import Unit
from tests.assessments.conftest import Scene
from tests.factories.accounts import BusinessAdminFactory, UnitFactory
from tests.factories.assessments import NOW, make_cycle, make_obligation
from tests.factories.two_pages import remembered, remembered_in


@pytest.fixture
def two(scene: Scene) -> tuple[Client, Client]:
    clients = Client(), Client()
    other = BusinessAdminFactory.create(unit=scene.admin.unit, full_name="王敏")
    for client, admin in zip(clients, (scene.admin, other), strict=True):
        client.force_login(admin)
    return clients


@pytest.fixture
def planned(scene: Scene) -> Cycle:
    return make_cycle(scene.cycle.prefecture, month=6, opened_at=None)


@pytest.mark.parametrize("turn", [1, -1])
def test_a_cycles_last_day_is_not_written_over_unread(two: tuple[Client, Client], planned: Cycle, turn: int) -> None:
    early, late = two[::turn]
    address = reverse("assessments:cycle_change", args=[planned.pk])
    shown: dict[str, Any] = {name: value for name, (value,) in remembered(early, address).items()}
    base = {name.removeprefix("was:"): value for name, value in shown.items()}
    day, other = "2027-03-10", "2027-03-19"
    assert early.post(address, {**shown, **base, "last_day": day}).status_code == 302
    answer = late.post(address, {**shown, **base, "last_day": other})
    assert answer.status_code == 422
    (said,) = answer.context["form"].errors["last_day"]
    assert "刚改为“2027-03-10”" in said
    planned.refresh_from_db()
    assert planned.due_day == date(2027, 3, 10)
    again = late.post(address, {**remembered_in(answer.content.decode()), **base, "last_day": other})
    assert again.status_code == 302
    planned.refresh_from_db()
    assert planned.due_day == date(2027, 3, 19)


def test_days_of_a_cycle_that_two_changed_and_do_not_fit_are_refused(
    two: tuple[Client, Client], planned: Cycle
) -> None:
    address = reverse("assessments:cycle_change", args=[planned.pk])
    shown: dict[str, Any] = {name: value for name, (value,) in remembered(two[0], address).items()}
    base = {name.removeprefix("was:"): value for name, value in shown.items()} | {"last_day": "2027-03-19"}
    wide = {**shown, **base}
    assert two[0].post(address, wide).status_code == 302
    shown = {name: value for name, (value,) in remembered(two[0], address).items()}
    assert two[0].post(address, {**shown, **base, "last_day": "2027-03-01"}).status_code == 302
    answer = two[1].post(address, {**shown, **base, "first_day": "2027-03-10"})
    assert answer.context["form"].non_field_errors() == [
        "他人刚改过这个批次，与您改的合在一起不成立，没有保存。请刷新页面后再改。"
    ]


@pytest.mark.parametrize("turn", [1, -1])
def test_boxes_of_two_are_both_kept_and_both_are_told(
    scene: Scene, two: tuple[Client, Client], planned: Cycle, turn: int
) -> None:
    early, late = two[::turn]
    unit = scene.obligation.unit
    address, page = (reverse(f"assessments:{name}", args=[planned.pk]) for name in ("cycle_assign", "cycle"))
    first, second = (f"{unit.pk}:{fund}" for fund in ("GOV_PENSION", "RESIDENT_PENSION"))
    early.post(address, {"owed": [first]})
    shown = remembered(early, page)
    assert shown == {"was:owed": ["", first]}
    early.post(address, {**shown, "owed": [second]})
    answer = late.post(address, {**shown, "owed": [first]}, follow=True).content.decode()
    assert "已保存，共 1 张表。其中 2 处是他人在您打开本页之后勾选或取消的，一并保留。" in answer
    assert set(planned.obligations.values_list("fund", flat=True)) == {"RESIDENT_PENSION"}


def test_assigning_changes_only_what_its_author_changed(scene: Scene, planned: Cycle) -> None:
    unit = scene.obligation.unit
    other: Unit = UnitFactory.create(region=unit.region, name="另一个局")
    one, two_, three = (unit, Fund.GOV_PENSION), (unit, Fund.RESIDENT_PENSION), (other, Fund.GOV_PENSION)
    chosen = partial(assign, cycle=planned, actor=scene.admin, at=NOW)
    assert chosen(assignments=[one, two_], seen=[]) == Assigned(2, 0)
    assert chosen(assignments=[one, three], seen=[one]) == Assigned(3, 0, others=1)
    assert chosen(assignments=[two_], seen=[one, two_]) == Assigned(2, 0, others=1)
    assert set(planned.obligations.values_list("unit_id", "fund")) == {
        (unit.pk, "RESIDENT_PENSION"),
        (other.pk, "GOV_PENSION"),
    }


@pytest.mark.parametrize("turn", [1, -1])
def test_a_new_deadline_is_given_on_the_one_that_was_read(scene: Scene, two: tuple[Client, Client], turn: int) -> None:
    early, late = two[::turn]
    address = reverse("assessments:extend", args=[scene.obligation.pk])
    other = make_obligation(scene.cycle, scene.clerk.unit, Fund.WORK_INJURY)
    third = BusinessAdminFactory.create(unit=scene.admin.unit)
    shown = remembered(early, address)
    assert early.post(address, {**shown, "day": "2027-03-10", "reason": "停电"}).status_code == 302
    extend(obligation=other, day=date(2027, 3, 12), reason="停电", actor=third, at=NOW)
    answer = late.post(address, {**shown, "day": "2027-03-19", "reason": "人手不足"})
    (said,) = answer.context["form"].errors["day"]
    author = str(scene.obligation.extensions.get().actor)
    assert (said.split("（")[0], "刚改为“2027-03-10”" in said) == (author, True)
    assert scene.obligation.extensions.count() == 1
    page = answer.content.decode()
    assert "人手不足" in page
    assert late.post(address, {**remembered_in(page), "day": "2027-03-19", "reason": "人手不足"}).status_code == 302
    scene.obligation.refresh_from_db()
    assert scene.obligation.due_day == date(2027, 3, 19)
