"""The rules of official tables: whole lines instead of a border on each side of every cell.

A rule is one filled rectangle, which viewers put on whole pixels: lines of one width look alike on every screen. The
engine's own borders are clipped cell by cell; they come out grey or black as they happen to fall, and take more room in
the file than the text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from portal.documents.pdf.objects import dereferenced, pages_of

#: The class of the tables that are ruled.
RULED = "sheet"
#: The widths of the outer frame and of the rules inside, in points.
FRAME, INSIDE = 0.75, 0.5
_PIXEL = 0.75
#: Ends that are nearer to each other than this, in points, meet.
_TOUCHING = 0.05

_Span = tuple[float, float]
#: Left, top, width and height in points from the top left of the page.
_Rectangle = tuple[float, float, float, float]


def draw_rules(document: Any, pdf: Any) -> None:
    """Rules every table of class :data:`RULED`, on each page that shows a part of it, around what is on that page."""
    for page, dictionary in zip(document.pages, pages_of(pdf), strict=True):
        rectangles = [rule for table in _tables(page) for rule in _rules(table)]
        if rectangles:
            operators = (f"{left:.2f} {top:.2f} {wide:.2f} {high:.2f} re f" for left, top, wide, high in rectangles)
            drawing = "\n".join(("/Artifact BMC q 0 g", *operators, "Q EMC"))
            dereferenced(pdf, dictionary["Contents"]).stream.append(drawing)


def _tables(page: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure.boxes import TableBox

    for box in page._page_box.descendants():
        if isinstance(box, TableBox) and RULED in box.element.get("class", "").split():
            yield box


def _rules(table: Any) -> Iterator[_Rectangle]:
    from weasyprint.formatting_structure.boxes import TableCellBox

    across: defaultdict[float, list[_Span]] = defaultdict(list)
    down: defaultdict[float, list[_Span]] = defaultdict(list)
    for cell in table.descendants():
        if isinstance(cell, TableCellBox):
            left, right = _edges(cell.border_box_x(), cell.border_width())
            top, bottom = _edges(cell.border_box_y(), cell.border_height())
            for y in (top, bottom):
                across[y].append((left, right))
            for x in (left, right):
                down[x].append((top, bottom))
    for y, left, right, width in _lines(across):
        yield left, y - width / 2, right - left, width
    for x, top, bottom, width in _lines(down):
        yield x - width / 2, top, width, bottom - top


def _edges(start: float, length: float) -> _Span:
    return round(start * _PIXEL, 2), round((start + length) * _PIXEL, 2)


def _lines(spans: dict[float, list[_Span]]) -> Iterator[tuple[float, float, float, float]]:
    """Where each line stands, its start and end, and how wide it is; the frame's corners are closed."""
    outer = {min(spans, default=None), max(spans, default=None)}
    for place, parts in spans.items():
        width = FRAME if place in outer else INSIDE
        reach = FRAME / 2 if place in outer else 0
        for start, end in _joined(parts):
            yield place, start - reach, end + reach, width


def _joined(spans: Iterable[_Span]) -> Iterator[_Span]:
    first, *rest = sorted(spans)
    start, end = first
    for other, stop in rest:
        if other > end + _TOUCHING:
            yield start, end
            start = other
        end = max(end, stop)
    yield start, end
