"""The report in the list of what a unit has to do."""

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Cycle, Filing
from portal.accounts.models import User
from tests.assessments.conftest import Scene
from tests.factories.assessments import make_draft
from tests.factories.narratives import DOUBTFUL, WRONG, make_report_cycle, write

FUNDS = (Fund.GOV_PENSION, Fund.RESIDENT_PENSION, Fund.WORK_INJURY)
QUERIES = 22


@pytest.fixture
def cycle(scene: Scene) -> Cycle:
    scene.obligation.delete()
    return make_report_cycle(scene.cycle.prefecture, scene.clerk.unit)


def tasks(person: User) -> HttpResponseBase:
    client = Client()
    client.force_login(person)
    return client.get(reverse("assessments:tasks"))


def test_a_report_that_is_not_begun_waits_for_its_clerk(scene: Scene, cycle: Cycle) -> None:
    address = reverse("assessments:narrative", args=[cycle.pk])
    for person, words in ((scene.clerk, "写报告"), (scene.head, "查看")):
        page = tasks(person)
        assertContains(page, f'href="{address}"')
        assertContains(page, "未写")
        assertContains(page, f'aria-label="{words} 绩效评价报告 {cycle.name}"')


def test_the_row_tells_how_much_is_written_and_what_it_asks(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.clerk, f"{WRONG}\n {DOUBTFUL}")
    page = tasks(scene.clerk)
    assertContains(page, f"已写 {len(WRONG + DOUBTFUL)} 字")
    assertContains(page, "须改 1 处")
    assertContains(page, "需说明 1 项")
    assertContains(page, "继续写")


def test_a_form_that_only_its_report_holds_up_says_so(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.clerk, WRONG)
    make_draft(cycle.obligations.get(), scene.clerk)
    assertContains(tasks(scene.clerk), "先改好绩效评价报告")


def test_a_report_that_was_sent_is_only_read(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.clerk, WRONG)
    filing = make_draft(cycle.obligations.get(), scene.clerk)
    Filing.objects.filter(pk=filing.pk).update(state=State.SUBMITTED)
    page = tasks(scene.clerk)
    assertContains(page, "只读")
    assertNotContains(page, "继续写")


def test_monitoring_has_no_report(scene: Scene) -> None:
    assertNotContains(tasks(scene.clerk), "绩效评价报告")


@pytest.mark.parametrize("papers", [1, 3])
def test_the_list_costs_the_same_for_one_form_and_for_three(
    scene: Scene, papers: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cycle = make_report_cycle(scene.cycle.prefecture, scene.clerk.unit, FUNDS[:papers])
    for obligation in cycle.obligations.all():
        make_draft(obligation, scene.clerk, rows=papers)
    write(cycle, scene.clerk, WRONG)
    client = Client()
    client.force_login(scene.clerk)
    client.get(reverse("accounts:password"))
    with django_assert_num_queries(QUERIES):
        assert client.get(reverse("assessments:tasks")).status_code == 200
