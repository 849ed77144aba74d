"""Lights (forms.md §3)."""

from decimal import Decimal

import pytest

from assessments.domain.completion import goal_of
from assessments.domain.facts import Grade, Nature
from assessments.domain.lights import Light, light_at, light_of, light_of_grade, pace, worst
from assessments.domain.measures import read

SEPTEMBER = Decimal("0.75")


def _light(nature: Nature, target: str, actual: str, progress: Decimal | None = SEPTEMBER) -> Light | None:
    goal, value = goal_of(read(target)), read(actual).value
    assert goal is not None
    assert value is not None
    return light_of(nature, goal, value, progress)


@pytest.mark.parametrize(
    ("share", "light"),
    [
        ("0.5999", Light.RED),
        ("0.6", Light.YELLOW),
        ("0.7999", Light.YELLOW),
        ("0.8", Light.GREEN),
        ("1.1999", Light.GREEN),
        ("1.2", Light.BLUE),
    ],
)
def test_the_borders_of_the_lights(share: str, light: Light) -> None:
    assert light_at(Decimal(share)) is light


@pytest.mark.parametrize(
    ("nature", "target", "actual", "light"),
    [
        (Nature.FLOW, "100万元", "75万元", Light.GREEN),
        (Nature.FLOW, "100万元", "44万元", Light.RED),
        (Nature.FLOW, "100万元", "50万元", Light.YELLOW),
        (Nature.FLOW, "100万元", "95万元", Light.BLUE),
        (Nature.FLOW, "≤100万元", "100万元", Light.GREEN),
        (Nature.FLOW, "≤100万元", "130万元", Light.YELLOW),
        (Nature.STOCK, "16804人", "8791人", Light.RED),
        (Nature.STOCK, "124.07", "161.46", Light.BLUE),
        (Nature.STOCK, "≥100人", "125人", Light.BLUE),
        (Nature.STOCK, "≥100人", "70人", Light.YELLOW),
        (Nature.STOCK, "90人–110人", "140人", Light.YELLOW),
        (Nature.BUDGET_RATE, "95%–105%", "79.89%", Light.GREEN),
        (Nature.BUDGET_RATE, "95%–105%", "71.25%", Light.GREEN),
        (Nature.BUDGET_RATE, "95%–105%", "50%", Light.YELLOW),
        (Nature.BUDGET_RATE, "95%–105%", "40%", Light.RED),
        (Nature.BUDGET_RATE, "≥95%", "77%", Light.GREEN),
        (Nature.STANDARD, "≥95%", "94.9%", Light.RED),
        (Nature.STANDARD, "≥95%", "95%", Light.GREEN),
        (Nature.STANDARD, "100%", "130%", Light.GREEN),
    ],
)
def test_natures_are_judged_in_september(nature: Nature, target: str, actual: str, light: Light) -> None:
    assert _light(nature, target, actual) is light


def test_where_time_matters_and_is_not_known_there_is_no_light() -> None:
    assert _light(Nature.FLOW, "100万元", "75万元", None) is None
    assert _light(Nature.BUDGET_RATE, "95%–105%", "79%", None) is None
    assert _light(Nature.STOCK, "100人", "75人", None) is Light.YELLOW
    assert _light(Nature.FLOW, "≤100万元", "75万元", None) is Light.GREEN


def test_a_budget_rate_is_scaled_once() -> None:
    goal = goal_of(read("95%–105%"))
    assert goal is not None
    assert pace(Nature.BUDGET_RATE, goal, Decimal("0.35625"), SEPTEMBER) == Decimal("0.5")


def test_the_borders_hold_in_every_month() -> None:
    goal = goal_of(read("120万元"))
    assert goal is not None
    for month in range(1, 13):
        due, progress = Decimal(month) * 100_000, Decimal(month) / 12
        shares = [light_of(Nature.FLOW, goal, due * share / 10, progress) for share in (6, 8, 12)]
        assert shares == [Light.YELLOW, Light.GREEN, Light.BLUE]


def test_words_are_green_yellow_and_red() -> None:
    assert [light_of_grade(grade) for grade in Grade] == [Light.GREEN, Light.YELLOW, Light.RED]


def test_the_worst_light_counts() -> None:
    assert worst([Light.BLUE, Light.GREEN, Light.YELLOW, Light.RED]) is Light.RED
    assert worst([Light.BLUE, Light.GREEN]) is Light.GREEN
    assert worst([]) is None
