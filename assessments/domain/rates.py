"""A computed rate with its working."""

from dataclasses import dataclass
from decimal import Decimal

from assessments.domain.wording import Message


@dataclass(frozen=True, slots=True)
class Rate:
    """A ratio that follows from other squares.

    ``value`` is unrounded (1 = 100 %), None where it cannot be computed, and ``why_not`` then says why;
    ``arithmetic`` shows how it came about (10934 ÷ 14158).
    """

    value: Decimal | None = None
    arithmetic: Message | None = None
    why_not: Message | None = None
