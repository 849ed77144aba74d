"""V08, V09 and V10 in running text: targets, outcomes, claims of success."""

import pytest

from assessments.domain.consistency.texts import claimed_success, malformed_targets, missed_targets
from tests.assessments.domain.consistency.texts.short_report import form, found
from tests.assessments.domain.narrative.texts import report


@pytest.mark.parametrize(
    "text",
    [
        "领取待遇人数指标值≥3250人，完成值3291人。",
        "领取待遇人数指标值3250人，完成值4000人。",
        "上访率指标值≤1%，完成值0%。",
        "投诉次数指标值5次，完成值3次。",
        "领取待遇人数指标值≥3250人，完成值2931人，主要原因是死亡人数增加。",
        "领取待遇人数指标值≥3250人。",
        "满意度指标值95%至100%，完成值96%。",
    ],
)
def test_a_target_that_is_met_or_explained_passes(text: str) -> None:
    assert found(missed_targets.RULE, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("领取待遇人数指标值≥3250人，完成值2931人。", ("error", "2931人", "≥3250人")),
        ("享受人数指标值≤1572人，完成值1573人。", ("error", "1573人", "≤1572人")),
        ("领取待遇人数指标值1000人，完成值1301人。", ("error", "1301人", "1000人")),
        ("投诉次数指标值3次，完成值5次。", ("error", "5次", "3次")),
        ("满意度指标值＞95%，完成值95%。", ("error", "95%", ">95%")),
    ],
)
def test_a_missed_target_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert found(missed_targets.RULE, text) == [expected]


def test_the_working_of_a_missed_count() -> None:
    (finding,) = missed_targets.RULE.check(report("领取待遇人数指标值≥3250人，完成值2931人。"))
    assert str(finding.arithmetic) == "2931 ÷ 3250 = 90.18%"


@pytest.mark.parametrize("target", ["≥1572人", "95%至105%", "1572人"])
def test_well_formed_targets_pass(target: str) -> None:
    assert found(malformed_targets.RULE, f"退休待遇享受人数年初指标值{target}。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("退休待遇享受人数年初指标值≤1572人。", ("error", "≤1572人", "≥1572人")),
        ("上访率指标值≥1%。", ("error", "≥1%", "≤1%")),
        ("支出预算执行率指标值105%≤≥95%。", ("error", "105%≤≥95%", "95%–105%")),
    ],
)
def test_targets_in_the_wrong_direction_or_spelling_are_found(text: str, expected: tuple[str, str, str]) -> None:
    assert found(malformed_targets.RULE, text) == [expected]


_BAND = "2022年机关养老保险支出预算执行率目标95%至105%。"


def test_success_may_be_claimed_within_the_band() -> None:
    assert (
        found(claimed_success.RULE, _BAND, forms=(form(goal_actual="完成年度预算的102.28%，达到了预期目标。"),)) == []
    )
    assert found(claimed_success.RULE, _BAND, forms=(form(goal_actual="完成年度预算的106.71%。"),)) == []
    assert found(claimed_success.RULE, "完成预算的106.71%，达到了预期目标。") == []


def test_but_not_outside_it() -> None:
    quoting = form(goal_actual="完成年度预算的106.71%，达到了预期目标。")
    assert found(claimed_success.RULE, _BAND, forms=(quoting,)) == [("warning", "达到了预期目标", "95%–105%")]


def test_nor_beside_a_missed_target() -> None:
    text = "满意度目标≥95%，实际93%，全面完成年度目标。"
    assert found(claimed_success.RULE, text) == [("warning", "全面完成年度目标", "≥95%")]
