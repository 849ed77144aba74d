"""A grid cut into pages: spans are split and head rows repeated, so that no page shows a nameless cell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assessments.sheets.paper import Cell, Grid


def cut(grid: Grid, breaks: Sequence[int]) -> tuple[Grid, ...]:
    """The pages of ``grid`` when it breaks before the rows ``breaks``.

    A cell that spans a break is drawn on both sides with its text, and the list's head rows lead every page on which
    the list continues.
    """
    edges = [0, *sorted({row for row in breaks if 0 < row < grid.row_count}), grid.row_count]
    return tuple(_page(grid, start, stop) for start, stop in pairwise(edges))


def _page(grid: Grid, start: int, stop: int) -> Grid:
    first, last = grid.list_rows
    heads = grid.head_rows if first < start < last else ()
    source = [*heads, *range(start, stop)]
    return Grid(
        columns=grid.columns,
        cells=tuple(_clipped(grid, source)),
        row_count=len(source),
        head_rows=tuple(index for index, row in enumerate(source) if row in grid.head_rows),
        refs=tuple(grid.refs[row] for row in source),
        list_rows=_list_rows(source, grid.list_rows),
    )


def _list_rows(source: Sequence[int], list_rows: tuple[int, int]) -> tuple[int, int]:
    inside = [index for index, row in enumerate(source) if list_rows[0] <= row < list_rows[1]]
    return (inside[0], inside[-1] + 1) if inside else (len(source), len(source))


def _clipped(grid: Grid, source: Sequence[int]) -> Iterator[Cell]:
    """The cells of ``grid`` on the rows ``source``, spans cut to what is left of them, in reading order."""
    cells = []
    for cell in grid.cells:
        shown = [index for index, row in enumerate(source) if cell.row <= row < cell.row + cell.rows]
        if shown:
            content = replace(cell.content, rows=len(shown))
            cells.append(Cell(shown[0], cell.col, len(shown), cell.cols, content, cell.ref))
    return iter(sorted(cells, key=lambda cell: (cell.row, cell.col)))
