"""Indicator rows through the page: added, removed, put back, moved, taken over, and set up."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains

from assessments.domain.facts import Form
from assessments.domain.workflow import State
from assessments.models import Filing, ListRow
from assessments.services.rows import add_rows
from tests.assessments.conftest import Scene
from tests.assessments.views.conftest import Desk, at_desk
from tests.factories.accounts import ClerkFactory, PrefectureFactory
from tests.factories.assessments import NOW, make_cycle, make_draft, make_obligation


def names(desk: Desk) -> list[str]:
    return list(ListRow.objects.filter(filing=desk.filing).values_list("squares__level3", flat=True))


def act(desk: Desk, **body: object) -> dict[str, object]:
    response = desk.post("rows", body)
    assert response.status_code == 200, response.content.decode()
    return dict(response.json())


def refusal(desk: Desk, **body: object) -> tuple[int, str]:
    response = desk.post("rows", body)
    return response.status_code, response.json()["error"]


def ref(desk: Desk, number: int) -> str:
    return str(ListRow.objects.filter(filing=desk.filing)[number - 1].pk)


def test_a_row_is_added_below_another_with_its_levels(desk: Desk) -> None:
    found = act(desk, act="add", after=ref(desk, 1), rows=[{"level3": "新指标"}])
    assert names(desk) == ["参保缴费人数", "新指标", "支出预算执行率", "待遇首次发放成功率"]
    assert ListRow.objects.get(squares__level3="新指标").squares["level1"] == "产出指标"
    assert (found["added"], "新指标" in str(found["table_html"])) == ([ref(desk, 2)], True)


@pytest.mark.parametrize(("after", "place"), [("", 0), (None, 3)])
def test_a_row_is_added_at_the_top_or_the_end(desk: Desk, after: str | None, place: int) -> None:
    act(desk, act="add", after=after, rows=[{"level3": "新指标"}])
    assert names(desk)[place] == "新指标"


def test_a_pasted_block_adds_its_rows_in_order(desk: Desk) -> None:
    act(desk, act="add", after=ref(desk, 3), rows=[{"level3": "甲", "target": "1人"}, {"level3": "乙"}])
    assert names(desk)[3:] == ["甲", "乙"]


def test_three_rows_cost_as_many_questions_as_one(
    scene: Scene, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    filing, row = make_draft(scene.obligation, scene.clerk), {"level3": "新指标", "target": "1人", "actual": "2人"}
    with CaptureQueriesContext(connection) as one:
        add_rows(filing=filing, after=None, actor=scene.clerk, at=NOW, values=[row])
    with django_assert_num_queries(len(one)):
        add_rows(filing=filing, after=None, actor=scene.clerk, at=NOW, values=[row] * 3)


def test_a_block_with_one_bad_row_adds_none(desk: Desk) -> None:
    assert refusal(desk, act="add", after=None, rows=[{"level3": "甲"}, {"level3": "字" * 201}]) == (422, "refused")
    assert len(names(desk)) == 3


def test_a_removed_row_can_be_put_back(desk: Desk) -> None:
    removed = act(desk, act="remove", refs=[ref(desk, 2)])["removed"]
    assert names(desk) == ["参保缴费人数", "待遇首次发放成功率"]
    assert isinstance(removed, list)
    act(desk, act="add", after=removed[0]["after"], rows=[removed[0]["values"]])
    assert names(desk) == ["参保缴费人数", "支出预算执行率", "待遇首次发放成功率"]


def test_rows_that_belong_together_are_removed_and_put_back_together(desk: Desk) -> None:
    removed = act(desk, act="remove", refs=[ref(desk, 2), ref(desk, 3)])["removed"]
    assert names(desk) == ["参保缴费人数"]
    assert isinstance(removed, list)
    act(desk, act="add", after=removed[0]["after"], rows=[kept["values"] for kept in removed])
    assert names(desk) == ["参保缴费人数", "支出预算执行率", "待遇首次发放成功率"]


def test_rows_change_places(desk: Desk) -> None:
    act(desk, act="move", ref=ref(desk, 1), up=False)
    assert names(desk)[:2] == ["支出预算执行率", "参保缴费人数"]
    act(desk, act="move", ref=ref(desk, 2), up=True)
    assert names(desk)[:2] == ["参保缴费人数", "支出预算执行率"]


def test_an_earlier_forms_rows_are_taken_over_without_their_actuals(scene: Scene) -> None:
    earlier = make_obligation(make_cycle(scene.cycle.prefecture, month=6), scene.clerk.unit)
    source = make_draft(earlier, scene.clerk, rows=2)
    desk = at_desk(scene.clerk, make_draft(scene.obligation, scene.clerk))
    assertContains(desk.client.get(desk.url("edit")), "从上期带入")
    assert act(desk, act="copy", source=source.pk)["added"] == [ref(desk, 1), ref(desk, 2)]
    assert (names(desk), desk.value(desk.key(1, "actual"))) == (["参保缴费人数", "支出预算执行率"], "")


def test_the_weights_of_an_earlier_form_are_taken_over_without_its_scores(scene: Scene) -> None:
    def draft(year: int) -> Filing:
        cycle = make_cycle(
            scene.cycle.prefecture, kind=Form.SELF_ASSESSMENT, edition="self-assessment-scored", year=year
        )
        return make_draft(make_obligation(cycle, scene.clerk.unit), scene.clerk)

    source, desk = draft(2025), at_desk(scene.clerk, draft(2026))
    squares = {"level3": "发放时效", "target": "按时发放", "weight": "20"}
    ListRow.objects.create(filing=source, name="indicators", position=1, squares={**squares, "score": "18"})
    act(desk, act="copy", source=source.pk)
    assert [row.squares for row in ListRow.objects.filter(filing=desk.filing)] == [squares]


def test_another_units_rows_are_not_to_be_had(scene: Scene) -> None:
    stranger = ClerkFactory.create()
    elsewhere = make_cycle(PrefectureFactory.create())
    theirs = make_draft(make_obligation(elsewhere, stranger.unit), stranger, rows=2)
    desk = at_desk(scene.clerk, make_draft(scene.obligation, scene.clerk))
    assert refusal(desk, act="copy", source=theirs.pk) == (422, "refused")


BODIES: dict[str, dict[str, object]] = {
    "no act": {},
    "an unknown act": {"act": "explode"},
    "an act that is no text": {"act": ["add"]},
    "rows that are no list": {"act": "add", "after": None, "rows": "甲"},
    "a place that is no text": {"act": "add", "after": 7, "rows": [{}]},
    "a row that is no text": {"act": "remove", "refs": [7]},
    "no row to remove": {"act": "remove", "refs": []},
    "rows to remove that are no list": {"act": "remove", "refs": "7"},
    "a source that is no number": {"act": "copy", "source": "7"},
    "a source beyond all numbers": {"act": "copy", "source": 2**70},
}
REFUSALS: dict[str, dict[str, object]] = {
    "no rows": {"act": "add", "after": None, "rows": []},
    "thousands of rows": {"act": "add", "after": None, "rows": [{}] * 201},
    "rows of another shape": {"act": "add", "after": None, "rows": ["甲"]},
    "an unknown field": {"act": "add", "after": None, "rows": [{"filing_id": "1"}]},
    "a number in a field": {"act": "add", "after": None, "rows": [{"level3": 5}]},
    "a choice that is none": {"act": "add", "after": None, "rows": [{"nature": "anything"}]},
    "a place that is gone": {"act": "add", "after": "999999", "rows": [{}]},
    "a row that is gone": {"act": "remove", "refs": ["999999"]},
    "a row of another kind": {"act": "move", "ref": "\ud800", "up": True},
    "a source that is gone": {"act": "copy", "source": 999999},
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_an_act_of_another_shape_is_refused_in_words(desk: Desk, body: dict[str, object]) -> None:
    assert refusal(desk, **body) == (400, "bad_request")


@pytest.mark.parametrize("body", REFUSALS.values(), ids=REFUSALS.keys())
def test_an_act_that_cannot_be_done_is_refused_in_words(desk: Desk, body: dict[str, object]) -> None:
    assert refusal(desk, **body) == (422, "refused")
    assert len(names(desk)) == 3


def test_a_row_of_another_form_stays_where_it_is(scene: Scene, desk: Desk) -> None:
    other = make_draft(
        make_obligation(make_cycle(scene.cycle.prefecture, month=6), scene.clerk.unit), scene.clerk, rows=1
    )
    theirs = str(other.list_rows.get().pk)
    assert refusal(desk, act="remove", refs=[theirs]) == (422, "refused")
    assert ListRow.objects.filter(pk=theirs).exists()


def test_a_form_that_was_sent_keeps_its_rows(desk: Desk) -> None:
    Filing.objects.update(state=State.SUBMITTED)
    assert refusal(desk, act="remove", refs=[ref(desk, 1)]) == (409, "not_editable")


def test_another_units_form_is_not_there(desk: Desk) -> None:
    stranger = at_desk(ClerkFactory.create(), desk.filing)
    assert stranger.post("rows", {"act": "add"}).status_code == 404
    assert stranger.client.get(desk.url("row", ref(desk, 1))).status_code == 404


def test_the_settings_of_a_row_are_fields_of_its_own_squares(desk: Desk) -> None:
    response = desk.client.get(desk.url("row", ref(desk, 1)))
    assertContains(response, f'name="{desk.key(1, "level1")}"')
    assertContains(response, 'data-was="产出指标"')
    assertContains(response, "时效指标")


def test_the_settings_of_another_forms_row_are_not_there(desk: Desk) -> None:
    assert desk.client.get(desk.url("row", 999999)).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_settings_cost_the_same_for_one_row_and_for_three(
    scene: Scene, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    desk = at_desk(scene.clerk, make_draft(scene.obligation, scene.clerk, rows=rows))
    desk.client.get(desk.url("row", ref(desk, 1)))
    with django_assert_num_queries(8):
        desk.client.get(desk.url("row", ref(desk, 1)))
