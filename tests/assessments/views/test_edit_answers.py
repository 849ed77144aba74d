"""What an open page is told after something was saved: the squares that look otherwise than it shows them, drawn."""

from typing import Any

import pytest

from tests.assessments.conftest import Scene
from tests.assessments.views.conftest import Desk, at_desk, cells_in, looks_in
from tests.factories.assessments import make_draft


def told(desk: Desk, seen: dict[str, str]) -> dict[str, str]:
    """The squares that a page is sent, by key; where it is sent them, it need not draw its table anew."""
    found = desk.findings(**seen)
    assert "table_html" not in found
    return cells_in(found["squares"])


def after(desk: Desk, seen: dict[str, str], found: dict[str, Any]) -> dict[str, str]:
    """What the page shows when it has put an answer in its place."""
    looks = dict(zip(looks_in(desk.page()), seen["looks"].split(","), strict=True)) | looks_in(found["squares"])
    return {"layout": found["layout"], "panel": found["panel"], "looks": ",".join(looks.values())}


def test_what_looks_otherwise_comes_as_the_page_draws_it(scene: Scene, desk: Desk) -> None:
    seen = desk.shown()
    at_desk(scene.colleague, desk.filing).save("goal_progress", "进度")
    desk.save("adjusted_budget.total", "14158")
    desk.save("executed.total", "10934")
    cells = told(desk, seen)
    rate, light = desk.key(2, "actual"), desk.key(2, "completion_rate")
    assert set(cells) >= {"goal_progress", "adjusted_budget.total", "executed.total", "execution_rate", rate, light}
    assert 'data-value="77.23%"' in cells["execution_rate"]
    assert ">1.0934 亿元</p>" in cells["executed.total"]
    assert ">\n进度</textarea>" in cells["goal_progress"]
    assert "goal_expected" not in cells
    page = cells_in(desk.page())
    assert cells == {key: page[key] for key in cells}


def test_what_a_page_shows_already_is_not_told_again(desk: Desk) -> None:
    seen = desk.shown()
    assert told(desk, seen) == {}
    desk.save("executed.total", "10934")
    found = desk.findings(**seen)
    assert "executed.total" in cells_in(found["squares"])
    assert told(desk, after(desk, seen, found)) == {}


def test_two_clerks_are_each_told_what_their_own_page_does_not_show(scene: Scene, desk: Desk) -> None:
    other = at_desk(scene.colleague, desk.filing)
    before = desk.shown()
    desk.save("goal_progress", "进度")
    later = other.shown()
    other.save("goal_expected", "目标")
    assert (set(told(desk, before)), set(told(other, later))) == ({"goal_progress", "goal_expected"}, {"goal_expected"})


def test_a_square_that_the_page_gave_up_is_told_although_nothing_changed(desk: Desk) -> None:
    seen = desk.shown()
    _first, *others = seen["looks"].split(",")
    first, *_others = cells_in(desk.page())
    assert set(told(desk, {**seen, "looks": ",".join(["", *others])})) == {first}


@pytest.mark.parametrize("looks", [{}, {"looks": ""}, {"looks": "a,b"}, {"looks": 7}, {"looks": ["a"]}])
def test_a_page_of_before_that_does_not_say_how_its_squares_look_gets_the_whole_table(
    desk: Desk, looks: dict[str, object]
) -> None:
    seen = {name: text for name, text in desk.shown().items() if name != "looks"}
    found = desk.findings(**seen, **looks)
    assert (found["squares"], set(cells_in(found["table_html"]))) == ("", set(cells_in(desk.page())))


def test_the_table_is_drawn_anew_only_in_another_shape(desk: Desk) -> None:
    seen = desk.shown()
    desk.save("goal_progress", "进度")
    assert "table_html" not in desk.findings(**seen)
    desk.save(desk.key(1, "level2"), "时效指标", "数量指标")
    found = desk.findings(**seen)
    assert ("时效" in found["table_html"], found["squares"]) == (True, "")


def test_question_and_answer_stay_small_on_a_form_of_two_hundred_rows(scene: Scene) -> None:
    desk = at_desk(scene.clerk, make_draft(scene.obligation, scene.clerk, rows=200))
    seen = desk.shown()
    desk.save("goal_progress", "进度")
    found = desk.findings(**seen)
    assert set(cells_in(found["squares"])) == {"goal_progress"}
    assert (len(seen["looks"]) < 10_000, len(found["squares"]) < 1_000) == (True, True)
