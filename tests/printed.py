"""Reading a printed official table back: where every cell stands on the page, and what is printed in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import pymupdf

_POINTS = 25.4 / 72
#: Millimetres that an edge may be off its column: the borders' own width.
_TOLERANCE = 0.8


@dataclass(frozen=True)
class Printed:
    """One cell on paper: its place in rows and columns from 0, and its text without blanks."""

    row: int
    col: int
    rows: int
    cols: int
    text: str


@dataclass(frozen=True)
class _Rectangle:
    left: float
    top: float
    right: float
    bottom: float


def pages_of(pdf: bytes) -> list[pymupdf.Page]:
    """The pages of a PDF."""
    return list(pymupdf.open(stream=pdf, filetype="pdf").pages())


def text_of(pdf: bytes) -> str:
    """Everything printed in the PDF, without blanks."""
    return bare("".join(page.get_text() for page in pages_of(pdf)))


def bare(text: str) -> str:
    """``text`` without blanks and line breaks."""
    return "".join(text.split())


def cells_on(page: pymupdf.Page, columns: Sequence[float], margin: float) -> list[Printed]:
    """The table on a page, cell by cell in reading order; ``columns`` and ``margin`` are millimetres.

    Fails where a cell's edge lies on no edge of a column.
    """
    rectangles, characters = _rectangles(page), _characters(page)
    edges = [margin, *(margin + width for width in accumulate(columns))]
    tops = _distinct([box.top for box in rectangles] + [box.bottom for box in rectangles])
    cells = []
    for box in rectangles:
        row, below = _nearest(tops, box.top), _nearest(tops, box.bottom)
        col, beyond = _column(edges, box.left), _column(edges, box.right)
        cells.append(Printed(row, col, below - row, beyond - col, _text_in(characters, box)))
    return sorted(cells, key=lambda cell: (cell.row, cell.col))


def _rectangles(page: pymupdf.Page) -> list[_Rectangle]:
    """The outer edges of all boxes with borders but the frame around them, in millimetres."""
    found: dict[tuple[int, ...], _Rectangle] = {}
    for drawing in page.get_drawings():
        rect = drawing["rect"] * _POINTS
        box = _Rectangle(rect.x0, rect.y0, rect.x1, rect.y1)
        found[tuple(round(edge * 5) for edge in (box.left, box.top, box.right, box.bottom))] = box
    boxes = list(found.values())
    frame = max(boxes, key=lambda box: (box.right - box.left) * (box.bottom - box.top))
    return [box for box in boxes if box is not frame]


def _distinct(edges: list[float]) -> list[float]:
    """The different edges, those within half a millimetre counted as one."""
    kept: list[float] = []
    for edge in sorted(edges):
        if not kept or edge - kept[-1] > 0.5:
            kept.append(edge)
    return kept


def _nearest(edges: Sequence[float], edge: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - edge))


def _column(edges: Sequence[float], edge: float) -> int:
    index = _nearest(edges, edge)
    assert abs(edges[index] - edge) < _TOLERANCE, f"{edge} mm is no edge of a column"
    return index


def _characters(page: pymupdf.Page) -> list[tuple[float, float, str]]:
    """Every character of the page, line by line, with the middle of its box in millimetres."""
    return [
        (
            (char["bbox"][0] + char["bbox"][2]) / 2 * _POINTS,
            (char["bbox"][1] + char["bbox"][3]) / 2 * _POINTS,
            char["c"],
        )
        for block in page.get_text("rawdict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        for char in span["chars"]
    ]


def _text_in(characters: list[tuple[float, float, str]], box: _Rectangle) -> str:
    """The characters whose middle lies in the box."""
    inside = (char for x, y, char in characters if box.left < x < box.right and box.top < y < box.bottom)
    return bare("".join(inside))
