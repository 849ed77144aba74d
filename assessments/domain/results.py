"""The results of formulas: a figure with its working, or the reason why there is none."""

from dataclasses import dataclass
from decimal import Decimal

from assessments.domain.measures import Interval
from assessments.domain.wording import Message


@dataclass(frozen=True, slots=True)
class Result:
    """A figure that follows from other squares.

    ``value`` is unrounded (1 = 100 %; an amount in 元), None where it cannot be computed, and ``why_not`` then says
    why; ``interval`` is what the printed figures leave open. ``arithmetic`` shows how it came about (10934 ÷ 14158).
    """

    value: Decimal | None = None
    arithmetic: Message | None = None
    why_not: Message | None = None
    interval: Interval | None = None


#: Nothing, for no reason that a person could mend.
NO_RESULT = Result()
