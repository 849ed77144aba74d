"""Targets stated in running text that were missed (V08 and V10)."""

from decimal import Decimal
from enum import StrEnum

from assessments.domain.consistency.forms.deviations import MOST_EXCESS
from assessments.domain.directions import less_is_better
from assessments.domain.measures import Kind
from assessments.domain.narrative.claims import GoalClaim


class Miss(StrEnum):
    """The way in which an outcome misses its target."""

    BELOW = "below"
    ABOVE = "above"
    FAR_ABOVE = "far_above"


def miss_of(goal: GoalClaim) -> Miss | None:
    """The miss of ``goal``; None where it is met or cannot be judged, as a plan of income or spending.

    A plain target may be exceeded by at most 30 %; of what is to stay small a plain target is the most.
    """
    if goal.actual is None or (goal.base is not None and goal.base.item.is_total):
        return None
    value, target = goal.actual.quantity.value, goal.target
    if target.kind is Kind.VALUE:
        return _plain(goal, value)
    if target.allows(value):
        return None
    too_low = target.low is not None and value <= target.low
    return Miss.BELOW if too_low else Miss.ABOVE


def _plain(goal: GoalClaim, value: Decimal) -> Miss | None:
    target = goal.target.value
    if target is None:
        return None
    if less_is_better(goal.name):
        return Miss.ABOVE if value > target else None
    if value < target:
        return Miss.BELOW
    return Miss.FAR_ABOVE if 0 < target * MOST_EXCESS < value else None
