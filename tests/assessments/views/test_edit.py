"""The page on which a filing is filled in, with and without a script."""

import re
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from assessments.domain.workflow import State
from assessments.models import Filing, ListRow, Mark
from tests.assessments.conftest import Scene
from tests.assessments.views.conftest import Desk, at_desk
from tests.factories.accounts import ClerkFactory
from tests.factories.assessments import NOW, make_draft

QUERIES = 12


def typed(html: str) -> dict[str, str]:
    """The fields of the form as a browser without a script would post them."""
    areas = re.findall(r'<textarea[^>]*?name="([^"]+)"[^>]*>\n?(.*?)</textarea>', html, re.DOTALL)
    inputs = [
        (re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag))
        for tag in re.findall("<input[^>]+>", html)
    ]
    plain = [(name[1], value[1] if value else "") for name, value in inputs if name]
    return {unescape(name): unescape(value) for name, value in [*areas, *plain] if name != "csrfmiddlewaretoken"}


def shown(desk: Desk) -> dict[str, str]:
    return typed(desk.client.get(desk.url("edit")).content.decode())


def post(desk: Desk, **changed: str) -> Any:
    return desk.client.post(desk.url("edit"), shown(desk) | changed)


def test_the_form_holds_a_field_for_every_typed_square_and_what_it_held(desk: Desk) -> None:
    fields = shown(desk)
    key = desk.key(1, "actual")
    assert (fields[key], fields[f"was:{key}"]) == ("2977人", "2977人")
    assert {name.removeprefix("was:") for name in fields if name.startswith("was:")} - set(fields) == set()


def test_computed_and_locked_squares_take_nothing(desk: Desk) -> None:
    assert {"execution_rate", "reporting_unit", desk.key(2, "actual")} & set(shown(desk)) == set()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_for_one_row_and_for_three(
    scene: Scene, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    desk = at_desk(scene.clerk, make_draft(scene.obligation, scene.clerk, rows=rows))
    desk.client.get(reverse("accounts:password"))
    with django_assert_num_queries(QUERIES):
        assert desk.client.get(desk.url("edit")).status_code == 200


def test_another_units_form_is_not_there(desk: Desk) -> None:
    assert at_desk(ClerkFactory.create(), desk.filing).client.get(desk.url("edit")).status_code == 404


def test_the_reviewer_does_not_fill_forms_in(scene: Scene, desk: Desk) -> None:
    Filing.objects.update(version=1)
    assert at_desk(scene.reviewer, desk.filing).client.get(desk.url("edit")).status_code == 404


def test_the_head_is_told_who_fills_it_in(scene: Scene, desk: Desk) -> None:
    assertContains(at_desk(scene.head, desk.filing).client.get(desk.url("edit")), "本表由填报员填写")


def test_a_form_that_was_sent_is_closed(desk: Desk) -> None:
    Filing.objects.update(state=State.PENDING_HEAD)
    assertContains(desk.client.get(desk.url("edit")), "本表现在不能修改")


def test_without_a_script_the_whole_form_is_saved(desk: Desk) -> None:
    response = post(desk, **{"executed.total": "10934", "goal_expected": "第一段\r\n第二段"})
    assertRedirects(response, desk.url("edit"))
    assert (desk.value("executed.total"), desk.value("goal_expected")) == ("10934", "第一段\n第二段")
    assert desk.filing.changes.filter(key__in=shown(desk)).count() == 2


def test_without_a_script_a_text_with_lines_is_not_a_change(desk: Desk) -> None:
    desk.save("goal_expected", "第一段\n第二段")
    fields = {name: text.replace("\n", "\r\n") for name, text in shown(desk).items()}
    desk.client.post(desk.url("edit"), fields)
    assert desk.filing.changes.filter(key="goal_expected").count() == 1


def test_without_a_script_a_level_goes_to_every_row_that_it_stands_over(desk: Desk) -> None:
    assertRedirects(post(desk, **{desk.key(1, "level1"): "满意度指标"}), desk.url("edit"))
    assert [desk.value(desk.key(row, "level1")) for row in (1, 2, 3)] == ["满意度指标"] * 3


def test_without_a_script_a_refused_text_stays_with_its_reason(desk: Desk) -> None:
    response = post(desk, **{"executed.total": "1_000", "adjusted_budget.total": "14158"})
    assert response.status_code == 422
    html = response.content.decode()
    assert (typed(html)["executed.total"], typed(html)["was:executed.total"]) == ("1_000", "")
    assertContains(response, 'href="#sq-executed-total"', status_code=422)
    assertContains(response, 'aria-invalid="true"', count=1, status_code=422)
    assertContains(response, "没有保存</p>", count=1, status_code=422)
    assert (desk.value("executed.total"), desk.value("adjusted_budget.total")) == ("", "14158")


def test_without_a_script_the_second_clerk_is_told_the_first_ones_text(scene: Scene, desk: Desk) -> None:
    fields = shown(desk)
    at_desk(scene.colleague, desk.filing).save("goal_expected", "甲")
    response = desk.client.post(desk.url("edit"), fields | {"goal_expected": "乙"})
    assertContains(response, f"这一格刚被{scene.colleague.full_name}改为“甲”", status_code=422)
    again = typed(response.content.decode())
    assert (again["goal_expected"], again["was:goal_expected"]) == ("乙", "甲")
    assertRedirects(desk.client.post(desk.url("edit"), again), desk.url("edit"))
    assert desk.value("goal_expected") == "乙"


def test_without_a_script_a_row_is_added(desk: Desk) -> None:
    post(desk, add_row="yes", **{"executed.total": "1"})
    assert (ListRow.objects.count(), desk.value("executed.total")) == (4, "1")


def test_without_a_script_sending_saves_first(desk: Desk) -> None:
    response = post(desk, check="yes", **{"executed.total": "1"})
    assertRedirects(response, desk.url("check"))


def test_without_a_script_a_closed_form_says_so(desk: Desk) -> None:
    fields = shown(desk)
    Filing.objects.update(state=State.PENDING_HEAD)
    response = desk.client.post(desk.url("edit"), fields | {"executed.total": "1"})
    assertContains(response, "本表现在不能修改", status_code=409)


def test_rows_are_taken_over_only_into_a_form_without_rows(scene: Scene, desk: Desk) -> None:
    assertNotContains(desk.client.get(desk.url("edit")), "从上期带入")


def test_marks_that_were_not_sent_stay_with_the_reviewer(scene: Scene, desk: Desk) -> None:
    sent = {"filing": desk.filing, "key": "executed.total", "version": 1, "author": scene.reviewer, "at": NOW}
    Mark.objects.create(reason="请核对执行数。", sent_at=NOW, **sent)
    Mark.objects.create(reason="还没有想好。", **sent)
    response = desk.client.get(desk.url("edit"))
    assertContains(response, "请核对执行数。")
    assertNotContains(response, "还没有想好。")


def test_a_stranger_signs_in_first(desk: Desk) -> None:
    assertRedirects(Client().get(desk.url("edit")), f"{reverse('accounts:login')}?next={quote(desk.url('edit'), '')}")
