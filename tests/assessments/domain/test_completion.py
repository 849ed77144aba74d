"""指标完成率 (forms.md §3)."""

from decimal import Decimal

import pytest
from hypothesis import given

from assessments.domain.completion import BY_GRADE, Goal, completion, goal_of, graded
from assessments.domain.facts import Grade
from assessments.domain.measures import read
from tests.strategies import amounts, positive_amounts


def _completed(target: str, actual: str) -> Decimal | None:
    value = read(actual).value
    assert value is not None
    return completion(read(target), value, read(actual).printed()).value


@pytest.mark.parametrize(
    ("target", "actual", "rate"),
    [
        ("2834人", "2834人", "1"),
        ("100人", "105人", "1.05"),
        ("100人", "50人", "0.5"),
        ("100人", "0", "0"),
        ("0", "0", "1"),
        ("0", "3", "0"),
        ("≥95%", "96%", "1"),
        ("≥95%", "95%", "1"),
        ("≥100人", "90人", "0.9"),
        ("≥0", "0", "1"),
        ("≤1%", "0", "1"),
        ("≤1%", "1%", "1"),
        ("≤100人", "150人", "0.5"),
        ("≤100人", "300人", "0"),
        ("≤0", "0", "1"),
        ("≤0", "2", "0"),
        ("95%–105%", "95%", "1"),
        ("95%–105%", "105%", "1"),
        ("50%–105%", "25%", "0.5"),
        ("50%–80%", "100%", "0.8"),
        ("100人", "-5人", "0"),
        ("1亿元", "9000万元", "0.9"),
    ],
)
def test_completion_by_kind_of_target(target: str, actual: str, rate: str) -> None:
    assert _completed(target, actual) == Decimal(rate)


def test_the_rate_is_not_rounded() -> None:
    assert _completed("2827人", "2672人") == Decimal(2672) / Decimal(2827)


@pytest.mark.parametrize(
    ("target", "actual", "said"),
    [
        ("2834人", "2977人", "2977 ÷ 2834"),
        ("100%", "96%", "96% ÷ 100%"),
        ("1亿元", "9000万元", "9000万元 ÷ 1亿元"),
        ("≥95%", "96%", "96% 达到 ≥95%"),
        ("≥95%", "90%", "90% ÷ 95%"),
        ("≤100人", "150人", "1 − (150人 − 100人) ÷ 100人"),
        ("95%–105%", "110%", "105% ÷ 110%"),
        ("95%–105%", "90%", "90% ÷ 95%"),
        ("≤0", "2", "2 未达到 ≤0"),
    ],
)
def test_the_working_is_shown(target: str, actual: str, said: str) -> None:
    value = read(actual).value
    assert value is not None
    assert str(completion(read(target), value, read(actual).printed()).arithmetic) == said


def test_a_plain_number_of_what_should_be_rare_is_a_limit() -> None:
    rates = [completion(read("5次"), Decimal(actual), f"{actual}次", "投诉次数") for actual in (0, 5, 6, 10)]
    assert [rate.value for rate in rates] == [Decimal(1), Decimal(1), Decimal("0.8"), Decimal(0)]
    assert [str(rate.arithmetic) for rate in rates[1:3]] == ["5次 达到 ≤5次", "1 − (6次 − 5次) ÷ 5次"]
    assert completion(read("5次"), Decimal(3), "3次", "投诉处理次数").value == Decimal("0.6")


def test_words_are_completed_by_their_grade() -> None:
    assert [graded(grade).value for grade in Grade] == [Decimal(1), Decimal("0.7"), Decimal("0.3")]


def test_what_is_no_number_has_no_completion() -> None:
    assert goal_of(read("按时发放")) is None
    assert completion(read("按时发放"), Decimal(1), "1").value is None


def test_time_scales_a_plain_value_and_a_lower_bound_but_no_upper_bound() -> None:
    three_quarters = Decimal("0.75")
    band = Goal(Decimal("0.95"), Decimal("1.05"))
    assert band.scaled(three_quarters) == Goal(Decimal("0.7125"), Decimal("1.05"))
    assert Goal(Decimal(100), Decimal(100), plain=True).scaled(three_quarters).met_by(Decimal(75))
    assert Goal(None, Decimal(5)).scaled(three_quarters) == Goal(None, Decimal(5))


@given(positive_amounts, amounts, amounts)
def test_more_of_a_plain_target_is_never_less_complete(target: Decimal, first: Decimal, second: Decimal) -> None:
    low, high = sorted((first, second))
    goal = Goal(target, target, plain=True)
    assert goal.completed_by(low) <= goal.completed_by(high)
    assert (goal.completed_by(high) >= 1) == goal.met_by(high)


@given(amounts, amounts, amounts)
def test_a_limit_is_completed_between_nothing_and_all(first: Decimal, second: Decimal, actual: Decimal) -> None:
    low, high = sorted((first, second))
    for goal in (Goal(low, high), Goal(low, None), Goal(None, high)):
        assert 0 <= goal.completed_by(actual) <= 1
        assert (goal.completed_by(actual) == 1) == goal.met_by(actual)


def test_every_grade_has_its_completion() -> None:
    assert set(BY_GRADE) == set(Grade)
