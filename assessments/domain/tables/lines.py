"""The printed rows of a budget table, line by line: what each is a figure of, and which line above it is a part of."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assessments.domain.funds import Fund
from assessments.domain.measures import Kind, Measure
from assessments.domain.tables.figures import read_figure
from assessments.domain.tables.heads import FigureColumn
from assessments.domain.tables.items import PARTS, BudgetItem, RowLabel, read_label

_LAST_WORDS: dict[BudgetItem, tuple[str, ...]] = {BudgetItem.INCOME: ("收入",), BudgetItem.EXPENDITURE: ("支出",)}
_TOTALS = ("合计", "总计", "总额", "基金")


@dataclass(frozen=True, slots=True)
class Side:
    """Columns of one table that belong together: where label and code stand, and the figures with their numbers.

    ``item`` is what the heads say that the figures are (收入, 本年收支结余), ``fund`` whose they are, None where only
    the labels say it.
    """

    label: int
    code: int | None
    figures: tuple[tuple[int, int], ...]
    item: BudgetItem | None = None
    fund: Fund | None = None


@dataclass(frozen=True, slots=True)
class LineFigure:
    """One figure of a line: its number among the row's figures, its column and its reading."""

    number: int
    text: str
    column: FigureColumn
    measure: Measure


@dataclass(frozen=True, slots=True)
class TableLine:
    """One side of one printed row; ``row`` is the row's place in the table and the column of its label."""

    row: tuple[int, int]
    printed: str
    label: RowLabel
    item: BudgetItem
    fund: Fund | None
    figures: tuple[LineFigure, ...]
    part_of: int | None = None


def read_lines(
    side: Side, rows: Iterable[tuple[str, ...]], columns: tuple[FigureColumn, ...], unit: str, start: int
) -> Iterator[TableLine]:
    """The lines of one side; ``part_of`` counts from ``start``. A row without label and figures is left out."""
    owners = _Owners(start)
    for number, row in enumerate(rows):
        printed = at(row, side.label)
        label = _said_by_heads(read_label(printed, at(row, side.code) if side.code is not None else ""), side.item)
        figures = tuple(
            LineFigure(figure, at(row, place), columns[place], _measure(at(row, place), columns[place], unit))
            for place, figure in side.figures
        )
        if label.name or any(figure.text.strip() for figure in figures):
            line = owners.own(TableLine((number, side.label), printed, label, label.item, label.fund, figures))
            yield replace(line, fund=side.fund) if side.fund else line


def at(row: tuple[str, ...], place: int) -> str:
    """The cell of a row that may be too short."""
    return row[place] if place < len(row) else ""


def names_of(lines: list[TableLine]) -> list[str]:
    """The name of each line in a place: its own, else with its whole's before it, else its number."""
    full = [
        lines[line.part_of].label.name + "." + line.label.name if line.part_of is not None else "" for line in lines
    ]
    names = Counter(name for name, _row in {(line.label.name, line.row) for line in lines})
    fulls = Counter(name for name, _row in {(name, line.row) for name, line in zip(full, lines, strict=True)})
    found = []
    for number, (line, whole) in enumerate(zip(lines, full, strict=True)):
        if line.label.name and names[line.label.name] == 1:
            found.append(line.label.name)
        else:
            found.append(whole if line.label.name and whole and fulls[whole] == 1 else f"rows[{number}]")
    return found


def _measure(text: str, column: FigureColumn, unit: str) -> Measure:
    return read_figure(text, unit) if column.stage else Measure(text, Kind.WORDING if text.strip() else Kind.BLANK)


def _said_by_heads(label: RowLabel, item: BudgetItem | None) -> RowLabel:
    """A fund's or a total's row whose label leaves to the heads what its figures are (城乡居民基本养老保险基金)."""
    if item is None:
        return label
    names_only = (
        label.item is BudgetItem.UNKNOWN and not label.of_which and (label.fund or label.name.endswith(_TOTALS))
    )
    if names_only or (label.item is BudgetItem.CLOSING and item is BudgetItem.BALANCE):
        return replace(label, item=item, heads=True)
    return label


class _Owners:
    """Finds the line that each line is a part of, as they come: the last head, or the last 待遇 below it."""

    def __init__(self, start: int) -> None:
        self.next, self.head, self.benefits = start, -1, -1
        self.head_line: TableLine | None = None

    def own(self, line: TableLine) -> TableLine:
        """``line`` with its owner, and with the fund and item that it has from there."""
        number, label = self.next, line.label
        self.next += 1
        if label.heads:
            self.head, self.benefits, self.head_line = number, -1, line
            return line
        head = self.head_line
        if head is None:
            return line
        owner = self._owner(label, head)
        if owner is None:
            return replace(line, fund=label.fund or head.fund)
        item = BudgetItem.UNKNOWN if head.item is BudgetItem.UNKNOWN else label.item
        if item is BudgetItem.BENEFITS:
            self.benefits = number
        return replace(line, fund=head.fund, item=item, part_of=owner)

    def _owner(self, label: RowLabel, head: TableLine) -> int | None:
        if label.of_which and self.benefits >= 0 and label.item is not BudgetItem.BENEFITS:
            return self.benefits
        return self.head if _is_part(label, head.item) else None


def _is_part(label: RowLabel, whole: BudgetItem) -> bool:
    """Whether a row can be a part of ``whole``: by its item, by 其中, or an unknown one by its last word."""
    if label.item is not BudgetItem.UNKNOWN:
        return label.item in PARTS.get(whole, ()) or whole is BudgetItem.UNKNOWN
    return label.of_which or label.name.endswith(_LAST_WORDS.get(whole, ()))
