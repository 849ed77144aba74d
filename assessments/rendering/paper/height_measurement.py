"""The heights of the rows of a table, measured on a page without end."""

from collections.abc import Sequence
from dataclasses import replace

from assessments.rendering.grid.drawables import DrawnRow
from assessments.rendering.grid.markup import Table
from assessments.rendering.paper.frame import PaperFrame
from assessments.rendering.paper.height_estimate import guessed
from assessments.rendering.paper.page_breaks import Heights, shortened
from assessments.rendering.paper.row_spacing import SMALL, USUAL, Density, is_foretold, loosest

#: A form that is foretold to be so many times as high as the page fits in no setting.
_HOPELESS = 1.25


def heights_of(frame: PaperFrame, table: Table, columns: Sequence[float], density: Density = USUAL) -> Heights:
    """The heights above ``table`` in ``frame``, of each of its rows, head rows first, and below.

    ``columns`` are the widths of the table's columns in millimetres.
    """
    from portal.documents.pdf import measure  # the engine is heavy: only workers load it

    head, rows = _named(table.head, columns, "head"), _named(table.rows, columns, "row")
    ids = [row.element_id for row in (*head, *rows)]
    found = measure(frame.written([replace(table, head=head, rows=rows)], density), [*ids, "feet"])
    return Heights(found[ids[0]].top, [found[name].height for name in ids], found["feet"].height)


def at_once(frame: PaperFrame, table: Table, columns: Sequence[float], page: float) -> str:
    """The print HTML of ``table`` in the loosest setting that leaves it on one page, by a single layout; "" where that
    cannot tell.

    The setting is guessed; the layout shows whether the guess was right, or which one is, and serves for printing.
    """
    from portal.documents.pdf import tried  # the engine is heavy: only workers load it

    guess = loosest(guessed(frame, table, columns), page)
    if guess is None or guess.type != USUAL.type:
        guess = loosest(guessed(frame, table, columns, SMALL[0]), page, SMALL[0])
    html = frame.written([table], guess) if guess else ""
    found = tried(html, "feet") if html else None
    if guess is None or found is None or not is_foretold(heights := Heights(*found), guess):
        return ""
    density = loosest(heights, page, guess)
    if density is None or density is SMALL[0] or density.type != guess.type:
        return ""  # type of another size may fit, which this layout cannot tell
    return html if density is guess else frame.written([table], density)


def line_lengths_of(frame: PaperFrame, table: Table, rows: Sequence[int]) -> dict[int, list[list[int]]]:
    """The breaks of texts in ``rows`` of ``table`` in the usual setting: characters a line, for each cell of a row."""
    from portal.documents.pdf import line_lengths  # the engine is heavy: only workers load it

    named = tuple(replace(row, element_id=f"row-{number}") for number, row in enumerate(table.rows))
    found = line_lengths(frame.written([replace(table, rows=named)]), [f"row-{row}" for row in rows])
    return {row: found[f"row-{row}"] for row in rows}


def on_one_page(
    frame: PaperFrame, table: Table, columns: Sequence[float], heights: Heights, page: float
) -> Density | None:
    """The loosest setting that leaves ``table`` on one page, ``page`` millimetres high; None where none does.

    ``heights`` are measured in the usual setting. Smaller type breaks texts into fewer lines, which only a look tells.
    """
    measured, density = USUAL, loosest(heights, page)
    if density is None and SMALL[-1].foretold(heights, USUAL).total > _HOPELESS * page:
        return None
    if density is None or density.type != USUAL.type:
        measured = density or SMALL[-1]
        heights = heights_of(frame, table, columns, measured)
        density = loosest(heights, page, measured)
    if density and (is_foretold(heights, measured) or heights_of(frame, table, columns, density).total <= page):
        return density
    return None


def _named(rows: Sequence[DrawnRow], columns: Sequence[float], name: str) -> tuple[DrawnRow, ...]:
    return tuple(replace(shortened(row, columns), element_id=f"{name}-{number}") for number, row in enumerate(rows))
