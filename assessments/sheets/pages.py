"""A grid cut into pages: spans are split and head rows repeated, so that no page shows a nameless cell."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assessments.sheets.contents import Box
from assessments.sheets.grid import Cell, Grid

_PARTED = "@"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines of a square's text, from ``start`` up to ``stop`` (None: all that follow), as on one page of several.

    Its spelling ``goal_expected@0-42`` stands in the place of the square's key.
    """

    key: str
    start: int = 0
    stop: int | None = None

    @classmethod
    def read(cls, spelling: str) -> "Piece":
        """The piece that ``spelling`` means; the whole text for a bare key."""
        key, _, lines = spelling.partition(_PARTED)
        start, _, stop = lines.partition("-")
        return cls(key, int(start or 0), int(stop) if stop else None)

    def __str__(self) -> str:
        return f"{self.key}{_PARTED}{self.start}-{'' if self.stop is None else self.stop}"


def split(grid: Grid, row: int, line: int, keys: Collection[str]) -> Grid:
    """``grid`` with its row ``row`` made two: the texts of ``keys`` go on in the second from their line ``line`` on.

    Every other cell of the row spans both, so that a page that shows one of them still has its name.
    """
    cells = [part for cell in grid.cells for part in _parts(cell, row, line, keys)]
    return Grid(
        columns=grid.columns,
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.col))),
        row_count=grid.row_count + 1,
        head_rows=tuple(head + (head > row) for head in grid.head_rows),
        refs=(*grid.refs[: row + 1], *grid.refs[row:]),
        list_rows=tuple(number + (number > row) for number in grid.list_rows),
    )


def _parts(cell: Cell, row: int, line: int, keys: Collection[str]) -> Iterator[Cell]:
    if cell.row > row:
        yield replace(cell, row=cell.row + 1)
    elif cell.row + cell.rows <= row:
        yield cell
    elif isinstance(cell.content, Box) and cell.content.key in keys:
        whole = Piece.read(cell.content.key)
        yield replace(cell, content=replace(cell.content, key=str(replace(whole, stop=line))))
        yield replace(cell, row=row + 1, content=replace(cell.content, key=str(replace(whole, start=line))))
    else:
        yield replace(cell, rows=cell.rows + 1, content=replace(cell.content, rows=cell.rows + 1))


def cut(grid: Grid, breaks: Sequence[int]) -> tuple[Grid, ...]:
    """The pages of ``grid`` when it breaks before the rows ``breaks``.

    A cell that spans a break is drawn on both sides with its text, and the list's head rows lead every page on which
    the list continues.
    """
    edges = [0, *sorted({row for row in breaks if 0 < row < grid.row_count}), grid.row_count]
    return tuple(_page(grid, start, stop) for start, stop in pairwise(edges))


def _page(grid: Grid, start: int, stop: int) -> Grid:
    source = [*grid.heads_above(start), *range(start, stop)]
    return Grid(
        columns=grid.columns,
        cells=tuple(_clipped(grid, source)),
        row_count=len(source),
        head_rows=tuple(index for index, row in enumerate(source) if row in grid.head_rows),
        refs=tuple(grid.refs[row] for row in source),
        list_rows=tuple(_list_rows(source, grid)) or (len(source), len(source)),
    )


def _list_rows(source: Sequence[int], grid: Grid) -> Iterator[int]:
    for first, last in grid.lists():
        inside = [index for index, row in enumerate(source) if first <= row < last]
        yield from (inside[0], inside[-1] + 1) if inside else ()


def _clipped(grid: Grid, source: Sequence[int]) -> Iterator[Cell]:
    """The cells of ``grid`` on the rows ``source``, spans cut to what is left of them, in reading order."""
    cells = []
    for cell in grid.cells:
        shown = [index for index, row in enumerate(source) if cell.row <= row < cell.row + cell.rows]
        if shown:
            content = replace(cell.content, rows=len(shown))
            cells.append(Cell(shown[0], cell.col, len(shown), cell.cols, content, cell.ref))
    return iter(sorted(cells, key=lambda cell: (cell.row, cell.col)))
