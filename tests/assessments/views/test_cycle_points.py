"""The business admin sets the points of a scored self-assessment with its cycle; its papers carry them."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.domain.consistency import NEWEST
from assessments.domain.facts import Form
from assessments.models import Cycle
from assessments.queries import facts_of
from assessments.services.cycles import change_cycle
from assessments.services.errors import Refused
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, make_cycle, make_draft, make_obligation

OTHERS = {"weight.execution": "20", "weight.产出指标": "40", "weight.效益指标": "30", "weight.满意度指标": "10"}
DATA = {
    "kind": "self_assessment",
    "year": "2025",
    "month": "",
    "edition": "self-assessment-scored",
    "rule_set": NEWEST,
    "first_day": "2026-10-01",
    "last_day": "2026-10-15",
}


@pytest.fixture
def admin(client: Client, scene: Scene) -> Client:
    client.force_login(scene.admin)
    return client


def create(admin: Client, **data: str) -> Any:
    return admin.post(reverse("assessments:cycle_create"), DATA | data)


def planned(scene: Scene, **fields: object) -> Cycle:
    wanted = {"edition": "self-assessment-scored", "opened_at": None} | fields
    return make_cycle(scene.cycle.prefecture, kind=Form.SELF_ASSESSMENT, **wanted)  # type: ignore[arg-type]


def test_usual_points_are_not_kept_and_others_are(admin: Client) -> None:
    assert create(admin).status_code == 302
    assert create(admin, year="2024", **OTHERS).status_code == 302
    kept = {cycle.year: cycle.weights for cycle in Cycle.objects.filter(edition="self-assessment-scored")}
    assert kept == {2025: {}, 2024: {"execution": 20, "产出指标": 40, "效益指标": 30, "满意度指标": 10}}


def test_points_that_do_not_come_to_hundred_are_refused(admin: Client) -> None:
    page = create(admin, **OTHERS | {"weight.execution": "25"})
    assert page.context["form"].errors == {"weight.execution": ["四项分值合计应为 100 分。"]}
    assert not Cycle.objects.filter(edition="self-assessment-scored").exists()


def test_a_paper_without_points_has_none_whatever_was_posted(admin: Client) -> None:
    wanted = OTHERS | {"weight.execution": "99", "edition": "self-assessment-2022"}
    assert create(admin, **wanted).status_code == 302
    assert Cycle.objects.get(year=2025).weights == {}


def test_points_are_changed_until_the_cycle_is_opened(admin: Client, scene: Scene) -> None:
    cycle = planned(scene)
    address = reverse("assessments:cycle_change", args=[cycle.pk])
    assert admin.post(address, DATA | {"year": "2026"} | OTHERS).status_code == 302
    cycle.refresh_from_db()
    assert cycle.points["execution"] == 20
    Cycle.objects.filter(pk=cycle.pk).update(opened_at=NOW)
    cycle.refresh_from_db()
    cycle.weights = {}
    with pytest.raises(Refused):
        change_cycle(cycle=cycle, actor=scene.admin, at=NOW)


def test_two_admins_points_that_do_not_go_together_are_not_saved(scene: Scene) -> None:
    cycle = planned(scene)
    seen = {"weight.execution": "10", "weight.产出指标": "50", "weight.效益指标": "30", "weight.满意度指标": "10"}
    cycle.weights = {"execution": 20, "产出指标": 40, "效益指标": 30, "满意度指标": 10}
    change_cycle(cycle=cycle, actor=scene.admin, at=NOW, seen=seen)
    cycle.weights = {"execution": 10, "产出指标": 50, "效益指标": 20, "满意度指标": 20}
    with pytest.raises(Refused):
        change_cycle(
            cycle=cycle, actor=scene.admin, at=NOW, seen=seen | {"weight.效益指标": "30"} | {"weight.满意度指标": "20"}
        )
    assert Cycle.objects.get(pk=cycle.pk).points["execution"] == 20


def test_a_paper_carries_the_points_of_its_cycle(scene: Scene) -> None:
    weights = {"execution": 20, "产出指标": 40, "效益指标": 30, "满意度指标": 10}
    cycle = planned(scene, weights=weights, opened_at=NOW)
    facts = facts_of(make_draft(make_obligation(cycle, scene.clerk.unit), scene.clerk))
    assert {key: facts.value(key) for key in OTHERS} == OTHERS
