"""指标完成率: how far an actual value completes its target (forms.md §3)."""

from dataclasses import dataclass, replace
from decimal import Decimal

from assessments.domain.directions import less_is_better
from assessments.domain.facts import Grade
from assessments.domain.measures import Kind, Measure
from assessments.domain.results import Result
from assessments.domain.rounding import without_residue
from assessments.domain.units import PERCENT
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

ONE, ZERO = Decimal(1), Decimal(0)

#: What a wording indicator completes by its grade (our choice).
BY_GRADE: dict[Grade, Decimal] = {
    Grade.ACHIEVED: ONE,
    Grade.PARTLY: Decimal("0.7"),
    Grade.NOT_ACHIEVED: Decimal("0.3"),
}
GRADE_NAMES: dict[Grade, str] = {
    Grade.ACHIEVED: _("达成"),
    Grade.PARTLY: _("部分达成"),
    Grade.NOT_ACHIEVED: _("未达成"),
}

_QUOTIENT = _("{actual} ÷ {target}")
_MET = _("{actual} 达到 {target}")
_MISSED = _("{actual} 未达到 {target}")
_INVERSE = _("{target} ÷ {actual}")
_EXCESS = _("1 − ({actual} − {target}) ÷ {target}")
_GRADE = {
    Grade.ACHIEVED: _("达成，按 100% 计"),
    Grade.PARTLY: _("部分达成，按 70% 计"),
    Grade.NOT_ACHIEVED: _("未达成，按 30% 计"),
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A target as bounds in its dimension's own unit; ``plain`` where both bounds are one value."""

    low: Decimal | None
    high: Decimal | None
    open_low: bool = False
    open_high: bool = False
    plain: bool = False

    def scaled(self, progress: Decimal) -> "Goal":
        """The value to be reached when ``progress`` of the year has passed.

        A plain value and a lower bound grow with the year; an upper bound is never scaled (forms.md §3), nor is a
        lower bound below 0, which time would make harder to keep.
        """
        low = self.low if self.low is None or self.low < 0 else without_residue(self.low * progress)
        return replace(self, low=low, high=low if self.plain else self.high)

    def met_by(self, actual: Decimal) -> bool:
        """True if ``actual`` meets it; a plain value is met by anything that is not less."""
        actual = without_residue(actual)
        if self.low is not None and (actual < self.low or (self.open_low and actual == self.low)):
            return False
        if self.plain or self.high is None:
            return not (self.plain and not self.low and actual)
        return actual < self.high or (not self.open_high and actual == self.high)

    def completed_by(self, actual: Decimal) -> Decimal:
        """The completion rate, unrounded, never below 0; only plain values are completed beyond 100 %."""
        if self.plain and self.low is not None and self.low > 0:
            return _quotient(actual, self.low)
        if self.met_by(actual):
            return ONE
        if self.low is not None and (self.plain or actual <= self.low):
            return _quotient(actual, self.low)
        return self._excess(actual)

    def _excess(self, actual: Decimal) -> Decimal:
        if not self.high or self.high < 0:
            return ZERO
        if self.low is not None:
            return self.high / actual
        return max(ONE - (actual - self.high) / self.high, ZERO)


def _quotient(actual: Decimal, target: Decimal) -> Decimal:
    return max(actual / target, ZERO) if target > 0 else ZERO


def goal_of(target: Measure, name: str = "") -> Goal | None:
    """The bounds of a numeric target, None for words, dates, blanks and two values.

    A plain value of an indicator whose ``name`` says that less is better (投诉次数 5次) is its upper bound.
    """
    if not target.is_numeric:
        return None
    if target.kind is Kind.VALUE and less_is_better(name):
        return Goal(None, target.high)
    return Goal(target.low, target.high, target.open_low, target.open_high, plain=target.kind is Kind.VALUE)


def completion(target: Measure, actual: Decimal, shown: str, name: str = "") -> Result:
    """The completion rate of a numeric target by ``actual`` (in the target's dimension), ``shown`` as in its square.

    ``name`` is the indicator's, see :func:`goal_of`.
    """
    goal = goal_of(target, name)
    if goal is None:
        return Result()
    return Result(goal.completed_by(actual), _arithmetic(target, goal, actual, shown))


def graded(grade: Grade) -> Result:
    """The completion rate of a wording indicator by the chosen grade."""
    return Result(BY_GRADE[grade], Message(_GRADE[grade]))


def _arithmetic(target: Measure, goal: Goal, actual: Decimal, shown: str) -> Message:
    is_limit = target.kind is Kind.VALUE and not goal.plain
    values = {"actual": shown, "target": f"≤{target.printed()}" if is_limit else target.printed()}
    if goal.plain and goal.low is not None and goal.low > 0:
        return Message(_QUOTIENT, _without_common_unit(shown, target))
    if goal.met_by(actual):
        return Message(_MET, values)
    if goal.low is not None and actual <= goal.low and goal.low > 0:
        return Message(_QUOTIENT, values | {"target": target.quantities[0].printed()})
    if not goal.high or goal.high < 0:
        return Message(_MISSED, values)
    limit = values | {"target": target.quantities[-1].printed()}
    return Message(_EXCESS if goal.low is None else _INVERSE, limit)


def _without_common_unit(shown: str, target: Measure) -> dict[str, str]:
    """Both numbers of a quotient, without the unit where it is the same word behind both (2977 ÷ 2834)."""
    unit, target_text = target.unit, target.printed()
    if unit and unit.symbol != PERCENT and shown.removesuffix(unit.symbol).replace(".", "", 1).isdigit():
        return {"actual": shown.removesuffix(unit.symbol), "target": target_text.removesuffix(unit.symbol)}
    return {"actual": shown, "target": target_text}
