"""V01: a stated rate equals its own numerator and denominator."""

from typing import Any

import pytest

from assessments.domain.consistency import Finding, check
from assessments.domain.facts import Nature
from tests.filings import monitoring, row


def _v01(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(item.severity.value, item.where, item.expected) for item in findings if item.rule == "V01"]


def _stated(rate: str, budget: str = "14158", executed: str = "10934") -> list[tuple[str, str, str]]:
    money = {"adjusted_budget.total": budget, "executed.total": executed}
    return _v01(check(monitoring(money=money, texts={"execution_rate": rate})))


@pytest.mark.parametrize("rate", ["77%", "77.2%", "77.23%", "77.23", "0.77", "0.8", "0.7723", "", "按进度"])
def test_a_rounded_rate_passes_and_words_are_not_judged(rate: str) -> None:
    assert _stated(rate) == []


@pytest.mark.parametrize(
    ("rate", "expected"),
    [("78%", "77%"), ("102.28%", "77.23%"), ("7.7%", "77.2%"), ("0.78", "77%"), ("0.7822", "77.23%")],
)
def test_another_rate_is_an_error_with_the_right_one(rate: str, expected: str) -> None:
    assert _stated(rate) == [("error", "execution_rate", expected)]


def test_a_filing_made_on_the_portal_has_only_computed_rates() -> None:
    indicator = row("90人", "90人", completion_rate="50%")
    facts = monitoring(indicator, texts={"execution_rate": "50%", "overall_completion_rate": "50%"}, imported=False)
    assert check(facts) == ()


def test_a_truncated_rate_is_a_notice() -> None:
    assert _stated("77.22%") == [("notice", "execution_rate", "77.23%")]


@pytest.mark.parametrize(("budget", "executed"), [("", "5"), ("0", "5"), ("5", ""), ("abc", "5")])
def test_without_both_amounts_there_is_nothing_to_compare(budget: str, executed: str) -> None:
    assert _stated("77%", budget, executed) == []


def test_the_working_stands_in_the_sentence() -> None:
    money = {"adjusted_budget.total": "14158", "executed.total": "10934"}
    (finding,) = check(monitoring(money=money, texts={"execution_rate": "80%"}))
    assert str(finding.message) == "“80%”与 10934 ÷ 14158 不符，应为 77%"


def _row(target: str, actual: str, rate: str, **squares: Any) -> list[tuple[str, str, str]]:
    explained = {"deviation_and_measures": "有偏差"}
    return _v01(check(monitoring(row(target, actual, completion_rate=rate, **squares), texts=explained)))


def test_a_stated_completion_rate_is_judged_where_both_are_plain_numbers() -> None:
    assert _row("16525人", "18007人", "109.00%") == [("error", "indicators[0].completion_rate", "108.97%")]
    assert _row("16525人", "18007人", "108.97%") == []
    assert _row("≥95%", "100%", "50%") == []
    assert _row("2834人", "2977户", "50%") == []


def test_where_less_is_better_the_quotient_says_nothing() -> None:
    assert _row("5次", "3次", "100%", level3="投诉次数") == []
    assert _row("5次", "3次", "100%", level3="培训次数") == [("error", "indicators[0].completion_rate", "60%")]


def test_elapsed_time_is_another_rules_on_what_time_does_not_scale() -> None:
    assert _row("100%", "100%", "75%") == []
    assert _row("100%", "100%", "75.00%") == []
    assert _row("100%", "100%", "0.75") == []
    assert _row("100%", "100%", "76%") == [("error", "indicators[0].completion_rate", "100%")]
    assert _row("100万元", "100万元", "75%", nature=Nature.FLOW) == [("error", "indicators[0].completion_rate", "100%")]
