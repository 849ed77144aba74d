"""The task list of a unit that has filed for years: what is open first, what is settled behind, whatever there is."""

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from assessments.domain.facts import Form
from assessments.domain.workflow import State
from assessments.models import Cycle, Filing
from assessments.services.moves import move
from assessments.views.tasks import CYCLES
from portal.accounts.models import User
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, make_cycle, make_draft, make_obligation, make_ready

QUERIES = 19


def tasks(person: User, query: str = "") -> HttpResponseBase:
    client = Client()
    client.force_login(person)
    return client.get(reverse("assessments:tasks") + query)


def years_before(scene: Scene, count: int) -> list[Cycle]:
    """Settled self-assessments of the years before, the newest first."""
    settled = []
    for year in range(2025, 2025 - count, -1):
        at = NOW.replace(year=year)
        cycle = make_cycle(scene.cycle.prefecture, kind=Form.SELF_ASSESSMENT, year=year, at=at)
        filing = make_draft(make_obligation(cycle, scene.clerk.unit), scene.clerk)
        Filing.objects.filter(pk=filing.pk).update(state=State.CONCLUDED, version=1)
        settled.append(cycle)
    return settled


def shown(page: HttpResponseBase) -> list[Cycle]:
    return [group.cycle for group in page.context["groups"]]  # type: ignore[attr-defined]


def test_what_is_open_stands_first_and_what_is_settled_is_turned_over(scene: Scene) -> None:
    settled = years_before(scene, CYCLES + 1)
    first, second = tasks(scene.clerk), tasks(scene.clerk, "?page=2")
    assert shown(first) == [scene.cycle, *settled[: CYCLES - 1]]
    assert shown(second) == settled[CYCLES - 1 :]
    assertContains(first, f"第 1 / 2 页，共 {CYCLES + 2} 个批次")
    assertContains(second, "待我处理 1</a>")


def test_each_part_of_the_list_turns_over_what_it_holds(scene: Scene) -> None:
    settled = years_before(scene, CYCLES)
    mine, others = tasks(scene.clerk, "?show=mine"), tasks(scene.clerk, "?show=others")
    assert (shown(mine), shown(others)) == ([scene.cycle], settled)
    assertNotContains(mine, "个批次")


def test_a_form_waits_for_the_head_who_did_not_write_it(scene: Scene) -> None:
    move(filing=make_ready(scene.obligation, scene.clerk), name="send_to_head", actor=scene.clerk, at=NOW)
    assertContains(tasks(scene.head), "审核并报送")
    for person, count in ((scene.head, 1), (scene.clerk, 0)):
        assertContains(tasks(person), f"待我处理 {count}</a>")


@pytest.mark.parametrize("cycles", [1, 3])
def test_the_list_costs_the_same_for_one_cycle_and_for_three(
    scene: Scene, cycles: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_draft(scene.obligation, scene.clerk, rows=cycles)
    years_before(scene, cycles)
    client = Client()
    client.force_login(scene.clerk)
    client.get(reverse("accounts:password"))
    with django_assert_num_queries(QUERIES):
        assert client.get(reverse("assessments:tasks")).status_code == 200
