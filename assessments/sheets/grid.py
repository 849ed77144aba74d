"""The layout engine: an edition and its list rows become a grid of cells that every medium draws."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from assessments.domain.facts import NO_ROWS, split_row_key
from assessments.sheets.blocks import BlockRow, Content, Lists
from assessments.sheets.contents import Box
from assessments.sheets.edition import Edition


class LayoutError(ValueError):
    """An edition whose cells leave a hole, overlap, or stand outside the table."""


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
    are, for every list, the first row of its body and the one after its last.
    """

    columns: tuple[float, ...]
    cells: tuple[Cell, ...]
    row_count: int
    head_rows: tuple[int, ...]
    refs: tuple[str, ...]
    list_rows: tuple[int, ...]

    def rows(self) -> list[list[Cell]]:
        """The cells by the row in which they begin, left to right."""
        found: list[list[Cell]] = [[] for _ in range(self.row_count)]
        for cell in self.cells:
            found[cell.row].append(cell)
        return found

    def lists(self) -> list[tuple[int, int]]:
        """The first row of every list's body and the one after its last."""
        return list(zip(self.list_rows[::2], self.list_rows[1::2], strict=True))

    def heads_above(self, row: int) -> list[int]:
        """The head rows that lead a page which begins with ``row``: those of the list that it goes on with."""
        begun = next((first for first, last in self.lists() if first < row < last), 0)
        heads = takewhile(self.head_rows.__contains__, range(begun - 1, -1, -1))
        return sorted(heads)

    def boxes(self) -> Iterator[Box]:
        """The squares in reading order."""
        return (cell.content for cell in self.cells if isinstance(cell.content, Box))

    def cell_of(self, key: str) -> Cell | None:
        """The cell that shows ``key``; for a level shared by several rows the merged cell, whichever row is named."""
        by_key = {box.key: cell for cell in self.cells if (box := cell.box)}
        if key in by_key or (parts := split_row_key(key)) is None or parts.ref not in self.refs:
            return by_key.get(key)
        row = self.refs.index(parts.ref)
        suffix = f".{parts.square}"
        over = (cell for cell in self.cells if cell.row <= row < cell.row + cell.rows)
        return next((cell for cell in over if cell.box and cell.ref and cell.box.key.endswith(suffix)), None)


def lay_out(edition: Edition, lists: Lists = NO_ROWS) -> Grid:
    """Lays out ``edition`` with the rows of its ``lists``.

    Raises :class:`LayoutError` where the cells do not tile the table.
    """
    lines = [line for block in edition.blocks for line in block.lines(lists)]
    return Grid(
        columns=edition.columns,
        cells=tuple(_placed(lines, len(edition.columns))),
        row_count=len(lines),
        head_rows=tuple(index for index, line in enumerate(lines) if line.is_head),
        refs=tuple(line.ref for line in lines),
        list_rows=tuple(_edges_of_lists(lines)) or (len(lines), len(lines)),
    )


def _edges_of_lists(lines: Sequence[BlockRow]) -> Iterator[int]:
    for index, (before, line) in enumerate(pairwise([None, *lines, None])):
        ended, begun = before.list_name if before else "", line.list_name if line else ""
        if ended != begun:
            yield from [index] * (bool(ended) + bool(begun))


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
