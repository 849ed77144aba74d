"""The two figures of a row that a printed percentage is of, by the head of its column."""

from dataclasses import dataclass

from assessments.domain.tables.budget import BudgetCell, TableRow
from assessments.domain.tables.heads import FigureColumn, RateSort, Stage

_PLANS = (Stage.BUDGET, Stage.ADJUSTED)


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure of the row, and how many figures stand before it."""

    number: int
    cell: BudgetCell


def figures_of(row: TableRow, at: int) -> tuple[BudgetCell, BudgetCell] | None:
    """Upper and lower figure of the percentage at ``at``, as its head is most likely meant; None where unclear."""
    return next(iter(readings_of(row, at)), None)


def readings_of(row: TableRow, at: int) -> list[tuple[BudgetCell, BudgetCell]]:
    """Every pair of figures that the percentage at ``at`` may be of, both before it, the most likely first.

    A head that names neither means the last column over the one before. One that speaks of the year before means that
    year's column, and nothing where no column is of that year. 预算 may be 年初 or 调整后 where both are printed.
    """
    figures = [_Place(number, cell) for number, cell in enumerate(each for each in row.cells[:at] if each.column.stage)]
    column = row.cells[at].column
    if len(figures) < 2:
        return []
    upper = _upper(figures, column)
    rest = [place for place in figures if place is not upper]
    rest.sort(key=lambda place: abs(place.number - upper.number))
    return [(upper.cell, lower.cell) for lower in _lowers(rest, upper.cell.column, column)]


def _upper(figures: list[_Place], column: FigureColumn) -> _Place:
    named = [place for place in figures[-2:] if column.upper and place.cell.column.stage is column.upper]
    return named[-1] if named else figures[-1]


def _lowers(rest: list[_Place], upper: FigureColumn, column: FigureColumn) -> list[_Place]:
    """What the upper figure may be divided by; ``rest`` are the other figures, the nearest first."""
    if column.of_last_year:
        return _of_last_year(rest, upper, column)
    this_year = [place for place in rest if place.cell.column.year == upper.year]
    if column.lower in _PLANS and (planned := [place for place in this_year if place.cell.column.stage in _PLANS]):
        return planned
    if column.lower and (named := [place for place in rest if place.cell.column.stage is column.lower]):
        return named[:1]
    if column.rate is RateSort.GROWTH and (len(rest) > 1 or (this_year and upper.year)):
        return []
    return rest[:1]


def _of_last_year(rest: list[_Place], upper: FigureColumn, column: FigureColumn) -> list[_Place]:
    """The column of the year before the upper one's; what was done rather than what was planned."""
    if upper.year is None:
        return rest if len(rest) == 1 else []
    before = [place for place in rest if place.cell.column.year == upper.year - 1]
    named = [place for place in before if column.lower in (None, place.cell.column.stage)]
    done = [place for place in named if place.cell.column.stage is Stage.ACTUAL]
    return (done or named or before)[:1]
