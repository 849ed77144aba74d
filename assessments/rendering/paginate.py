"""Where a long table breaks: heads repeat, the foot never stands alone, and no heads stand alone above a break."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessments.rendering.drawables import DrawnCell, DrawnRow
from assessments.sheets.paper import Grid

#: The height of the type area in millimetres, of a page and of one laid across: A4 without the margins of
#: static/paper/paper.css.
PORTRAIT, LANDSCAPE = 297 - 15 - 16, 210 - 15 - 16
#: What measuring can be off by.
_ROOM = 0.5
#: A row that flows over pages begins where at least this much of the page is left.
_ENOUGH = 50


#: Characters of a cell's text on a millimetre of its width, and lines of it on a page.
_CHARACTERS, _LINES = 1 / 3.53, PORTRAIT / 4.5


@dataclass(frozen=True, slots=True)
class Heights:
    """Millimetres: what stands above the table, each of its rows, and what stands below it."""

    above: float
    rows: Sequence[float]
    below: float

    @property
    def total(self) -> float:
        """The height of everything."""
        return self.above + sum(self.rows) + self.below


def shortened(row: DrawnRow, columns: Sequence[float]) -> DrawnRow:
    """``row`` for measuring: a text that fills more than a page is cut to a page and a half, all that counts."""
    return replace(row, cells=tuple(_shortened(cell, columns) for cell in row.cells))


def _shortened(cell: DrawnCell, columns: Sequence[float]) -> DrawnCell:
    widest = sum(sorted(columns)[-cell.cols :])
    most = int(1.5 * widest * _CHARACTERS * _LINES)
    if cell.square is None or len(cell.square.value) <= most:
        return cell
    return replace(cell, square=replace(cell.square, value=cell.square.value[:most]))


def breaks(grid: Grid, heights: Heights, page: float = PORTRAIT) -> list[int]:
    """The rows before which a new page begins; empty where everything fits on one.

    A row that is higher than a page flows over pages by itself; what follows it begins on a new one.
    """
    found: list[int] = []
    used = heights.above
    for row, height in enumerate(heights.rows):
        begun = found[-1] if found else 0
        if row and _is_full(row, used, heights, page) and (start := _start(grid, row)) > begun:
            found.append(start)
            used = sum(heights.rows[start:row]) + _repeated(grid, heights, start)
        used += height
    return found


def _is_full(row: int, used: float, heights: Heights, page: float) -> bool:
    """Whether ``row`` no longer stands on the page of which ``used`` is taken."""
    if heights.rows[row - 1] > page:
        return True
    is_last = row == len(heights.rows) - 1
    needed = heights.rows[row] + (heights.below if is_last else 0)
    return used + (needed if heights.rows[row] <= page else _ENOUGH) > page - _ROOM


def _start(grid: Grid, row: int) -> int:
    """The row to break before: heads that hold no square stay with the row under them."""
    while row and not any(cell.row == row - 1 and cell.box for cell in grid.cells):
        row -= 1
    return row


def _repeated(grid: Grid, heights: Heights, start: int) -> float:
    first, last = grid.list_rows
    return sum(heights.rows[row] for row in grid.head_rows) if first < start < last else 0
