"""Required squares that are blank block sending, without being contradictions."""

from functools import partial
from typing import Any

from assessments.domain.facts import Grade, Nature
from assessments.domain.required import missing_squares, nothing_is_typed
from tests import filings
from tests.filings import monitoring, self_assessment

row = partial(filings.row, level1="产出指标", level2="数量指标")
FILLED: dict[str, Any] = {
    "money": {"budget.total": "5490", "executed.total": "0"},
    "texts": {"goal_expected": "按时发放", "goal_actual": "按时发放"},
}


def test_a_filled_form_misses_nothing() -> None:
    facts = self_assessment(
        row("100人", "90人", "人数"), row("按时", "按时", "时效", "1", grade=Grade.ACHIEVED), **FILLED
    )
    assert missing_squares(facts) == []


def test_totals_and_goal_texts_are_required_and_parts_are_not() -> None:
    facts = self_assessment(row("100人", "90人", "人数"), money={"budget.total": " "}, texts={"goal_expected": "　"})
    assert missing_squares(facts) == ["budget.total", "executed.total", "goal_expected", "goal_actual"]


def test_a_row_needs_both_levels_name_target_and_actual() -> None:
    facts = self_assessment(row(level1="", level2=" ", level3="", ref="7"), **FILLED)
    names = ("level1", "level2", "level3", "target", "actual")
    assert missing_squares(facts) == [f"indicators[7].{name}" for name in names]


def test_the_actual_of_a_budget_rate_is_computed_and_not_missing() -> None:
    assert missing_squares(self_assessment(row("95%–105%", "", "支出预算执行率"), **FILLED)) == []


def test_a_wording_row_needs_a_grade() -> None:
    by_default = row("按时发放", "按时发放", "时效", "0")
    chosen = row("100%", "100%", "时效", "1", nature=Nature.WORDING)
    assert missing_squares(self_assessment(by_default, chosen, **FILLED)) == [
        "indicators[0].grade",
        "indicators[1].grade",
    ]


def test_a_form_without_rows_misses_its_table() -> None:
    assert missing_squares(self_assessment(**FILLED)) == ["indicators"]


def test_a_monitoring_form_asks_for_received_and_progress() -> None:
    assert missing_squares(monitoring(row("100人", "90人", "人数"))) == [
        "adjusted_budget.total",
        "received.total",
        "executed.total",
        "goal_expected",
        "goal_progress",
    ]


def test_a_form_as_it_was_begun_has_nothing_typed() -> None:
    header = {"title": "绩效自评表", "reporting_unit": "巴楚县社会保险管理局"}
    begun = self_assessment(money={"budget.total": " "}, texts=header)
    others = (
        self_assessment(money={"budget.total": "0"}),
        self_assessment(texts={"goal_expected": "按时发放"}),
        self_assessment(row(level3="")),
    )
    assert [nothing_is_typed(facts) for facts in (begun, *others)] == [True, False, False, False]
