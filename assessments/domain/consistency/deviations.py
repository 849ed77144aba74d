"""Whether and how an indicator deviates from its target, the passing of the year counted in (V08, V10 and V28)."""

from decimal import Decimal
from enum import StrEnum

from assessments.domain.completion import Goal
from assessments.domain.computed import RowResult
from assessments.domain.consistency.rule import Case
from assessments.domain.facts import Nature
from assessments.domain.natures import SCALED_NATURES

#: Beyond this share of a plain target the excess must be explained.
MOST_EXCESS = Decimal("1.30")


class Deviation(StrEnum):
    """Below the target, above a limit, or above a plain target by more than is allowed."""

    MISSED = "missed"
    ABOVE = "above"
    OVER = "over"


def deviation_of(case: Case, result: RowResult) -> Deviation | None:
    """How a row deviates; None where it does not or cannot be judged."""
    if not result.usable:
        return None
    if result.goal is None or result.value is None:
        graded_short = result.completion.value is not None and result.completion.value < 1
        return Deviation.MISSED if graded_short else None
    by_now = goal_by_now(case, result)
    if by_now is None:
        return None
    if not by_now.met_by(result.value):
        return Deviation.ABOVE if is_above(by_now, result.value) else Deviation.MISSED
    is_over = by_now.plain and by_now.low is not None and 0 < by_now.low * MOST_EXCESS < result.value
    return Deviation.OVER if is_over else None


def size_of(case: Case, result: RowResult) -> Decimal:
    """How far a deviating row is from its target, as a share of the target; 0 where that is no number."""
    by_now = goal_by_now(case, result)
    if by_now is None or result.value is None:
        return Decimal(1) - (result.completion.value or Decimal(0)) if result.nature is Nature.WORDING else Decimal(0)
    border = by_now.high if is_above(by_now, result.value) else by_now.low
    return abs(result.value - border) / border if border else Decimal(0)


def is_above(goal: Goal, value: Decimal | None) -> bool:
    """Whether ``value`` lies above the upper bound of a goal that is not plain."""
    return not goal.plain and goal.high is not None and value is not None and value >= goal.high


def is_scaled(case: Case, result: RowResult) -> bool:
    """Whether what had to be reached by now is less than the whole target."""
    return goal_by_now(case, result) != result.goal


def goal_by_now(case: Case, result: RowResult) -> Goal | None:
    """The target as far as it had to be reached by the month; None where the month is unknown."""
    if result.goal is None or result.nature not in SCALED_NATURES:
        return result.goal
    return None if case.computed.progress is None else result.goal.scaled(case.computed.progress)
