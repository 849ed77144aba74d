"""V13: a completion rate that is only the share of the year."""

import pytest

from tests.dossiers import monitoring_file, said


def _found(rate: str, month: int = 9, *, name: str = "满意度", target: str = "≥95%", actual: str = "96%") -> list[str]:
    row = {"level3": name, "target": target, "actual": actual, "completion_rate": rate}
    return [item[2] for item in said(monitoring_file(row, month=month), "V13")]


@pytest.mark.parametrize(
    ("rate", "month"), [("75%", 9), ("75.00%", 9), ("0.75", 9), ("50%", 6), ("58%", 7), ("58.33%", 7)]
)
def test_the_share_of_the_year_is_asked_about(rate: str, month: int) -> None:
    assert _found(rate, month) == [rate]


@pytest.mark.parametrize(("rate", "month"), [("100%", 9), ("76%", 9), ("", 9), ("100%", 12), ("按时", 9)])
def test_other_rates_and_a_whole_year_pass(rate: str, month: int) -> None:
    assert _found(rate, month) == []


def test_words_and_deadlines_are_not_scaled_either() -> None:
    assert _found("75%", name="养老金发放时效", target="每月25日前", actual="按时发放") == ["75%"]


def test_amounts_and_rates_of_execution_grow_with_the_year() -> None:
    assert _found("75%", name="养老金支出", target="100万元", actual="75万元") == []
    assert _found("75%", name="收入预算执行率", target="105%≤≥95%", actual="10625") == []


def test_a_rate_that_its_own_figures_give_is_no_share_of_the_year() -> None:
    assert _found("75%", name="参保人数", target="2000人", actual="1500人") == []
    assert _found("75%", name="参保人数", target="2000人", actual="1700人") == ["75%"]
