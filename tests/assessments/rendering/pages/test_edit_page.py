"""The page of a filing: what it holds, when its table has another shape."""

from assessments.domain.facts import Grade, Nature
from assessments.queries import facts_of
from assessments.rendering.pages.edit_page import edit_page, with_values
from tests.assessments.conftest import Scene
from tests.factories.assessments import make_draft


def test_the_page_names_what_each_of_its_fields_holds(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=4)
    facts = facts_of(filing)
    first, _, _, wording = facts.indicators
    held = edit_page(filing, facts).held(facts)
    assert held[first.key("actual")] == "2977人"
    assert held[wording.key("grade")] == "achieved"
    assert "execution_rate" not in held


def test_another_level_is_another_shape(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=2)
    facts = facts_of(filing)
    row = facts.indicators[0]
    text = with_values(facts, {row.key("level3"): "另一指标"})
    level = with_values(facts, {row.key("level2"): "时效指标"})
    layouts = [edit_page(filing, each).layout for each in (facts, text, level)]
    assert (layouts[0] == layouts[1], layouts[0] == layouts[2]) == (True, False)


def test_a_square_that_becomes_computed_is_another_shape(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=1)
    facts = facts_of(filing)
    computed = with_values(facts, {facts.indicators[0].key("nature"): "budget_rate"})
    assert edit_page(filing, facts).layout != edit_page(filing, computed).layout


def test_values_are_laid_over_the_squares_that_are_there(scene: Scene) -> None:
    facts = facts_of(make_draft(scene.obligation, scene.clerk, rows=1))
    row = facts.indicators[0]
    values = {
        "executed.total": "5",
        "goal_expected": "甲",
        "nothing": "乙",
        row.key("nature"): "flow",
        row.key("grade"): "partly",
    }
    typed = with_values(facts, values)
    assert (typed.value("executed.total"), typed.value("goal_expected"), "nothing" in typed.squares) == (
        "5",
        "甲",
        False,
    )
    assert (typed.indicators[0].nature, typed.indicators[0].grade) == (Nature.FLOW, Grade.PARTLY)


def test_a_choice_that_is_none_is_left_blank(scene: Scene) -> None:
    facts = facts_of(make_draft(scene.obligation, scene.clerk, rows=1))
    assert with_values(facts, {facts.indicators[0].key("nature"): "anything"}).indicators[0].nature is None
