"""One rounding rule: half up, on Decimal, whatever the size."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.rounding import half_up, percentage, printed_rate, truncated, whole


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("2.4999999999999999999999999999999999", 0, "2"),
        ("1.005", 2, "1.01"),
        ("7", 2, "7"),
    ],
)
def test_a_half_is_rounded_away_from_zero(value: str, places: int, rounded: str) -> None:
    assert half_up(Decimal(value), places) == Decimal(rounded)


def test_truncation_cuts_off() -> None:
    assert truncated(Decimal("37.9359"), 2) == Decimal("37.93")


def test_points_are_whole() -> None:
    assert whole(Decimal("28.5")) == 29


@pytest.mark.parametrize(
    ("ratio", "places", "printed"),
    [
        (Decimal(10934) / Decimal(14158), 2, "77.23%"),
        (Decimal(10934) / Decimal(14158), 0, "77%"),
        (Decimal(2672) / Decimal(2827), 0, "95%"),
        (Decimal(2672) / Decimal(2827), 2, "94.52%"),
        (Decimal(1), 2, "100.00%"),
        (Decimal(0), 0, "0%"),
        (Decimal("0.00005"), 2, "0.01%"),
    ],
)
def test_a_rate_is_printed_with_the_editions_decimals(ratio: Decimal, places: int, printed: str) -> None:
    assert printed_rate(ratio, places) == printed


@pytest.mark.parametrize("value", ["1E+999999", "1E-999999", "-9.99E+500", "9" * 60, "0E+50", "1E+40"])
@pytest.mark.parametrize("places", [0, 2, 6])
def test_no_size_is_too_large_or_too_small(value: str, places: int) -> None:
    assert printed_rate(Decimal(value), places).endswith("%")


_finite = st.decimals(allow_nan=False, allow_infinity=False)


@given(_finite, st.integers(0, 6))
def test_rounding_twice_is_rounding_once(value: Decimal, places: int) -> None:
    rounded = half_up(value, places)
    assert half_up(rounded, places) == rounded


@given(st.decimals(-(10**6), 10**6, places=9), st.decimals(-(10**6), 10**6, places=9), st.integers(0, 4))
def test_rounding_keeps_the_order_and_moves_by_half_a_unit_at_most(
    first: Decimal, second: Decimal, places: int
) -> None:
    low, high = sorted((first, second))
    assert half_up(low, places) <= half_up(high, places)
    assert abs(half_up(low, places) - low) <= Decimal((0, (5,), -places - 1))


@given(st.decimals(0, 10**6, places=9), st.integers(0, 4))
def test_a_percentage_has_exactly_the_asked_decimals(ratio: Decimal, places: int) -> None:
    assert percentage(ratio, places).as_tuple().exponent == -places
