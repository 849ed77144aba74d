"""The reviewer's remarks on the form: shown at their squares, answered there."""

import pytest
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains

from assessments.domain.workflow import State
from assessments.models import Filing, Mark
from tests.assessments.conftest import Scene
from tests.assessments.views.conftest import Desk, cells_in
from tests.factories.assessments import NOW


def remark(desk: Desk, scene: Scene, key: str = "executed.total", **more: object) -> Mark:
    Filing.objects.update(state=State.RETURNED, version=1)
    fields = {"reason": "请核对。", "version": 1, "author": scene.reviewer, "at": NOW, "sent_at": NOW} | more
    return Mark.objects.create(filing=desk.filing, key=key, **fields)


def test_a_remark_stands_at_its_square(desk: Desk, scene: Scene) -> None:
    remark(desk, scene)
    page = desk.client.get(desk.url("edit"))
    assertContains(page, 'data-mark="open"', count=1)
    assertContains(page, 'data-thread="executed.total"', count=1)
    assertContains(page, scene.reviewer.full_name)


@pytest.mark.parametrize(("kind", "text"), [("corrected", ""), ("explained", "按年报口径。")])
def test_a_remark_is_answered(desk: Desk, scene: Scene, kind: str, text: str) -> None:
    mark = remark(desk, scene)
    found = desk.post("answer_mark", {"mark": mark.pk, "kind": kind, "text": text, **desk.shown()}).json()
    mark.refresh_from_db()
    assert (mark.state, mark.answer_kind, mark.answer) == (Mark.State.ANSWERED, kind, text)
    squares = {key: 'data-mark="answered"' in cell for key, cell in cells_in(found["squares"]).items()}
    assert (squares, "修改答复" in found["threads_html"]) == ({"executed.total": True}, True)


BODIES: dict[str, tuple[dict[str, object], int]] = {
    "no number": ({"kind": "corrected"}, 400),
    "true for a number": ({"mark": True, "kind": "corrected"}, 400),
    "a remark that is not there": ({"mark": 999999, "kind": "corrected"}, 422),
}


@pytest.mark.parametrize(("body", "status"), BODIES.values(), ids=BODIES.keys())
def test_an_answer_of_another_shape_is_refused(desk: Desk, scene: Scene, body: dict[str, object], status: int) -> None:
    remark(desk, scene)
    assert desk.post("answer_mark", body).status_code == status


@pytest.mark.parametrize(
    ("kind", "text"),
    [("", "好"), ("explained", ""), ("corrected", "字" * 501), ("other", "好")],
)
def test_an_answer_says_what_was_done(desk: Desk, scene: Scene, kind: str, text: str) -> None:
    mark = remark(desk, scene)
    response = desk.post("answer_mark", {"mark": mark.pk, "kind": kind, "text": text})
    assert (response.status_code, response.json()["error"]) == (422, "refused")
    mark.refresh_from_db()
    assert mark.state == Mark.State.OPEN


def test_an_answer_is_a_text(desk: Desk, scene: Scene) -> None:
    body = {"mark": remark(desk, scene).pk, "kind": "corrected", "text": 5}
    assert desk.post("answer_mark", body).status_code == 400


def test_a_remark_that_was_not_sent_cannot_be_answered(desk: Desk, scene: Scene) -> None:
    mark = remark(desk, scene, sent_at=None)
    assert desk.post("answer_mark", {"mark": mark.pk, "kind": "corrected", "text": ""}).status_code == 422


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_remark_and_for_three(
    desk: Desk, scene: Scene, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for name in ("level3", "target", "actual")[:count]:
        remark(desk, scene, desk.key(1, name))
    desk.client.get(desk.url("edit"))
    with django_assert_num_queries(13):
        desk.client.get(desk.url("edit"))
