"""Rates that an imported form states in squares that the portal computes."""

from dataclasses import replace

from assessments.domain.measures import Kind, Quantity, read
from assessments.domain.units import PERCENT, UNITS


def stated_rate(text: str) -> Quantity | None:
    """The rate that a square states, as a quantity in %; a bare number is one too. None where there is none."""
    measure = read(text)
    if measure.kind is not Kind.VALUE:
        return None
    (quantity,) = measure.quantities
    if quantity.unit is None:
        return replace(quantity, unit=UNITS[PERCENT])
    return quantity if quantity.unit == UNITS[PERCENT] else None
