"""The breaks of a long table: heads repeat, the foot never stands alone, and no heads stand alone above a break."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assessments.rendering.grid.drawables import DrawnCell, DrawnRow
from assessments.sheets.contents import Box
from assessments.sheets.grid import Grid
from assessments.sheets.pages import Piece, split

#: The height of the type area in millimetres, of a page and of one laid across: A4 without the margins of
#: static/paper/paper.css.
PORTRAIT, LANDSCAPE = 297 - 15 - 16, 210 - 15 - 16
#: What measuring can be off by.
_ROOM = 0.5
#: The fewest lines of a text that stand on either side of a break.
_FEWEST = 3

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


@dataclass(frozen=True, slots=True)
class Texts:
    """The squares with texts of several lines: how many each has, and how high a line and a row's padding are."""

    lines: Mapping[str, int]
    line: float
    padding: float

    def keys(self, grid: Grid, row: int) -> dict[str, Piece]:
        """Those of these texts that stand in ``row`` alone, by the spelling of its key."""
        cells = (cell for cell in grid.cells if cell.row == row and cell.rows == 1)
        boxes = (cell.content for cell in cells if isinstance(cell.content, Box))
        pieces = {box.key: Piece.read(box.key) for box in boxes}
        return {key: piece for key, piece in pieces.items() if piece.key in self.lines}

    def count(self, piece: Piece) -> int:
        """The number of lines of the piece."""
        end = self.lines[piece.key]
        return max(0, min(end, end if piece.stop is None else piece.stop) - piece.start)

    def height(self, count: int) -> float:
        """The height of a row of so many lines."""
        return count * self.line + self.padding

    def fitting(self, room: float) -> int:
        """The number of lines that a row that is ``room`` high can have."""
        return max(0, int((room - self.padding) / self.line))


@dataclass(frozen=True, slots=True)
class _Overflow:
    """A ``row`` that needs more than the ``room`` left on its page.

    The new page begins before the row ``start`` and has ``fresh`` millimetres for ``row``. Where only heads stand above
    ``row`` on its page, a new page would be no roomier: ``start`` is the page's own first row, ``fresh`` is ``room``.
    """

    row: int
    needed: float
    room: float
    start: int
    fresh: float


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
    """The rows before which a new page begins; empty where everything fits on one."""
    return sorted({over.start for over in _overflows(grid, heights, page)} - {0})


def divided(grid: Grid, heights: Heights, texts: Texts, page: float = PORTRAIT) -> tuple[Grid, Heights]:
    """``grid`` with the rows that no page holds, or that would leave much of a page empty, split between lines."""
    while found := _split_place(grid, heights, texts, page):
        row, line = found
        keys = texts.keys(grid, row)
        grid = split(grid, row, line, keys)
        parts = [_height_of(grid, part, texts) for part in (row, row + 1)]
        heights = replace(heights, rows=[*heights.rows[:row], *parts, *heights.rows[row + 1 :]])
    return grid, heights


def _height_of(grid: Grid, row: int, texts: Texts) -> float:
    return texts.height(max(texts.count(piece) for piece in texts.keys(grid, row).values()))


def _split_place(grid: Grid, heights: Heights, texts: Texts, page: float) -> tuple[int, int] | None:
    """The first row to be split, and the line that begins its second part."""
    for over in _overflows(grid, heights, page):
        pieces = texts.keys(grid, over.row).values()
        count = max((texts.count(piece) for piece in pieces), default=0)
        rooms = [over.room] if over.needed <= over.fresh else [over.room, over.fresh]
        for room in rooms:
            lines = min(texts.fitting(room), count - _FEWEST)
            if lines >= _FEWEST:
                return over.row, next(iter(pieces)).start + lines
    return None


def _overflows(grid: Grid, heights: Heights, page: float) -> Iterator[_Overflow]:
    used, begun, limit = heights.above, 0, page - _ROOM
    for row, height in enumerate(heights.rows):
        needed = height + (heights.below if row == len(heights.rows) - 1 else 0)
        if used + needed > limit:
            start, room = _start(grid, row), limit - used
            if start > begun:
                used, begun = sum(heights.rows[start:row]) + _repeated(grid, heights, start), start
            yield _Overflow(row, needed, room, start, limit - used)
        used += height


def _start(grid: Grid, row: int) -> int:
    """The row to break before: heads that hold no square stay with the row under them."""
    while row and not any(cell.row == row - 1 and cell.box for cell in grid.cells):
        row -= 1
    return row


def _repeated(grid: Grid, heights: Heights, start: int) -> float:
    return sum(heights.rows[row] for row in grid.heads_above(start))
