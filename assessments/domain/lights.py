"""Traffic lights: is an indicator on the way that the calendar asks for (forms.md §3)."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from assessments.domain.completion import ZERO, Goal
from assessments.domain.facts import Grade, Nature
from assessments.domain.rounding import without_residue
from assessments.domain.wording import gettext_noop as _


class Light(StrEnum):
    """滞后, 偏慢, 正常, 超进度; an unusable row has none (无法判定)."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"


LIGHT_NAMES: dict[Light, str] = {
    Light.RED: _("滞后"),
    Light.YELLOW: _("偏慢"),
    Light.GREEN: _("正常"),
    Light.BLUE: _("超进度"),
}

#: Drawn for a green light beside a deviation: 83.89% of 95%–105% is well under way, and no 95% (see ``shown_light``).
OFF_TARGET = "off_target"

#: Below these shares of what was to be reached a light is red, yellow, green; from the last on it is blue.
RED_BELOW, YELLOW_BELOW, GREEN_BELOW = Decimal("0.60"), Decimal("0.80"), Decimal("1.20")

_BY_GRADE = {Grade.ACHIEVED: Light.GREEN, Grade.PARTLY: Light.YELLOW, Grade.NOT_ACHIEVED: Light.RED}


def pace(nature: Nature, goal: Goal, actual: Decimal, progress: Decimal | None) -> Decimal | None:
    """The figure v that lights compare; None where time matters and is not known.

    A flow's completion is divided by the time progress; a budget rate is completed against its band scaled by time; a
    stock is A ÷ T for plain and ≥ targets; everything else, and every ≤ target, is its completion.
    """
    completed = goal.completed_by(actual)
    if nature is Nature.STOCK and goal.low and goal.low > 0 and (goal.plain or goal.high is None):
        return max(actual / goal.low, ZERO)
    if nature in (Nature.STOCK, Nature.STANDARD) or goal.low is None:
        return completed
    if progress is None:
        return None
    return goal.scaled(progress).completed_by(actual) if nature is Nature.BUDGET_RATE else completed / progress


def light_of(nature: Nature, goal: Goal, actual: Decimal, progress: Decimal | None) -> Light | None:
    """The light of a numeric row; None where it cannot be judged."""
    if nature is Nature.STANDARD:
        return Light.GREEN if goal.met_by(actual) else Light.RED
    speed = pace(nature, goal, actual, progress)
    return None if speed is None else light_at(speed)


def light_at(speed: Decimal) -> Light:
    """The light of a share of what was to be reached (1 = exactly on time)."""
    speed = without_residue(speed)
    if speed < RED_BELOW:
        return Light.RED
    if speed < YELLOW_BELOW:
        return Light.YELLOW
    return Light.GREEN if speed < GREEN_BELOW else Light.BLUE


def light_of_grade(grade: Grade) -> Light:
    """The light of a wording indicator."""
    return _BY_GRADE[grade]


def shown_light(light: Light | None, deviates: bool) -> str:
    """The light drawn beside a row: green only where nothing deviates; blank where there is no light (无法判定).

    In time and yet outside its target is a light of its own, which says both.
    """
    return OFF_TARGET if light is Light.GREEN and deviates else light or ""


def worst(lights: Iterable[Light]) -> Light | None:
    """A goal's light: its worst indicator's, in the order red, yellow, green, blue; None without any."""
    return min(lights, key=list(Light).index, default=None)
