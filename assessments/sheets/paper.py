"""The layout engine: a sheet and its list rows become a grid of cells that every medium draws."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assessments.domain.facts import split_indicator_key
from assessments.sheets.blocks import Block, BlockRow, Content, Listed
from assessments.sheets.contents import Box, Label, LabelRole, SquareKind

__all__ = ["Box", "Cell", "Foot", "Grid", "Label", "LabelRole", "LayoutError", "Sheet", "SquareKind", "lay_out"]


class LayoutError(ValueError):
    """A sheet whose cells leave a hole, overlap, or stand outside the table."""


@dataclass(frozen=True, slots=True)
class Foot:
    """One group of lines under the table; ``seal`` marks where a seal will stand, until then its words are printed."""

    lines: tuple[str, ...]
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One edition of a form: what is printed, where, and how wide (millimetres).

    ``annex``, ``title``, ``subtitle``, ``left``, ``right`` and the feet are templates over the words of
    :mod:`assessments.sheets.headings`. ``places`` is the number of decimals in which it prints rates. ``levels`` are
    the first-level names with the second-level names under each. A released edition never changes.
    """

    code: str
    name: str
    title: str
    columns: tuple[float, ...]
    blocks: tuple[Block, ...]
    annex: str = ""
    subtitle: str = ""
    left: str = ""
    right: str = ""
    feet: tuple[Foot, ...] = ()
    landscape: bool = False
    places: int = 2
    levels: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    def boxes(self) -> Iterator[Box]:
        """Every square of the form; the squares of a list carry ``{ref}`` in their keys."""
        return (box for block in self.blocks for box in block.boxes())

    def box(self, key: str) -> Box | None:
        """The square that ``key`` names, or None where this edition has none."""
        parts = split_indicator_key(key)
        found = _boxes_by_key(self).get(f"indicators[{{ref}}].{parts[1]}" if parts else key)
        return replace(found, key=key) if found else None


@lru_cache(maxsize=32)
def _boxes_by_key(sheet: Sheet) -> dict[str, Box]:
    return {box.key: box for box in sheet.boxes()}


@dataclass(frozen=True, slots=True)
class Cell:
    """A rectangle of the grid, in rows and columns counted from 0, and what stands in it."""

    row: int
    col: int
    rows: int
    cols: int
    content: Content
    ref: str = ""

    @property
    def box(self) -> Box | None:
        """The square in it, None where it holds a printed word."""
        return self.content if isinstance(self.content, Box) else None


@dataclass(frozen=True, slots=True)
class Grid:
    """A laid-out table: every position is covered by exactly one cell.

    ``columns`` are widths in millimetres. ``head_rows`` name the columns of the list and repeat where it continues on
    another page. ``refs`` holds, row by row, the list's row that the table's row shows, ``""`` elsewhere. ``list_rows``
    are the first row of the list's body and the one after its last.
    """

    columns: tuple[float, ...]
    cells: tuple[Cell, ...]
    row_count: int
    head_rows: tuple[int, ...]
    refs: tuple[str, ...]
    list_rows: tuple[int, int]

    def rows(self) -> list[list[Cell]]:
        """The cells by the row in which they begin, left to right."""
        found: list[list[Cell]] = [[] for _ in range(self.row_count)]
        for cell in self.cells:
            found[cell.row].append(cell)
        return found

    def boxes(self) -> Iterator[Box]:
        """The squares in reading order."""
        return (cell.content for cell in self.cells if isinstance(cell.content, Box))

    def cell_of(self, key: str) -> Cell | None:
        """The cell that shows ``key``; for a level shared by several rows the merged cell, whichever row is named."""
        by_key = {box.key: cell for cell in self.cells if (box := cell.box)}
        if key in by_key or (parts := split_indicator_key(key)) is None or parts[0] not in self.refs:
            return by_key.get(key)
        row = self.refs.index(parts[0])
        suffix = f".{parts[1]}"
        over = (cell for cell in self.cells if cell.row <= row < cell.row + cell.rows)
        return next((cell for cell in over if cell.box and cell.ref and cell.box.key.endswith(suffix)), None)


def lay_out(sheet: Sheet, rows: Sequence[Listed] = ()) -> Grid:
    """Lays out ``sheet`` with its list's ``rows`` (indicators: ``ref``, ``level1``, ``level2``).

    Raises :class:`LayoutError` where the cells do not tile the table.
    """
    lines = [line for block in sheet.blocks for line in block.lines(rows)]
    listed = [index for index, line in enumerate(lines) if line.in_list]
    return Grid(
        columns=sheet.columns,
        cells=tuple(_placed(lines, len(sheet.columns))),
        row_count=len(lines),
        head_rows=tuple(index for index, line in enumerate(lines) if line.is_head),
        refs=tuple(line.ref for line in lines),
        list_rows=(listed[0], listed[-1] + 1) if listed else (len(lines), len(lines)),
    )


def _placed(lines: Sequence[BlockRow], width: int) -> Iterator[Cell]:
    """Puts each line's items into the first free columns, as HTML does with its cells."""
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(lines):
        for item in line.items:
            col = next((col for col in range(width) if (row, col) not in taken), width)
            span = {(row + down, col + right) for down in range(item.rows) for right in range(item.cols)}
            if col + item.cols > width or row + item.rows > len(lines) or span & taken:
                raise LayoutError(f"no room for {item!r} in row {row}")
            taken |= span
            yield Cell(row, col, item.rows, item.cols, item, line.ref)
    if len(taken) != width * len(lines):
        raise LayoutError(f"{width * len(lines) - len(taken)} positions of the table are empty")
