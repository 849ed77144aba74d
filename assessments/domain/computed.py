"""Every square that follows from others: 预算执行率, 指标完成率, 总体完成率, lights (forms.md §3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.domain.completion import Goal, completion, goal_of, graded
from assessments.domain.editions import TOTAL, EditionFacts, edition_of
from assessments.domain.facts import Facts, Indicator, Nature
from assessments.domain.lights import Light, light_of, light_of_grade, pace, worst
from assessments.domain.measures import Kind, Measure, read, read_amount
from assessments.domain.measures.blanks import is_nothing
from assessments.domain.natures import nature_of
from assessments.domain.periods import time_progress
from assessments.domain.rates import Rate
from assessments.domain.rounding import printed_rate, without_residue
from assessments.domain.usability import why_unusable
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

__all__ = ["Computed", "Rate", "RowResult", "amount", "compute", "execution_rate", "printed_rate", "row_result"]

_QUOTIENT = _("{executed} ÷ {budget}")
_BLANK = _("预算数和执行数填好后自动算出")
_NO_AMOUNT = _("预算数或执行数读不出金额，改正后自动算出")
_NO_BUDGET = _("预算数为 0，算不出执行率")
_MEAN = _("{count} 行完成率的平均")
_PARTIAL_MEAN = _("{count} 行完成率的平均，另有 {left} 行未计入")
_CORRECT_ROWS = _("{left} 行改正后自动算出")
_NO_ROWS = _("填好指标后自动算出")


@dataclass(frozen=True, slots=True)
class RowResult:
    """The results of one indicator row.

    ``value`` is the actual that counts, in the target's dimension (of a budget rate the computed execution rate,
    whatever was typed). ``pace`` is the figure that the light compares. An unusable row has a ``completion`` without
    value, no light, and ``why_unusable`` names the reason.
    """

    nature: Nature
    target: Measure
    actual: Measure
    completion: Rate
    goal: Goal | None = None
    value: Decimal | None = None
    pace: Decimal | None = None
    light: Light | None = None
    why_unusable: Message | None = None

    @property
    def usable(self) -> bool:
        """True if the row counts in means and has a light."""
        return self.why_unusable is None


@dataclass(frozen=True, slots=True)
class Computed:
    """The computed squares of one filing; ``rows`` by the row's ref, in the order of the table."""

    execution_rate: Rate
    overall: Rate
    rows: Mapping[str, RowResult]
    progress: Decimal | None

    @property
    def unusable(self) -> dict[str, Message]:
        """The unusable rows with their reasons."""
        return {ref: row.why_unusable for ref, row in self.rows.items() if row.why_unusable}

    @property
    def light(self) -> Light | None:
        """The light of the whole: its worst indicator's."""
        return worst(row.light for row in self.rows.values() if row.light)


def compute(facts: Facts) -> Computed:
    """All computed squares of ``facts``. Pure; never raises, whatever was typed."""
    rate, progress = execution_rate(facts, edition_of(facts)), time_progress(facts)
    rows = {row.ref: row_result(row, rate, progress) for row in facts.indicators}
    return Computed(rate, _overall(rows), rows, progress)


def amount(facts: Facts, column: str, line: str = TOTAL) -> Measure:
    """A square of the money block, read in the filing's unit; a printed — or 无 of an import is a blank."""
    text = facts.money.get(f"{column}.{line}", "")
    return Measure(text, Kind.BLANK) if facts.imported and is_nothing(text) else read_amount(text, facts.amount_unit)


def execution_rate(facts: Facts, edition: EditionFacts) -> Rate:
    """预算执行率 = 执行数 ÷ 预算数 (after adjustment), unrounded."""
    budget, executed = amount(facts, edition.budget), amount(facts, edition.executed)
    if budget.value is None or executed.value is None:
        unreadable = budget.problem or executed.problem
        return Rate(why_not=Message(_NO_AMOUNT if unreadable else _BLANK))
    if budget.value <= 0:
        return Rate(why_not=Message(_NO_BUDGET))
    shown = {"executed": executed.printed(), "budget": budget.printed()}
    return Rate(executed.value / budget.value, Message(_QUOTIENT, shown))


def row_result(row: Indicator, rate: Rate, progress: Decimal | None) -> RowResult:
    """The results of one row, given the form's execution rate and the time progress."""
    target, actual = read(row.target), read(row.actual)
    nature = nature_of(row, target)
    if reason := why_unusable(row, nature, target, actual, rate):
        goal = goal_of(target, row.level3)
        return RowResult(nature, target, actual, Rate(why_not=reason), goal, why_unusable=reason)
    if nature is Nature.WORDING and row.grade:
        light = light_of_grade(row.grade)
        return RowResult(nature, target, actual, graded(row.grade), light=light)
    return _numeric_result(row.level3, nature, target, actual, rate, progress)


def _numeric_result(
    name: str, nature: Nature, target: Measure, actual: Measure, rate: Rate, progress: Decimal | None
) -> RowResult:
    by_budget = nature is Nature.BUDGET_RATE
    value, goal = rate.value if by_budget else actual.value, goal_of(target, name)
    if value is None or goal is None:
        return RowResult(nature, target, actual, Rate(), goal)
    shown = printed_rate(value, 2) if by_budget else actual.printed()
    return RowResult(
        nature,
        target,
        actual,
        completion(target, value, shown, name),
        goal,
        value,
        pace(nature, goal, value, progress),
        light_of(nature, goal, value, progress),
    )


def _overall(rows: Mapping[str, RowResult]) -> Rate:
    """总体完成率: the simple mean of the usable rows' completion rates."""
    counted = [row.completion.value for row in rows.values() if row.completion.value is not None]
    left = len(rows) - len(counted)
    if not counted:
        return Rate(why_not=Message(_CORRECT_ROWS, {"left": left}) if left else Message(_NO_ROWS))
    values = {"count": len(counted), "left": left}
    mean = without_residue(sum(counted, Decimal(0)) / len(counted))
    return Rate(mean, Message(_PARTIAL_MEAN if left else _MEAN, values))
