"""V01 in running text: changes and growth."""

import pytest

from assessments.domain.consistency.texts.growth import RULE
from tests.assessments.domain.consistency.texts.short_report import found
from tests.assessments.domain.narrative.texts import report


@pytest.mark.parametrize(
    "text",
    [
        "支出10471万元，上年9779万元，增支692万元，增幅为7.08%。",
        "支出10471万元，比上年增加692万元，增长7.08%。",
        "支出10471万元，比上年增加692万元。",
        "支出1.0471亿元，上年0.9779亿元，增长7.08%。",
        "收入9万元，上年10万元，下降10%。",
        "收入9万元，上年10万元，增长-10%。",
        "收入9万元，上年10万元，增减率10%。",
        "支出9万元，较年初预算10万元减少1万元，下降10%。",
        "增幅为50%。",
        "收入9万元，比上年减少10万元。",
        "收入9万元，其中利息2万元。与上年8万元相比增加1万元。",
        "收入9万元，其中利息2万元。比上年增加1万元，上年利息1万元。",
        "收入9万元，上月8万元，环比增加2万元。",
        "参保率96.0%，比上年95.1%提高0.9个百分点。",
        "收入9万元，年均增长50%，上年10万元。",
    ],
)
def test_changes_that_follow_from_both_years_pass(text: str) -> None:
    assert found(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出10471万元，上年9779万元，增支962万元。", [("error", "962万元", "692万元")]),
        ("支出10471万元，上年9779万元，增幅为8.07%。", [("error", "8.07%", "7.08%")]),
        ("支出10471万元，上年9779万元，增幅为7.07%。", [("notice", "7.07%", "7.08%")]),
        ("支出10471万元，比上年增加692万元，增长17.08%。", [("error", "17.08%", "7.08%")]),
        ("收入9万元，上年10万元，增长10%。", [("error", "10%", "-10%")]),
        ("收入9万元，比上年增加11万元。", [("error", "11万元", "")]),
        ("收入90万元，其中利息1万元。与上年80万元相比增加20万元。", [("error", "20万元", "10万元")]),
        ("收入90万元，上年80万元，环比上年增加20万元。", [("error", "20万元", "10万元")]),
        ("参保率96.0%，比上年95.1%提高2.0个百分点。", [("error", "2.0个百分点", "0.9个百分点")]),
        ("支出90万元，较年初预算100万元减少20万元。", [("error", "20万元", "10万元")]),
        ("支出预算由年初的90万元调整为100万元，增加20万元。", [("error", "20万元", "10万元")]),
    ],
)
def test_other_changes_are_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(RULE, text) == expected


def test_one_wrong_figure_is_found_once() -> None:
    assert found(RULE, "支出10471万元，上年9779万元，增支629万元，增幅为7.08%。") == [("error", "629万元", "692万元")]


def test_a_wrong_direction_is_said() -> None:
    (finding,) = RULE.check(report("收入9万元，上年10万元，增长10%。"))
    assert str(finding.message) == "文中写“增长10%”，(9 − 10) ÷ 10 = -10%，方向相反"


def test_last_years_report_gives_last_years_figure() -> None:
    before = report("2021年失业保险基金收入100万元。", year=2021)
    assert found(RULE, "2022年失业保险基金收入120万元，比上年增长10%。", before=before) == [("error", "10%", "20%")]


_YEARS = "收入从2019年的100万元增加到2021年的121万元，年均增长"


def test_a_growth_of_each_year_is_compounded_or_divided() -> None:
    assert found(RULE, f"{_YEARS}10%。") == []
    assert found(RULE, f"{_YEARS}10.5%。") == []
    assert found(RULE, f"{_YEARS}21%。") == [("error", "21%", "10%")]
