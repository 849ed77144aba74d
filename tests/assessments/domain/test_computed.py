"""Every computed square, on made-up rows and on the public filings."""

from decimal import Decimal

import pytest
from hypothesis import given

from assessments.domain.computed import compute
from assessments.domain.facts import Grade, Nature
from assessments.domain.lights import Light
from assessments.domain.rounding import printed_rate
from tests.filings import BACHU, TASHKURGAN, monitoring, parcel, row, self_assessment
from tests.strategies import filings

MONEY = {"adjusted_budget.total": "14158", "executed.total": "10934"}


def test_the_execution_rate_is_executed_over_budget() -> None:
    rate = compute(monitoring(money=MONEY)).execution_rate
    assert rate.value == Decimal(10934) / Decimal(14158)
    assert (str(rate.arithmetic), rate.why_not) == ("10934 ÷ 14158", None)


@pytest.mark.parametrize(
    ("budget", "executed", "why"),
    [
        ("", "5", "预算数和执行数填好后自动算出"),
        ("5", "", "预算数和执行数填好后自动算出"),
        ("0", "5", "预算数为 0，算不出执行率"),
        ("abc", "5", "预算数或执行数读不出金额，改正后自动算出"),
    ],
)
def test_a_rate_that_cannot_be_computed_says_why(budget: str, executed: str, why: str) -> None:
    rate = compute(monitoring(money={"adjusted_budget.total": budget, "executed.total": executed})).execution_rate
    assert (rate.value, str(rate.why_not)) == (None, why)


def test_a_budget_rate_takes_the_computed_rate_whatever_was_typed() -> None:
    typed = row("95%–105%", "10934", "支出预算执行率")
    result = compute(monitoring(typed, money=MONEY)).rows["0"]
    assert result.usable
    assert result.value == Decimal(10934) / Decimal(14158)
    assert str(result.completion.arithmetic) == "77.23% ÷ 95%"
    assert result.light is Light.GREEN


def test_a_budget_rate_waits_for_the_money_block() -> None:
    result = compute(monitoring(row("95%–105%", "", "支出预算执行率"))).rows["0"]
    assert str(result.why_unusable) == "预算数和执行数填好后自动算出"


@pytest.mark.parametrize(
    ("target", "actual", "reason"),
    [
        ("≥95%", "", "请填完成值"),
        ("", "95%", "请填预期指标值"),
        ("≥95%", "≥95%", "完成值写的是目标，不是实际数值"),
        ("≥95%", "90%–95%", "完成值写的是目标，不是实际数值"),
        ("≥95%", "884", "完成值与预期指标值的单位不同"),
        ("2834人", "2834户", "完成值与预期指标值的单位不同"),
        ("2834人", "2834", "完成值与预期指标值的单位不同"),
        ("50", "52、15", "完成值有两个数，不能比较"),
        ("50、6.17", "52", "预期指标值有两个数，不能比较"),
        ("≥95%", "按时发放", "完成值读不出数值"),
        ("≥95%", "1e5", "完成值读不出数值"),
        ("5%%", "5%", "预期指标值读不出数值"),
        ("按时发放", "按时发放", "请选择达成、部分达成或未达成"),
    ],
)
def test_an_unusable_row_is_named_with_its_reason(target: str, actual: str, reason: str) -> None:
    computed = compute(monitoring(row(target, actual)))
    assert {ref: str(why) for ref, why in computed.unusable.items()} == {"0": reason}
    result = computed.rows["0"]
    assert (result.light, result.pace, result.completion.value) == (None, None, None)
    assert computed.overall.value is None


def test_a_bare_zero_fits_any_unit_and_a_unit_may_stand_beside_a_bare_target() -> None:
    computed = compute(
        monitoring(row("≤1%", "0", ref="a"), row("124.07", "161.46元", ref="b"), row("≤0", "2起", ref="c"))
    )
    assert computed.unusable == {}


def test_a_malformed_band_is_read_as_the_band_it_means() -> None:
    result = compute(monitoring(row("105%≤≥95%", "100%"))).rows["0"]
    assert (result.usable, result.completion.value) == (True, Decimal(1))


def test_a_graded_wording_row_counts() -> None:
    computed = compute(monitoring(row("按时发放", "按时发放", grade=Grade.PARTLY)))
    result = computed.rows["0"]
    assert (result.nature, result.completion.value, result.light) == (Nature.WORDING, Decimal("0.7"), Light.YELLOW)
    assert computed.overall.value == Decimal("0.7")


def test_the_overall_rate_is_the_mean_of_the_usable_rows() -> None:
    rows = (row("100人", "105人", ref="a"), row("100人", "50人", ref="b"), row("≥95%", "≥95%", ref="c"))
    overall = compute(monitoring(*rows)).overall
    assert overall.value == Decimal("0.775")
    assert str(overall.arithmetic) == "2 行完成率的平均，另有 1 行未计入"


def test_an_overall_rate_without_usable_rows_says_how_many_to_correct() -> None:
    assert str(compute(monitoring(row("≥95%", "≥95%"))).overall.why_not) == "1 行改正后自动算出"
    assert str(compute(monitoring()).overall.why_not) == "填好指标后自动算出"


def test_the_light_of_the_whole_is_its_worst() -> None:
    assert compute(monitoring(row("100人", "100人", ref="a"), row("100人", "10人", ref="b"))).light is Light.RED
    assert compute(self_assessment()).light is None


def test_the_public_forms_execution_rates() -> None:
    facts = [*parcel(BACHU).filings, *parcel(TASHKURGAN).filings]
    rates = [compute(one).execution_rate.value for one in facts]
    assert [printed_rate(rate, 2) for rate in rates if rate] == ["101.90%", "96.85%", "77.23%", "79.89%"]


def test_the_public_monitoring_forms_usable_rows() -> None:
    pensions, residents = (compute(facts) for facts in parcel(TASHKURGAN).filings)
    assert [ref for ref, result in pensions.rows.items() if result.usable] == ["0", "1", "3", "7"]
    assert [ref for ref, result in residents.rows.items() if result.usable] == [
        "0",
        "1",
        "2",
        "3",
        "5",
        "6",
        "7",
        "9",
        "13",
    ]
    assert residents.rows["1"].light is Light.RED
    assert residents.rows["3"].light is Light.BLUE


@given(filings())
def test_anything_typed_can_be_computed(facts: object) -> None:
    computed = compute(facts)  # type: ignore[arg-type]
    for result in computed.rows.values():
        assert result.usable == (result.completion.value is not None)
        assert result.usable == (result.why_unusable is None)
        if not result.usable:
            assert result.light is None
