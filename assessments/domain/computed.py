"""Every square that follows from others, by the formulas that its edition declares (forms.md §3)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assessments.domain.completion import Goal, completion, goal_of, graded
from assessments.domain.facts import INDICATORS, Facts, Indicator, Nature, Row
from assessments.domain.formulas import Completion, EarnedPoints
from assessments.domain.lights import Light, light_of, light_of_grade, pace, worst
from assessments.domain.measures import Kind, Measure, read, read_amount
from assessments.domain.measures.blanks import is_nothing
from assessments.domain.natures import nature_of
from assessments.domain.periods import time_progress
from assessments.domain.results import NO_RESULT, Result
from assessments.domain.rounding import printed_rate
from assessments.domain.scoring import band_in_words, points_in, share_of
from assessments.domain.usability import why_unusable
from assessments.domain.wording import Message
from assessments.editions import edition_of

__all__ = ["Computed", "Result", "RowResult", "amount", "compute", "printed_rate", "result_of", "row_result"]


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
    completion: Result
    goal: Goal | None = None
    value: Decimal | None = None
    pace: Decimal | None = None
    light: Light | None = None
    why_unusable: Message | None = None
    score: Result = NO_RESULT

    @property
    def usable(self) -> bool:
        """True if the row counts in means and has a light."""
        return self.why_unusable is None


@dataclass(frozen=True, slots=True)
class Computed:
    """The computed squares of one paper: ``results`` by key, ``rows`` by the row's ref in the order of the table."""

    results: Mapping[str, Result]
    rows: Mapping[str, RowResult]
    progress: Decimal | None

    @property
    def execution_rate(self) -> Result:
        """预算执行率; nothing where the paper has none."""
        return self.results.get("execution_rate", NO_RESULT)

    @property
    def overall(self) -> Result:
        """总体完成率."""
        return self.results.get("overall_completion_rate", NO_RESULT)

    @property
    def unusable(self) -> dict[str, Message]:
        """The unusable rows with their reasons."""
        return {ref: row.why_unusable for ref, row in self.rows.items() if row.why_unusable}

    @property
    def light(self) -> Light | None:
        """The light of the whole: its worst indicator's."""
        return worst(row.light for row in self.rows.values() if row.light)


@dataclass(frozen=True, slots=True)
class _Figures:
    """One paper as its formulas see it; ``results`` grows as they are worked out in the order of the edition."""

    facts: Facts
    rows: Mapping[str, RowResult]
    results: dict[str, Result]

    def typed(self, key: str) -> Measure:
        return amount(self.facts, key)

    def text(self, key: str) -> str:
        return self.facts.value(key)

    def result(self, key: str) -> Result:
        return self.results[key] if key in self.results else Result(points_in(self.text(key)))

    def column(self, column: str) -> Sequence[Result]:
        name = column.rpartition(".")[2]
        if column.startswith(f"{INDICATORS}[") and name in _OF_ROWS:
            return [_OF_ROWS[name](row) for row in self.rows.values()]
        return [self.result(row.key(name)) for row in self.facts.lists.get(column.partition("[")[0], ())]

    def called(self, key: str) -> Message:
        return Message(edition_of(self.facts).called(key))


@dataclass(frozen=True, slots=True)
class _RowFigures:
    """One row as the formulas of its columns see it: they name the squares beside them."""

    paper: _Figures
    row: Row

    def typed(self, square: str) -> Measure:
        return self.paper.typed(self.row.key(square))

    def text(self, square: str) -> str:
        return self.row[square]

    def result(self, square: str) -> Result:
        return self.paper.result(self.row.key(square))

    def column(self, column: str) -> Sequence[Result]:
        return self.paper.column(column)

    def called(self, square: str) -> Message:
        return self.paper.called(self.row.key(square))


#: Columns that are computed.
_OF_ROWS: Mapping[str, Callable[[RowResult], Result]] = {
    "completion_rate": lambda row: row.completion,
    "score": lambda row: row.score,
}


def compute(facts: Facts) -> Computed:
    """All computed squares of ``facts``. Pure; never raises, whatever was typed."""
    formulas, progress = edition_of(facts).formulas, time_progress(facts)
    rate = result_of(facts, "execution_rate")
    completed = facts.indicators if edition_of(facts).completes_rows else ()
    rows = {row.ref: row_result(row, rate, progress) for row in completed}
    if isinstance(points := formulas.get(_SCORE), EarnedPoints):
        rows = {row.ref: replace(rows[row.ref], score=_score(row, rows[row.ref], points)) for row in facts.indicators}
    paper = _Figures(facts, rows, {})
    for key, formula in formulas.items():
        if isinstance(formula, Completion) or key == _SCORE:
            continue
        name, is_column, column = key.partition("[].")
        of_rows = ((row.key(column), _RowFigures(paper, row)) for row in facts.lists.get(name, ()))
        for place, figures in of_rows if is_column else ((key, paper),):
            paper.results[place] = formula.work_out(figures)
    return Computed(paper.results, rows, progress)


#: The column of a row's points.
_SCORE = f"{INDICATORS}[].score"


def _score(row: Indicator, result: RowResult, points: EarnedPoints) -> Result:
    """The points of a row: its share by completion; for words what a person chose within the band of the grade."""
    if result.nature is not Nature.WORDING:
        return share_of(result.completion, row[points.weight])
    return Result(points_in(row["score"]), why_not=band_in_words(row.grade, row[points.weight]))


def result_of(facts: Facts, key: str) -> Result:
    """The result of one formula that looks at plain squares alone; nothing where the edition has none for ``key``."""
    formula = edition_of(facts).formulas.get(key)
    if formula is None or isinstance(formula, Completion):
        return NO_RESULT
    return formula.work_out(_Figures(facts, {}, {}))


def amount(facts: Facts, column: str, line: str = "") -> Measure:
    """A square of amounts, read in its own unit, else the paper's; a printed — or 无 of an import is a blank."""
    key = f"{column}.{line}" if line else column
    text, box = facts.value(key), edition_of(facts).box(key)
    if facts.imported and is_nothing(text):
        return Measure(text, Kind.BLANK)
    unit, signed = (box.means.unit, box.means.signed) if box else ("", False)
    return read_amount(text, unit or facts.amount_unit, allow_negative=signed)


def row_result(row: Indicator, rate: Result, progress: Decimal | None) -> RowResult:
    """The results of one row, given the form's execution rate and the time progress."""
    target, actual = read(row.target), read(row.actual)
    nature = nature_of(row, target)
    if reason := why_unusable(row, nature, target, actual, rate):
        goal = goal_of(target, row.level3)
        return RowResult(nature, target, actual, Result(why_not=reason), goal, why_unusable=reason)
    if nature is Nature.WORDING and row.grade:
        light = light_of_grade(row.grade)
        return RowResult(nature, target, actual, graded(row.grade), light=light)
    return _numeric_result(row.level3, nature, target, actual, rate, progress)


def _numeric_result(
    name: str, nature: Nature, target: Measure, actual: Measure, rate: Result, progress: Decimal | None
) -> RowResult:
    by_budget = nature is Nature.BUDGET_RATE
    value, goal = rate.value if by_budget else actual.value, goal_of(target, name)
    if value is None or goal is None:
        return RowResult(nature, target, actual, Result(), goal)
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
