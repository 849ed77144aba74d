"""Who owes what is chosen among those who can be chosen today; what else is owed stays."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from assessments.domain.funds import Fund
from assessments.domain.kinds import REGIONAL_TARGET
from assessments.models import Cycle, Obligation
from assessments.services.cycles import Assigned, assign, change_cycle
from assessments.services.errors import Refused
from portal.accounts.models import Unit
from tests.assessments.conftest import Scene
from tests.factories.accounts import UnitFactory
from tests.factories.assessments import NOW, make_draft, make_obligation

KEEPING = "已保存，共 3 张表。其中 2 张属于已停用的单位或不再经办的险种，保持不变。"


def closed_with_a_paper(scene: Scene) -> tuple[Unit, list[Obligation]]:
    """A unit that was closed after it had begun one paper; the other one was not begun."""
    unit, clerk = scene.obligation.unit, scene.clerk
    owed = [scene.obligation, make_obligation(scene.cycle, unit, Fund.RESIDENT_PENSION)]
    make_draft(owed[0], clerk)
    Unit.objects.filter(pk=unit.pk).update(active=False)
    return unit, owed


def owed_in(scene: Scene) -> set[tuple[int, str]]:
    return set(scene.cycle.obligations.values_list("unit_id", "fund"))


def test_saving_the_ticks_keeps_what_a_closed_unit_owes_and_says_so(scene: Scene) -> None:
    unit, _owed = closed_with_a_paper(scene)
    other = UnitFactory.create(region=unit.region, name="另一个局")
    client = Client()
    client.force_login(scene.admin)
    address = reverse("assessments:cycle_assign", args=[scene.cycle.pk])
    page = client.post(address, {"owed": [f"{other.pk}:GOV_PENSION"]}, follow=True).content.decode()
    assert KEEPING in page
    assert owed_in(scene) == {(unit.pk, "GOV_PENSION"), (unit.pk, "RESIDENT_PENSION"), (other.pk, "GOV_PENSION")}
    assert {
        box for box in re.findall("<input[^>]*>", page) if f'value="{unit.pk}:' in box and "disabled" not in box
    } == set()


def test_what_a_unit_in_use_owes_goes_with_its_tick_unless_it_was_begun(scene: Scene) -> None:
    unit = scene.obligation.unit
    assert assign(cycle=scene.cycle, assignments=[], actor=scene.admin, at=NOW) == Assigned(0, 0)
    begun = make_obligation(scene.cycle, unit)
    make_draft(begun, scene.clerk)
    with pytest.raises(Refused, match="已开始填报，不能取消"):
        assign(cycle=scene.cycle, assignments=[], actor=scene.admin, at=NOW)


def test_a_fund_that_the_unit_does_not_run_any_more_stays_owed(scene: Scene) -> None:
    unit = scene.obligation.unit
    make_obligation(scene.cycle, unit, Fund.RESIDENT_MEDICAL)
    wanted = [(unit, Fund.GOV_PENSION)]
    assert assign(cycle=scene.cycle, assignments=wanted, actor=scene.admin, at=NOW) == Assigned(2, 1)
    assert owed_in(scene) == {(unit.pk, "GOV_PENSION"), (unit.pk, "RESIDENT_MEDICAL")}


def test_what_bureaus_owe_does_not_become_a_paper_of_the_prefecture_s_own(scene: Scene) -> None:
    Cycle.objects.filter(pk=scene.cycle.pk).update(opened_at=None)
    cycle = Cycle.objects.get(pk=scene.cycle.pk)
    cycle.kind, cycle.month, cycle.edition = REGIONAL_TARGET.form, None, REGIONAL_TARGET.usual
    with pytest.raises(Refused, match="请先取消全部勾选"):
        change_cycle(cycle=cycle, actor=scene.admin, at=NOW)
    assign(cycle=scene.cycle, assignments=[], actor=scene.admin, at=NOW)
    assert change_cycle(cycle=cycle, actor=scene.admin, at=NOW).paper is REGIONAL_TARGET
