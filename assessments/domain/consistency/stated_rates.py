"""Rates that an imported form states in squares that the portal computes."""

from dataclasses import replace

from assessments.domain.measures import Kind, Quantity, read
from assessments.domain.units import PERCENT, UNITS

#: A bare number below it is a ratio (0.95, as spreadsheets show a rate without its format), from it on a percentage.
_PERCENTAGES_FROM = 2


def stated_rate(text: str) -> Quantity | None:
    """The rate that a square states, in % or as a bare ratio; a bare number may be either. None where there is none."""
    measure = read(text)
    if measure.kind is not Kind.VALUE:
        return None
    (quantity,) = measure.quantities
    if quantity.unit is None:
        return quantity if abs(quantity.number) < _PERCENTAGES_FROM else replace(quantity, unit=UNITS[PERCENT])
    return quantity if quantity.unit == UNITS[PERCENT] else None


def rate_places(stated: Quantity) -> int:
    """The decimals with which a stated rate is printed as a percentage."""
    return stated.places if stated.unit else max(stated.places - 2, 0)
