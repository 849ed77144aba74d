"""The heights of the parts of a page, and the breaks of their texts."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from portal.documents.pdf.engine import laid_out
from portal.documents.pdf.garbage import collected_at_the_end

#: Pages that nothing breaks on, as wide as those of static/paper/paper.css.
_ENDLESS = """
@page { size: 210mm 20000mm; margin-top: 0; margin-bottom: 0 }
@page landscape { size: 297mm 20000mm; margin-top: 0; margin-bottom: 0 }
"""
_MILLIMETRES = 25.4 / 96


class RowHeight(NamedTuple):
    """The beginning and the height of an element, in millimetres down its page."""

    top: float
    height: float


def measure(html: str, ids: Sequence[str]) -> dict[str, RowHeight]:
    """The places of the elements ``ids`` of ``html`` on a page without end, in millimetres; unknown ids left out."""
    with collected_at_the_end():
        anchors = laid_out(html, _ENDLESS).pages[0].anchors
    return {name: RowHeight(*_vertical(anchors[name])) for name in ids if name in anchors}


def line_lengths(html: str, ids: Sequence[str]) -> dict[str, list[list[int]]]:
    """The breaks of texts in the table rows ``ids``: for each cell the characters on its lines, blanks not counted."""
    from weasyprint.formatting_structure.boxes import TableCellBox

    with collected_at_the_end():
        boxes = laid_out(html, _ENDLESS).pages[0]._page_box.descendants()
        rows = {box.element.get("id"): box for box in boxes if box.element_tag == "tr" and box.element is not None}
        return {
            name: [_lengths(cell) for cell in rows[name].descendants() if isinstance(cell, TableCellBox)]
            for name in ids
        }


def _lengths(cell: Any) -> list[int]:
    from weasyprint.formatting_structure.boxes import LineBox, TextBox

    lines = (line for line in cell.descendants() if isinstance(line, LineBox))
    texts = ("".join(box.text for box in line.descendants() if isinstance(box, TextBox)) for line in lines)
    return [len("".join(text.split())) for text in texts]


def _vertical(rectangle: Sequence[float]) -> tuple[float, float]:
    _left, top, _right, bottom = rectangle
    return top * _MILLIMETRES, (bottom - top) * _MILLIMETRES
