"""Targets in running text and what came of them."""

import pytest

from tests.assessments.domain.narrative.texts import claims


def _goals(text: str) -> list[tuple[str, str, str]]:
    return [
        (goal.name, goal.target.printed(), goal.actual.quantity.printed() if goal.actual else "")
        for goal in claims(text).goals
    ]


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("退休待遇享受人数年初指标值≤1572人，全年完成值1573人。", [("退休待遇享受人数", "≤1572人", "1573人")]),
        ("满意度指标值＞95%，完成值96%。", [("满意度", ">95%", "96%")]),
        ("缴费人数年初任务数216786人，全年完成值201201人。", [("缴费人数", "216786人", "201201人")]),
        ("领取待遇人数15340人，目标18482人。", [("recipients", "18482人", "15340人")]),
        ("参保人数目标9人；实际参保8人。", [("参保人数", "9人", "8人")]),
        ("满意度目标≥95%，调查结果为93%。", [("满意度", "≥95%", "93%")]),
        ("待遇发放准确率95%以上。", [("待遇发放准确率", "≥95%", "")]),
        ("全年支出预算执行率目标95%至105%。", [("支出预算执行率", "95%–105%", "")]),
    ],
)
def test_targets_and_outcomes(text: str, goals: list[tuple[str, str, str]]) -> None:
    assert _goals(text) == goals


def test_an_outcome_of_another_measure_answers_no_target() -> None:
    assert _goals("①参保人数目标9人；②实际缴费8人。") == [("参保人数", "9人", "")]
