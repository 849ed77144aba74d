"""A printed number stands for an interval; figures are compared with the interval, not with ``==`` (forms.md §2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assessments.domain.rounding import half_up, truncated
from assessments.domain.units import Quantity


class Outcome(StrEnum):
    """The relation of a printed figure to the one that the other printed figures give."""

    PASS = "pass"  # noqa: S105 - a word of the rule, no secret
    NOTICE = "notice"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a figure can stand for: ``value`` as printed or computed, with ``low`` and ``high`` around it."""

    low: Decimal
    value: Decimal
    high: Decimal

    @classmethod
    def around(cls, quantity: Quantity) -> "Interval":
        """The interval of a printed number: half a unit of its last digit to either side."""
        value, half = quantity.value, quantity.half_unit
        return cls(value - half, value, value + half)

    def __contains__(self, value: Decimal) -> bool:
        return self.low <= value <= self.high

    def overlaps(self, other: "Interval") -> bool:
        """True if some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.value + other.value, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.value - other.value, self.high - other.low)

    def __neg__(self) -> "Interval":
        return Interval(-self.high, -self.value, -self.low)

    def over(self, other: "Interval") -> "Interval | None":
        """The quotient of two figures that are not negative; None where the divisor may be 0."""
        if other.low <= 0 or self.value < 0:
            return None
        return Interval(max(self.low, Decimal(0)) / other.high, self.value / other.value, self.high / other.low)

    def divided(self, count: int) -> "Interval":
        """A mean's interval from its sum's."""
        return Interval(self.low / count, self.value / count, self.high / count)


def total(parts: Iterable[Interval]) -> Interval:
    """The sum of rounded parts: n parts have n half-units of room."""
    zero = Decimal(0)
    result = Interval(zero, zero, zero)
    for part in parts:
        result += part
    return result


def compare(printed: Quantity, expected: Interval) -> Outcome:
    """The outcome of holding ``printed`` to the half-up rounding of what the other printed figures give.

    It is → pass; it is not, but the intervals overlap or it is a truncation → notice; otherwise → differs.
    """
    places = printed.places
    exact = expected.value.scaleb(-printed.power)
    if half_up(exact, places) == printed.number:
        return Outcome.PASS
    if truncated(exact, places) == printed.number or Interval.around(printed).overlaps(expected):
        return Outcome.NOTICE
    return Outcome.DIFFERS


def compare_sum(printed: Quantity, expected: Interval) -> Outcome:
    """The same for a sum, each of whose parts may have been cut off (舍去) instead of rounded, as the sum itself may.

    A cut part lacks up to a whole unit of its last digit, so that n parts may be off by n units: a notice.
    """
    outcome = compare(printed, expected)
    if outcome is not Outcome.DIFFERS:
        return outcome
    units = (expected.high - expected.value) * 2
    own = Interval.around(printed)
    may_be_cut = expected.value - units < own.high + printed.half_unit and own.low <= expected.value + units
    return Outcome.NOTICE if may_be_cut else Outcome.DIFFERS
