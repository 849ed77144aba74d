"""The deviation of an indicator from its target, the passing of the year counted in (V08, V10 and V28)."""

from decimal import Decimal
from enum import StrEnum

from assessments.domain.completion import Goal
from assessments.domain.computed import RowResult
from assessments.domain.consistency.rule import Case
from assessments.domain.facts import Nature
from assessments.domain.lights import Light
from assessments.domain.natures import SCALED_NATURES

#: Beyond this share of a plain target the excess must be explained.
MOST_EXCESS = Decimal("1.30")
_ON_THE_WAY = frozenset({Light.GREEN, Light.BLUE})


class Deviation(StrEnum):
    """Below the target, above a limit, or above a plain target by more than is allowed."""

    MISSED = "missed"
    ABOVE = "above"
    OVER = "over"


def deviation_of(case: Case, result: RowResult) -> Deviation | None:
    """The deviation of a row; None where there is none or it cannot be judged.

    What time scales is behind where its light says so: a little less than the month's share is no deviation yet.
    """
    if not result.usable:
        return None
    if result.goal is None or result.value is None:
        graded_short = result.completion.value is not None and result.completion.value < 1
        return Deviation.MISSED if graded_short else None
    goal = held_against(case, result)
    if goal is None:
        return None
    if not goal.met_by(result.value):
        if is_above(goal, result.value):
            return Deviation.ABOVE
        return None if is_scaled(case, result) and result.light in _ON_THE_WAY else Deviation.MISSED
    is_early = _is_count(result) and is_scaled(case, result)
    is_over = goal.plain and goal.low is not None and 0 < goal.low * MOST_EXCESS < result.value
    return Deviation.OVER if is_over and not is_early else None


def size_of(case: Case, result: RowResult) -> Decimal:
    """The distance of a deviating row from its target, as a share of the target; 0 where that is no number."""
    goal = held_against(case, result)
    if goal is None or result.value is None:
        return Decimal(1) - (result.completion.value or Decimal(0)) if result.nature is Nature.WORDING else Decimal(0)
    border = goal.high if is_above(goal, result.value) else goal.low
    return abs(result.value - border) / border if border else Decimal(0)


def is_above(goal: Goal, value: Decimal | None) -> bool:
    """True if ``value`` lies above the upper bound of a goal that is not plain."""
    return not goal.plain and goal.high is not None and value is not None and value >= goal.high


def is_scaled(case: Case, result: RowResult) -> bool:
    """True if the row is held against less than the whole target, because the year is not over."""
    return held_against(case, result) != result.goal


def held_against(case: Case, result: RowResult) -> Goal | None:
    """The target as far as it had to be reached by the month; None where the month is unknown.

    A count that has reached the whole is held against it: 12 of 12 trainings in September are no excess.
    """
    if result.goal is None or result.nature not in SCALED_NATURES:
        return result.goal
    if case.computed.progress is None:
        return None
    is_reached = result.value is not None and result.goal.met_by(result.value)
    return result.goal if is_reached and _is_count(result) else result.goal.scaled(case.computed.progress)


def _is_count(result: RowResult) -> bool:
    return result.target.unit is not None and result.target.unit.counted
