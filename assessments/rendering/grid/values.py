"""The values in the squares of a filing and the lines under them, before anything is laid over them."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.domain.computed import Computed, RowResult
from assessments.domain.facts import Facts, Grade, Nature, split_row_key
from assessments.domain.measures import Measure, read, read_amount
from assessments.domain.results import Result
from assessments.domain.rounding import printed_rate
from assessments.domain.scoring import POINTS, grade_of, points_in, printed_points
from assessments.editions import edition_of
from assessments.rendering.grid.drawables import NO_READING, Choice, ReadingLine
from assessments.services.wording import in_words
from assessments.sheets.contents import Box, SquareKind
from assessments.sheets.edition import Edition

GRADE_NAMES = {
    Grade.ACHIEVED: gettext_lazy("达成"),
    Grade.PARTLY: gettext_lazy("部分达成"),
    Grade.NOT_ACHIEVED: gettext_lazy("未达成"),
}

#: Decimals of a rate on a screen; on paper the edition says how many.
ON_SCREEN = 2

_DECIMALS = re.compile(r"\.(\d+)")


@dataclass(frozen=True, slots=True)
class Shown:
    """A square's value as it is shown, and the line under it; ``by_system``: the system filled it in."""

    value: str
    reading: ReadingLine = NO_READING
    by_system: bool = False


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one filing for one medium; ``places`` is the number of decimals of its rates.

    A rate that cannot be computed says so on a screen; on paper its square stays empty.
    """

    facts: Facts
    computed: Computed
    places: int = ON_SCREEN
    on_paper: bool = False

    def kind(self, box: Box) -> SquareKind:
        """The kind of the square in this filing: the actual of a budget rate is computed, never typed (forms.md §3)."""
        row = self.row(box.key)
        if row is None or self.facts.imported:
            return box.kind
        is_rate = row.nature is Nature.BUDGET_RATE and box.key.endswith(".actual")
        is_share = row.nature is not Nature.WORDING and box.key.endswith(".score")
        return SquareKind.COMPUTED if is_rate or is_share else box.kind

    def shown(self, box: Box) -> Shown:
        """The value of a square and its reading."""
        if self.kind(box) is SquareKind.COMPUTED:
            return self._computed(box)
        value = self.facts.value(box.key)
        return Shown(value, ReadingLine(self._read_back(box, value)))

    @property
    def _edition(self) -> Edition:
        return edition_of(self.facts)

    def row(self, key: str) -> RowResult | None:
        """The results of the indicator row that ``key`` belongs to."""
        parts = split_row_key(key)
        return self.computed.rows.get(parts.ref) if parts else None

    def is_graded(self, box: Box) -> bool:
        """True if the square is the actual of a wording indicator, which carries a grade beside its words."""
        row = self.row(box.key)
        return row is not None and row.nature is Nature.WORDING and box.key.endswith(".actual")

    def grades(self, box: Box) -> tuple[Choice, ...]:
        """The grades that can be chosen for a wording indicator, the chosen one marked."""
        chosen = self.facts.value(box.key.replace(".actual", ".grade"))
        blank = Choice("", _("选达成情况"), not chosen)
        return (blank, *(Choice(grade.value, str(name), grade == chosen) for grade, name in GRADE_NAMES.items()))

    def detail(self, box: Box, shown: Shown) -> str:
        """The reading of a square, and the rate that follows from it, in one line for the status bar."""
        said = shown.reading.text
        if shown.by_system or not said:
            return said
        row = self.row(box.key) if box.kind is SquareKind.SQUARE else None
        parts = [_("读作 %(reading)s") % {"reading": said}]
        if row is not None and row.completion.value is not None and row.completion.arithmetic:
            working, rate = in_words(row.completion.arithmetic), printed_rate(row.completion.value, ON_SCREEN)
            parts.append(_("完成率 %(working)s = %(rate)s") % {"working": working, "rate": rate})
        return "　".join(parts)

    def _result(self, key: str) -> Result:
        row = self.row(key)
        if row is None or key in self.computed.results:
            return self.computed.results.get(key, Result())
        of_row = {"completion_rate": row.completion, "score": row.score}
        return of_row.get(key.rpartition(".")[2], self.computed.execution_rate)

    def _computed(self, box: Box) -> Shown:
        result = self._result(box.key)
        if self.facts.imported:
            return self._stated(box, result)
        if result.value is None:
            why = ReadingLine(in_words(result.why_not)) if result.why_not else NO_READING
            return Shown("" if self.on_paper else _("待算"), why, by_system=True)
        arithmetic = in_words(result.arithmetic) if result.arithmetic else ""
        if box.key == "total_score":
            arithmetic = _("等级：%(grade)s") % {"grade": _(grade_of(result.value))}
        return Shown(self._edition.printed(box, result.value, self.places), ReadingLine(arithmetic), by_system=True)

    def _stated(self, box: Box, result: Result) -> Shown:
        """What an imported filing printed; where the system finds another figure, that stands under it."""
        stated = self.facts.value(box.key)
        points = points_in(stated) if box.means.unit == POINTS else None
        said = _plain(stated) if points is None else printed_points(points)
        if result.value is None or self._edition.printed(box, result.value, _decimals(stated)) == said:
            return Shown(stated)
        places = _decimals(stated) if stated else self.places
        figure = self._edition.printed(box, result.value, places)
        return Shown(stated, ReadingLine(_("系统计算 %(figure)s") % {"figure": figure}, tone="calc"))

    def _read_back(self, box: Box, value: str) -> str:
        if self.is_graded(box) and value:
            grade = self.facts.value(box.key.replace(".actual", ".grade"))
            return _("文字：%(grade)s") % {"grade": GRADE_NAMES[Grade(grade)]} if grade else _("文字指标")
        if box.kind is SquareKind.POINTS:
            row = self.row(box.key) if box.key.endswith(".score") and not self.facts.imported else None
            return in_words(row.score.why_not) if row and row.score.why_not else ""
        measure = self._measure(box, value)
        sentence = measure.reading() if measure else None
        return in_words(sentence) if sentence else ""

    def _measure(self, box: Box, value: str) -> Measure | None:
        if box.kind is SquareKind.MONEY:
            return read_amount(value, box.means.unit or self.facts.amount_unit, allow_negative=box.means.signed)
        return read(value) if box.kind is SquareKind.SQUARE else None


def _plain(text: str) -> str:
    return normalize("NFKC", text).strip()


def _decimals(text: str) -> int:
    match = _DECIMALS.search(_plain(text))
    return len(match[1]) if match else 0
