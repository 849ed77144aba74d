"""V07: on a numeric row the actual is a value in the target's unit."""

from typing import Any

import pytest

from assessments.domain.consistency import Finding, check
from assessments.domain.facts import Facts, Grade, Nature
from tests.filings import monitoring, row


def _v07(facts: Facts) -> list[Finding]:
    return [finding for finding in check(facts) if finding.rule == "V07"]


def _said(target: str, actual: str, **squares: Any) -> list[tuple[str, str]]:
    facts = monitoring(row(target, actual, **squares), texts={"deviation_and_measures": "有偏差"})
    return [(finding.severity.value, str(finding.short)) for finding in _v07(facts)]


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≥95%", "96.4%"),
        ("≥95%", "0"),
        ("≤1%", "0"),
        ("2834人", "2977人"),
        ("2834人", "０"),
        ("1亿元", "9000万元"),
        ("124.07", "161.46"),
        ("124.07", "161.46元"),
        ("≤0", "2起"),
        ("0起", "0次"),
        ("36家", "36个"),
        ("3.59亿", "3.6亿元"),
        ("3.59亿元", "3.6亿"),
        ("1.2万", "12345人"),
        ("1200元/人·月", "1250元/月/人"),
        ("≥1次/年", "2次/年"),
        ("≥1次/年", "2次"),
        ("1.2万元/人", "12000元"),
        ("≥95%", "96.4%（问卷300份）"),
        ("2834人", "2977人（其中女性1200人）"),
        ("≥1.8:1", "1.82:1"),
        ("3000张", "3120张"),
        ("≥90%或≤110%", "101.3%"),
        ("≥95%", ""),
        ("按时发放", "按时发放"),
        ("每月25日前", "按时发放"),
    ],
)
def test_a_value_in_the_right_unit_a_bare_zero_and_words_on_wording_rows_pass(target: str, actual: str) -> None:
    assert _said(target, actual) == []


@pytest.mark.parametrize("actual", ["≥95%", "95%以上", "不低于95%", "＞95%", "≤95%", "95%–100%", "105%≤≥95%"])
def test_a_limit_is_no_actual(actual: str) -> None:
    assert _said("≥95%", actual) == [("error", "应填实际数值")]


@pytest.mark.parametrize("actual", ["按时发放", "1e5", "NaN", "1,23,4", "每月25日前", "约95%"])
def test_what_cannot_be_read_is_no_actual(actual: str) -> None:
    assert _said("≥95%", actual) == [("error", "应填实际数值")]


@pytest.mark.parametrize("actual", ["10934", "884万元", "12人"])
def test_an_amount_under_a_percentage_asks_for_a_percentage(actual: str) -> None:
    assert _said("≥95%", actual) == [("error", "应填百分比")]


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("2834人", "2834户"),
        ("2834人", "95%"),
        ("2834人", "2834"),
        ("100", "100%"),
        ("1.2万", "95%"),
        ("1次/月", "12次"),
    ],
)
def test_another_unit_is_an_error(target: str, actual: str) -> None:
    assert _said(target, actual) == [("error", "单位不一致")]


def test_a_number_without_the_targets_unit_is_shown_with_it() -> None:
    (finding,) = _v07(monitoring(row("2834人", "2977", "人数")))
    assert str(finding.message) == "目标是 2834人，完成值“2977”的单位不同，请用同一单位，例如 2977人"


@pytest.mark.parametrize(
    ("target", "actual", "example"),
    [
        ("12.5万人", "125000", "125000人"),
        ("12.5万人", "12.8", "12.8万人"),
        ("5317.46万元", "5400", "5400万元"),
        ("12次/年", "11", "11次/年"),
    ],
)
def test_a_number_without_a_unit_is_shown_with_the_one_that_it_seems_to_have(
    target: str, actual: str, example: str
) -> None:
    (finding,) = _v07(monitoring(row(target, actual)))
    assert str(finding.message).endswith(f"例如 {example}")


def test_a_number_among_words_is_said_back_alone() -> None:
    (finding,) = _v07(monitoring(row("≥95%", "99.9%，按时发放")))
    assert str(finding.message) == "“99.9%，按时发放”里除了数还有文字，请只填实际完成的数，例如 99.9%"
    (finding,) = _v07(monitoring(row("≥95%", "在12个月内办结")))
    assert str(finding.message) == "“在12个月内办结”读不出数值，请填实际完成的数，例如 96.4%"


def test_two_values_are_a_warning_at_the_square_that_holds_them() -> None:
    both = _v07(monitoring(row("50、6.17", "52、15", "缴费标准")))
    assert [(item.severity.value, item.where) for item in both] == [("warning", "indicators[0].actual")]
    target = _v07(monitoring(row("50、6.17", "52", "缴费标准")))
    assert [(item.severity.value, item.where) for item in target] == [("warning", "indicators[0].target")]


def test_a_budget_rates_typed_actual_is_judged_on_imports_only() -> None:
    money = {"adjusted_budget.total": "14158", "executed.total": "10934"}
    typed = row("95%–105%", "10934", "支出预算执行率")
    (finding,) = _v07(monitoring(typed, money=money))
    assert (finding.expected, str(finding.short)) == ("77.23%", "应填百分比")
    assert _v07(monitoring(typed, money=money, imported=False)) == []


def test_words_beside_a_blank_target_may_be_right() -> None:
    assert _said("", "已完成") == []
    assert _said("", "已完成", nature=Nature.STANDARD) == [("error", "应填实际数值")]
    assert _said("", "≥95%") == [("error", "应填实际数值")]


def test_a_chosen_wording_nature_is_not_judged() -> None:
    assert _said("≥95%", "≥95%", nature=Nature.WORDING, grade=Grade.ACHIEVED) == []
