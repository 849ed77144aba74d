"""Figures and small calculations as a finding shows them."""

from collections.abc import Iterable
from decimal import Decimal

from assessments.domain.measures import Quantity
from assessments.domain.rounding import without_residue, without_zeros


def number(quantity: Quantity) -> str:
    """The number as printed, without its unit."""
    return f"{quantity.number:f}"


def plus(parts: Iterable[Quantity]) -> str:
    """``10471 + 745``."""
    return " + ".join(number(part) for part in parts)


def in_unit(value: Decimal, like: Quantity) -> str:
    """A value in its dimension's own unit, written in the unit of ``like`` without needless digits."""
    return without_zeros(without_residue(value.scaleb(-like.power)))


def signed(difference: Decimal, like: Quantity) -> str:
    """``+5335`` or ``−36911``: a difference in the unit of ``like``."""
    text = in_unit(abs(difference), like)
    return f"{'−' if difference < 0 else '+'}{text}"
