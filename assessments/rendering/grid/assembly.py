"""From a grid to the rows of cells that are written out as HTML; it knows no filing, only places."""

from collections.abc import Callable
from functools import lru_cache

from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from assessments.rendering.grid.column_widths import width_class
from assessments.rendering.grid.drawables import DrawnCell, DrawnRow, Gutter, Mode, Square
from assessments.rendering.grid.markup import Table
from assessments.rendering.grid.unbroken import name_in
from assessments.sheets.contents import Box, Label, LabelRole, SquareKind
from assessments.sheets.edition import Edition
from assessments.sheets.grid import Cell, Grid
from assessments.sheets.headings import Heading

#: Draws a square; the cell says where it stands and how large it is.
SquareMaker = Callable[[Cell, Box], Square]
#: Draws what stands beside a list row, from its reference and its number.
GutterMaker = Callable[[str, int], Gutter | None]

#: The class and the scope of a printed word; without a scope it heads nothing.
_LABELS = {
    LabelRole.SECTION: ("sec", "rowgroup"),
    LabelRole.COLUMN: ("col", "col"),
    LabelRole.ROW: ("for", "row"),
    LabelRole.BLANK: ("blank", ""),
    LabelRole.NOTHING: ("none", ""),
}


def assemble(
    sheet: Edition,
    grid: Grid,
    *,
    mode: Mode,
    caption: str,
    heading: Heading | None,
    square_of: SquareMaker,
    gutter_of: GutterMaker | None = None,
) -> Table:
    """The drawable table of ``grid``.

    Head rows become a ``thead``, which repeats on every printed page, where the table begins with them and no cell
    reaches below them.
    """
    rows, open_lists = [], _open_lists(sheet, grid) if mode is Mode.EDIT else {}
    for index, cells in enumerate(grid.rows()):
        ref, list_name = grid.refs[index], open_lists.get(index, "")
        number = next((cell.box.row_no for cell in cells if cell.box and cell.box.row_no), 0)
        gutter = gutter_of(ref, number) if gutter_of and number else None
        drawn = tuple(_drawn(cell, grid, mode, square_of, gutter) for cell in cells)
        rows.append(DrawnRow(drawn, ref, list_name))
    heads = _leading_heads(grid)
    return Table(
        edition=sheet.code,
        caption=caption,
        mode=mode,
        columns=tuple(width_class(width) for width in grid.columns),
        head=tuple(rows[:heads]),
        rows=tuple(rows[heads:]),
        heading=heading,
    )


def _open_lists(sheet: Edition, grid: Grid) -> dict[int, str]:
    """The list that each row of the table belongs to, where people may add rows to it."""
    bodies = zip(sheet.lists, grid.lists(), strict=False)
    return {row: name for name, body in bodies if name not in sheet.codes for row in range(*body)}


def _leading_heads(grid: Grid) -> int:
    heads = len(grid.head_rows)
    reach_below = any(cell.row < heads < cell.row + cell.rows for cell in grid.cells)
    return heads if grid.head_rows == tuple(range(heads)) and not reach_below else 0


def _drawn(cell: Cell, grid: Grid, mode: Mode, square_of: SquareMaker, gutter: Gutter | None) -> DrawnCell:
    if isinstance(cell.content, Label):
        name, scope = _LABELS[cell.content.role]
        return DrawnCell("th" if scope else "td", name, cell.rows, cell.cols, scope, words(cell.content.text))
    square = square_of(cell, cell.content)
    shown = words(square.value) if cell.content.kind is SquareKind.LEVEL else None
    if mode is Mode.PRINT and shown is None:
        shown = name_in(square.value, sum(grid.columns[cell.col : cell.col + cell.cols]))
    is_last = cell.col + cell.cols == len(grid.columns)
    return DrawnCell(
        "td", square.classes, cell.rows, cell.cols, words=shown, square=square, gutter=gutter if is_last else None
    )


@lru_cache(maxsize=1024)
def words(text: str) -> SafeString:
    """A label as HTML: its own line breaks, and 指标 never torn apart in a narrow cell."""
    return format_html_join(mark_safe("<br>"), "{}", ((_unbroken(line),) for line in text.split("\n")))


def _unbroken(line: str) -> SafeString:
    stem = line.removesuffix("指标")
    kept = '<span class="nb">指标</span>' if stem != line and stem else line[len(stem) :]
    return mark_safe(f"{escape(stem)}{kept}")  # noqa: S308 - escaped here, the rest is constant
