"""The budget tables 表一–表十四: every cell as printed, and of which datum it is the figure (forms.md §1.6)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from assessments.domain.funds import Fund
from assessments.domain.measures import Kind, Measure, Quantity
from assessments.domain.tables.heads import FigureColumn, Stage
from assessments.domain.tables.items import BudgetItem

#: The edition that tables are read with where a file names none.
USUAL_EDITION = "budget-2023"


class Scope(StrEnum):
    """The owner of figures: the whole prefecture (全地区) or its own level (本级)."""

    WHOLE = "whole_prefecture"
    OWN = "own_level"


@dataclass(frozen=True, slots=True)
class Datum:
    """The datum that one figure is a figure of; ``fund`` None stands for all funds together."""

    scope: Scope
    year: int
    stage: Stage
    fund: Fund | None
    item: BudgetItem


@dataclass(frozen=True, slots=True)
class BudgetCell:
    """One cell; ``where`` is its place in the file, ``datum`` None in columns and rows that are not understood."""

    where: str
    text: str
    column: FigureColumn
    measure: Measure
    datum: Datum | None = None

    @property
    def quantity(self) -> Quantity | None:
        """The figure, None where the cell is blank or cannot be read."""
        return self.measure.quantity

    @property
    def is_blank(self) -> bool:
        """True if nothing is printed; a dash is nothing, 0 is a figure."""
        return self.measure.kind is Kind.BLANK


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: ``label`` as printed, ``name`` without numbering and 其中.

    ``fund`` is the fund that the row or the row above it names. ``part_of`` is the index of the row that it is a part
    of (其中), None for a total and for a fund's own row.
    """

    label: str
    name: str
    item: BudgetItem
    fund: Fund | None
    cells: tuple[BudgetCell, ...]
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """One table; of the balance table (收入 beside 支出) every printed row gives two rows."""

    no: str
    title: str
    scope: Scope
    columns: tuple[FigureColumn, ...]
    rows: tuple[TableRow, ...]
    is_balance: bool = False

    def cells(self) -> Iterator[BudgetCell]:
        """Every cell, row by row."""
        for row in self.rows:
            yield from row.cells

    def rows_of(self, item: BudgetItem) -> tuple[TableRow, ...]:
        """The rows of one item: the total and the funds."""
        return tuple(row for row in self.rows if row.item is item)


@dataclass(frozen=True)
class BudgetTables:
    """All budget tables of a dossier, in the order of the file; ``unread`` are the places of what is no table."""

    tables: tuple[BudgetTable, ...] = ()
    edition: str = USUAL_EDITION
    unread: tuple[str, ...] = field(default=())

    @cached_property
    def by_datum(self) -> Mapping[Datum, tuple[BudgetCell, ...]]:
        """Every cell of each datum, blank ones too, in the order of the tables."""
        found: dict[Datum, list[BudgetCell]] = {}
        for table in self.tables:
            for cell in table.cells():
                if cell.datum:
                    found.setdefault(cell.datum, []).append(cell)
        return {datum: tuple(cells) for datum, cells in found.items()}

    def find(self, datum: Datum) -> BudgetCell | None:
        """The cell of ``datum`` that holds a figure, else a blank one, else None."""
        cells = self.by_datum.get(datum, ())
        return next((cell for cell in cells if cell.quantity), cells[0] if cells else None)

    def amount(self, datum: Datum) -> Quantity | None:
        """The figure of ``datum``; None where it is nowhere printed."""
        cell = self.find(datum)
        return cell.quantity if cell else None
