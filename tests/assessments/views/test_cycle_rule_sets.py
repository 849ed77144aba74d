"""The business admin chooses a cycle's rule set before it is opened; everybody sees which one it is."""

import pytest
from django.test import Client
from django.urls import reverse

from assessments.domain.consistency import NEWEST, RULE_SETS
from assessments.domain.consistency.rule_sets import WHAT_EACH_HOLDS
from assessments.models import Cycle
from assessments.services.cycles import change_cycle
from assessments.services.errors import Refused
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, make_cycle

FIRST = RULE_SETS[0]
DATA = {
    "kind": "monitoring_report",
    "year": "2026",
    "month": "6",
    "edition": "monitoring-2020",
    "first_day": "2026-10-01",
    "last_day": "2026-10-15",
}


@pytest.fixture
def admin(client: Client, scene: Scene) -> Client:
    client.force_login(scene.admin)
    return client


def planned(scene: Scene) -> Cycle:
    return make_cycle(scene.cycle.prefecture, month=6, opened_at=None)


def change(admin: Client, cycle: Cycle, rule_set: str) -> int:
    return admin.post(reverse("assessments:cycle_change", args=[cycle.pk]), DATA | {"rule_set": rule_set}).status_code


def test_the_newest_is_proposed_and_each_says_what_it_holds(admin: Client) -> None:
    page = admin.get(reverse("assessments:cycle_create"))
    field = page.context["form"]["rule_set"]
    assert field.initial == NEWEST
    assert [choice[0] for choice in field.field.choices] == list(reversed(RULE_SETS))
    assert [holds for holds in WHAT_EACH_HOLDS.values() if holds not in page.content.decode()] == []


def test_an_earlier_set_can_be_chosen_until_the_cycle_is_opened(admin: Client, scene: Scene) -> None:
    cycle = planned(scene)
    assert change(admin, cycle, FIRST) == 302
    cycle.refresh_from_db()
    assert cycle.rule_set == FIRST
    Cycle.objects.filter(pk=cycle.pk).update(opened_at=NOW)
    assert change(admin, cycle, NEWEST) == 302
    cycle.refresh_from_db()
    assert cycle.rule_set == FIRST


def test_the_service_refuses_it_too(scene: Scene) -> None:
    scene.cycle.rule_set = FIRST
    with pytest.raises(Refused, match="批次下发后，种类、年度、月份、表式、分值和规则集不能再改。"):
        change_cycle(cycle=scene.cycle, actor=scene.admin, at=NOW)


def test_a_set_that_there_is_not_is_refused(admin: Client, scene: Scene) -> None:
    cycle = planned(scene)
    assert change(admin, cycle, "1999-1") == 422
    cycle.refresh_from_db()
    assert cycle.rule_set == NEWEST


def test_the_page_of_a_cycle_names_its_set_and_leads_to_its_rules(admin: Client, scene: Scene) -> None:
    Cycle.objects.filter(pk=scene.cycle.pk).update(rule_set=FIRST)
    page = admin.get(reverse("assessments:cycle", args=[scene.cycle.pk])).content.decode()
    assert f'<a href="{reverse("reviews:rules")}?rule_set={FIRST}">勾稽规则集 {FIRST}</a>' in page
