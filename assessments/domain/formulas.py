"""The algebra in which an edition declares what follows from its squares (forms.md §3).

A formula names its operands by their keys. It works on printed figures: beside its value it gives the interval that
their last digits leave open, and its arithmetic in words. The same formula computes a square on the portal and judges
what an import states there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from assessments.domain.measures import Interval, Measure, total
from assessments.domain.results import NO_RESULT, Result
from assessments.domain.rounding import without_residue, without_zeros
from assessments.domain.scoring import share_of
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_QUOTIENT = _("{upper} ÷ {lower}")
_BLANK = _("{lower}和{upper}填好后自动算出")
_NO_AMOUNT = _("{lower}或{upper}读不出金额，改正后自动算出")
_NOTHING_BELOW = _("{lower}为 0，算不出{name}")
_GROWTH = _("{quotient} − 1")
_MEAN = _("{count} 行{name}的平均")
_PARTIAL_MEAN = _("{count} 行{name}的平均，另有 {left} 行未计入")
_CORRECT_ROWS = _("{left} 行改正后自动算出")
_NO_ROWS = _("填好指标后自动算出")
_OPEN = _("还有 {left} 项未填或未算出")


_ONE = Interval(Decimal(1), Decimal(1), Decimal(1))


class Formula(Protocol):
    """A way to one square from others of the same paper."""

    def work_out(self, paper: "Figures") -> Result: ...


class Figures(Protocol):
    """The figures of one paper, or of one row of a list, as a formula asks for them."""

    def typed(self, key: str) -> Measure:
        """A square as it reads."""
        ...

    def text(self, key: str) -> str:
        """A square as it stands."""
        ...

    def result(self, key: str) -> Result:
        """The result of another formula."""
        ...

    def column(self, column: str) -> Sequence[Result]:
        """The figures of a column (``indicators[].completion_rate``), computed or typed, row by row."""
        ...

    def called(self, key: str) -> Message:
        """A square's name in a sentence."""
        ...


@dataclass(frozen=True, slots=True)
class Quotient:
    """One figure over another that is more than nothing; ``name`` says what their quotient is called."""

    upper: str
    lower: str
    name: str

    def work_out(self, paper: Figures) -> Result:
        """The ratio (1 = 100 %)."""
        upper, lower = paper.typed(self.upper), paper.typed(self.lower)
        names = {"upper": paper.called(self.upper), "lower": paper.called(self.lower), "name": Message(self.name)}
        if upper.value is None or lower.value is None or upper.interval is None or lower.interval is None:
            return Result(why_not=Message(_NO_AMOUNT if upper.problem or lower.problem else _BLANK, names))
        if lower.value <= 0:
            return Result(why_not=Message(_NOTHING_BELOW, names))
        arithmetic = Message(_QUOTIENT, {"upper": upper.printed(), "lower": lower.printed()})
        return Result(upper.value / lower.value, arithmetic, interval=upper.interval.over(lower.interval))


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of some parts; blank ones are nothing, or with ``whole`` leave the sum open."""

    parts: tuple[str, ...]
    whole: bool = False

    def work_out(self, paper: Figures) -> Result:
        """The sum, none where a part cannot be read or nothing is filled."""
        return self.of([paper.typed(part) for part in self.parts])

    def of(self, parts: Sequence[Measure]) -> Result:
        """The same of parts that were read already."""
        filled = [part for part in parts if part.interval is not None]
        if not filled or any(part.problem for part in parts) or (self.whole and len(filled) < len(parts)):
            return Result()
        room = total(part.interval for part in filled if part.interval)
        return Result(room.value, Message(" + ".join(f"{part.number:f}" for part in filled)), interval=room)


@dataclass(frozen=True, slots=True)
class Balance:
    """The rest of some parts after others: opening balance and income less expenditure; blank ones are nothing."""

    plus: tuple[str, ...]
    less: tuple[str, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.plus, *self.less)

    def work_out(self, paper: Figures) -> Result:
        """The difference, none where a part cannot be read or nothing is filled."""
        read = [
            *((" + ", paper.typed(part)) for part in self.plus),
            *((" − ", paper.typed(part)) for part in self.less),
        ]
        filled = [(sign, part, part.interval) for sign, part in read if part.interval is not None]
        if not filled or any(part.problem for _sign, part in read):
            return NO_RESULT
        room = total(interval if sign == " + " else -interval for sign, _part, interval in filled)
        words = "".join(f"{sign}{part.number:f}" for sign, part, _interval in filled)
        return Result(room.value, Message(words.removeprefix(" + ").strip()), interval=room)


@dataclass(frozen=True, slots=True)
class Growth:
    """The growth of one figure over another (1 = 100 %), below it where negative; ``name`` says what it is called."""

    now: str
    before: str
    name: str

    def work_out(self, paper: Figures) -> Result:
        """The ratio less one."""
        found = Quotient(self.now, self.before, self.name).work_out(paper)
        if found.value is None or found.arithmetic is None or found.interval is None:
            return found
        arithmetic = Message(_GROWTH, {"quotient": found.arithmetic})
        return Result(found.value - 1, arithmetic, interval=found.interval - _ONE)


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of a column, weighted by another where one is named; ``name`` says what stands there.

    Rows without a figure or a weight do not count.
    """

    column: str
    name: str
    weight: str = ""

    def work_out(self, paper: Figures) -> Result:
        """The mean with how many rows it is of."""
        rows = paper.column(self.column)
        weights = [weight.value for weight in paper.column(self.weight)] if self.weight else [Decimal(1)] * len(rows)
        pairs = [(row.value, weight) for row, weight in zip(rows, weights, strict=True)]
        counted = [(value, weight) for value, weight in pairs if value is not None and weight]
        count, left = len(counted), len(rows) - len(counted)
        if not counted:
            return Result(why_not=Message(_CORRECT_ROWS, {"left": left}) if left else Message(_NO_ROWS))
        values = {"count": count, "left": left, "name": Message(self.name)}
        whole = sum((weight for _value, weight in counted), Decimal(0))
        mean = without_residue(sum((value * weight for value, weight in counted), Decimal(0)) / whole)
        return Result(mean, Message(_PARTIAL_MEAN if left else _MEAN, values), interval=Interval(mean, mean, mean))


@dataclass(frozen=True, slots=True)
class EarnedPoints:
    """The points that a rate earns of a weight, on the paper as a whole or in a row beside it (forms.md §3)."""

    rate: str
    weight: str

    def work_out(self, paper: Figures) -> Result:
        """The share of the points, at most all of them."""
        return share_of(paper.result(self.rate), paper.text(self.weight))


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of what stands in single squares and in whole columns; open until each of them has a figure."""

    parts: tuple[str, ...]

    def work_out(self, paper: Figures) -> Result:
        """The sum with its parts."""
        found = [_all_in(part, paper) for part in self.parts]
        if not all(found):
            return Result(why_not=Message(_NO_ROWS))
        values = [result.value for results in found for result in results]
        known = [value for value in values if value is not None]
        if left := len(values) - len(known):
            return Result(why_not=Message(_OPEN, {"left": left}))
        return Result(sum(known, Decimal(0)), Message(" + ".join(without_zeros(value) for value in known)))


def _all_in(part: str, paper: Figures) -> Sequence[Result]:
    return paper.column(part) if "[]" in part else [paper.result(part)]


@dataclass(frozen=True, slots=True)
class Completion:
    """The completion of a row's target by its actual, by the row's nature (forms.md §3); see ``completion.py``."""

    target: str
    actual: str
