"""Reading a printed official table back: where every cell stands on the page, and what is printed in it."""

import re
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


def words(html: str) -> str:
    """What print HTML says, without its markup."""
    return re.sub(r"<[^>]+>", "", html)


def bare(text: str) -> str:
    """``text`` without blanks and line breaks."""
    return "".join(text.split())


def cells_on(page: pymupdf.Page, columns: Sequence[float], margin: float) -> list[Printed]:
    """The table on a page, cell by cell in reading order, as its rules enclose them.

    ``columns`` and ``margin`` are millimetres. Fails where a rule stands on no edge of a column, where rules leave a
    cell open, and where a cell is no rectangle.
    """
    across, down = _rules(page)
    edges = [margin, *(margin + width for width in accumulate(columns))]
    tops = _distinct([rule.top for rule in across])
    for rule in down:
        _column(edges, rule.left)
    squares = [(row, col) for row in range(len(tops) - 1) for col in range(len(columns))]
    inside = {square: _middle(tops, edges, *square) for square in squares}
    groups = _grouped(squares, inside, [*across, *down])
    characters = _characters(page)
    return sorted((_cell(group, tops, edges, characters) for group in groups), key=lambda cell: (cell.row, cell.col))


def _rules(page: pymupdf.Page) -> tuple[list[_Rectangle], list[_Rectangle]]:
    """The lines across and down the page, in millimetres."""
    across: list[_Rectangle] = []
    down: list[_Rectangle] = []
    for drawing in page.get_drawings():
        for _kind, box, *_more in (item for item in drawing["items"] if item[0] == "re"):
            rect = box * _POINTS
            rule = _Rectangle(rect.x0, rect.y0, rect.x1, rect.y1)
            (across if rect.width > rect.height else down).append(rule)
    return across, down


def _middle(tops: Sequence[float], edges: Sequence[float], row: int, col: int) -> tuple[float, float]:
    return (edges[col] + edges[col + 1]) / 2, (tops[row] + tops[row + 1]) / 2


def _grouped(
    squares: list[tuple[int, int]],
    middles: dict[tuple[int, int], tuple[float, float]],
    rules: list[_Rectangle],
) -> list[list[tuple[int, int]]]:
    """The squares of the grid, those together that no rule divides."""
    group_of = {square: [square] for square in squares}
    for row, col in squares:
        for other in ((row, col + 1), (row + 1, col)):
            if other in middles and not _divided(middles[row, col], middles[other], rules):
                here, there = group_of[row, col], group_of[other]
                if here is not there:
                    here.extend(there)
                    group_of.update(dict.fromkeys(there, here))
    return list({id(group): group for group in group_of.values()}.values())


def _divided(one: tuple[float, float], other: tuple[float, float], rules: list[_Rectangle]) -> bool:
    """Whether a rule crosses the way between two points."""
    (left, top), (right, bottom) = one, other
    return any(
        rule.left <= right and rule.right >= left and rule.top <= bottom and rule.bottom >= top for rule in rules
    )


def _cell(
    group: list[tuple[int, int]],
    tops: Sequence[float],
    edges: Sequence[float],
    characters: list[tuple[float, float, str]],
) -> Printed:
    rows, cols = sorted({row for row, _ in group}), sorted({col for _, col in group})
    assert len(group) == len(rows) * len(cols), f"the squares {group} are no rectangle"
    box = _Rectangle(edges[cols[0]], tops[rows[0]], edges[cols[-1] + 1], tops[rows[-1] + 1])
    return Printed(rows[0], cols[0], len(rows), len(cols), _text_in(characters, box))


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
