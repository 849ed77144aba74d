"""A printed number carries its precision; a comparison has three outcomes (forms.md §2)."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.measures import Interval, Outcome, Quantity, compare, compare_sum, read, total
from assessments.domain.rounding import half_up, truncated
from tests.strategies import positive_amounts


def _quantity(text: str) -> Quantity:
    quantity = read(text).quantity
    assert quantity is not None
    return quantity


def _interval(text: str) -> Interval:
    return Interval.around(_quantity(text))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2.36亿元", "235500000", "236500000"),
        ("23600万元", "235995000", "236005000"),
        ("95%", "0.945", "0.955"),
        ("13147人", "13147", "13147"),
        ("0.3万人", "2500", "3500"),
        ("124.07", "124.065", "124.075"),
    ],
)
def test_a_printed_number_stands_for_half_a_unit_to_either_side(text: str, low: str, high: str) -> None:
    interval = _interval(text)
    assert (interval.low, interval.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("stated", "numerator", "denominator", "outcome"),
    [
        ("77%", "10934", "14158", Outcome.PASS),
        ("77.23%", "10934", "14158", Outcome.PASS),
        ("95%", "2672人", "2827人", Outcome.PASS),
        ("94%", "2672人", "2827人", Outcome.NOTICE),
        ("109.00%", "18007人", "16525人", Outcome.DIFFERS),
        ("93.3%", "745", "798", Outcome.NOTICE),
        ("102.28%", "23600", "23160", Outcome.DIFFERS),
    ],
)
def test_a_rate_passes_is_noticed_or_differs(stated: str, numerator: str, denominator: str, outcome: Outcome) -> None:
    quotient = _interval(numerator).over(_interval(denominator))
    assert quotient is not None
    assert compare(_quantity(stated), quotient) is outcome


def test_a_sum_of_rounded_parts_has_a_half_unit_of_room_for_each() -> None:
    parts = [_interval(text) for text in ("33", "33", "33")]
    assert compare(_quantity("99"), total(parts)) is Outcome.PASS
    assert compare(_quantity("101"), total(parts)) is Outcome.NOTICE
    assert compare(_quantity("102"), total(parts)) is Outcome.DIFFERS


def test_nothing_is_divided_by_what_may_be_zero() -> None:
    assert _interval("5").over(_interval("0")) is None
    assert _interval("5").over(_interval("0.4")) is not None


@given(positive_amounts, positive_amounts)
def test_the_true_quotient_lies_in_the_interval(numerator: Decimal, denominator: Decimal) -> None:
    quotient = Interval.around(Quantity(numerator)).over(Interval.around(Quantity(denominator)))
    if quotient is not None:
        assert quotient.low <= numerator / denominator <= quotient.high


def test_a_sum_of_parts_that_were_cut_off_may_lack_a_unit_for_each() -> None:
    parts = total(_interval(text) for text in ("33", "33", "33"))
    outcomes = [compare_sum(_quantity(whole), parts) for whole in ("99", "100", "102", "103", "96", "95")]
    assert outcomes == [
        Outcome.PASS,
        Outcome.NOTICE,
        Outcome.NOTICE,
        Outcome.DIFFERS,
        Outcome.NOTICE,
        Outcome.DIFFERS,
    ]


def test_counts_are_exact_in_a_sum_too() -> None:
    parts = total(_interval(text) for text in ("33人", "33人"))
    assert (compare_sum(_quantity("66人"), parts), compare_sum(_quantity("67人"), parts)) == (
        Outcome.PASS,
        Outcome.DIFFERS,
    )


@given(
    st.lists(st.decimals(0, 10**6, places=6), min_size=2, max_size=7),
    st.integers(0, 4),
    st.integers(0, 4),
    st.sampled_from([half_up, truncated]),
    st.sampled_from([half_up, truncated]),
)
def test_a_true_sum_never_differs_however_its_parts_and_itself_were_shortened(
    parts: list[Decimal],
    places: int,
    of_whole: int,
    shorten: Callable[[Decimal, int], Decimal],
    shorten_whole: Callable[[Decimal, int], Decimal],
) -> None:
    printed = [Quantity(shorten(part, places)) for part in parts]
    whole = Quantity(shorten_whole(sum(parts, Decimal(0)), of_whole))
    assert compare_sum(whole, total(Interval.around(part) for part in printed)) is not Outcome.DIFFERS
