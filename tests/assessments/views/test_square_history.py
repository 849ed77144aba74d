"""The history of a square beside the form: the unit's own, in a constant number of queries, whatever is asked for."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from assessments.domain.workflow import State
from assessments.models import Filing, Mark
from portal.accounts.models import User
from tests.assessments.conftest import Scene
from tests.assessments.views.conftest import Desk, at_desk
from tests.factories.accounts import ClerkFactory
from tests.factories.assessments import NOW

KEY = "executed.total"


def history(desk: Desk, key: str = KEY, *, who: User | None = None) -> Any:
    client = desk.client
    if who:
        client = Client()
        client.force_login(who)
    return client.get(desk.url("square_history"), {"key": key})


def remark(desk: Desk, scene: Scene, **more: object) -> Mark:
    fields = {"reason": "请核对。", "version": 1, "author": scene.reviewer, "at": NOW, "sent_at": NOW} | more
    return Mark.objects.create(filing=desk.filing, key=KEY, **fields)


def test_each_step_says_who_when_and_what_became_of_it(scene: Scene, desk: Desk) -> None:
    other = at_desk(scene.colleague, desk.filing)
    desk.save(KEY, "111")
    other.save(KEY, "222", "111")
    assert desk.save(KEY, "333", "111")["status"] == "conflict"
    desk.save("adjusted_budget.total", "999")
    answer = history(desk)
    steps = [(step.who, step.label, step.was, step.value) for step in answer.context["steps"]]
    assert steps == [
        (str(scene.clerk), "没有采用", "111", "333"),
        (str(scene.colleague), "", "111", "222"),
        (str(scene.clerk), "", "", "111"),
    ]
    assertContains(answer, "<time", count=3)


def test_a_row_begins_where_it_was_added(desk: Desk) -> None:
    desk.post("rows", {"act": "add", "after": None, "rows": [{"level3": "参保人数"}]})
    steps = history(desk, desk.key(4, "actual")).context["steps"]
    assert [(step.label, step.value) for step in steps] == [("增加本行", "参保人数")]


def test_remarks_show_once_they_were_sent(desk: Desk, scene: Scene) -> None:
    mark = remark(desk, scene, sent_at=None)
    assertContains(history(desk), "这一格还没有改过。")
    Mark.objects.filter(pk=mark.pk).update(sent_at=NOW)
    assertContains(history(desk), "请核对。")


@pytest.mark.parametrize("key", ["", "\0", "indicators[x].actual", "no_such_square", "甲" * 3000])
def test_what_is_no_square_was_never_changed(desk: Desk, key: str) -> None:
    assertContains(history(desk, key), "这一格还没有改过。")


def test_the_unit_reads_its_own_also_after_it_was_sent_and_nobody_else(desk: Desk, scene: Scene) -> None:
    desk.save(KEY, "111")
    Filing.objects.update(state=State.SUBMITTED, version=1)
    for person in (scene.colleague, scene.head):
        assertContains(history(desk, who=person), "111")
    for person in (scene.reviewer, ClerkFactory.create()):
        assert history(desk, who=person).status_code == 404


def test_what_was_typed_is_text(desk: Desk) -> None:
    desk.save("goal_progress", "<script>alert(1)</script>")
    assertNotContains(history(desk, "goal_progress"), "<script>")


@pytest.mark.parametrize("count", [1, 3])
def test_one_change_costs_as_much_as_three(
    desk: Desk, scene: Scene, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        remark(desk, scene)
        desk.save(KEY, str(number + 1), str(number) if number else "")
    history(desk)
    with django_assert_num_queries(5):
        history(desk)
