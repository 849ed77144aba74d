"""The height of a form, guessed from its texts alone: where the guess is right, one layout is enough."""

import re
from collections.abc import Sequence
from math import ceil

from assessments.rendering.grid.drawables import DrawnCell, DrawnRow
from assessments.rendering.grid.markup import Table
from assessments.rendering.paper.feet import SealFoot
from assessments.rendering.paper.frame import PaperFrame
from assessments.rendering.paper.page_breaks import Heights
from assessments.rendering.paper.row_spacing import USUAL, Density

#: Millimetres: a point of type, and what a cell's padding and rule take of its width.
_POINT_SIZE, _PADDING = 25.4 / 72, 2.1
#: Millimetres of the lines around a table, as static/paper/paper.css and feet.css set them.
_ANNEX, _TITLE, _SUBTITLE, _UNIT, _NO_UNIT = 5.93, 10.48, 5.5, 6.82, 2
_FEET, _ROOM_FOR_A_SEAL, _LINE, _PICTURE = 2, 10, 5.93, 19
#: Millimetres: what a line of a foot has for its words, upright and beside a table that lies across, and their size.
_FOOT, _WIDE_FOOT, _FOOT_TYPE = 61, 150, 10.5 * _POINT_SIZE
#: Widths of characters that are no em wide, in ems; what begins no line, and what is not broken.
_DIGIT, _LETTER, _POINT = 0.557, 0.53, 0.27
_TAG = re.compile("<[^>]*>")
_CLOSING = "，。；：、！？）》”’％%,.;:!?)…—"


def guessed(frame: PaperFrame, table: Table, columns: Sequence[float], density: Density = USUAL) -> Heights:
    """The heights of ``table`` in a setting; ``columns`` are the widths of its columns in millimetres."""
    lines = _lines(table, columns, density.type * _POINT_SIZE)
    rows = [density.row(count) for count in lines]
    return Heights(_above(frame), rows, _below(frame))


def _above(frame: PaperFrame) -> float:
    heading = frame.heading
    unit = _UNIT if heading.left or heading.right else _NO_UNIT
    return _TITLE + unit + (_ANNEX if heading.annex else 0) + (_SUBTITLE if heading.subtitle else 0)


def _below(frame: PaperFrame) -> float:
    feet = frame.feet
    between = len(feet.names) * _LINE + (_PICTURE if feet.look_up else 0)
    left = _seal(feet.left, _WIDE_FOOT if frame.landscape else _FOOT)
    return _FEET + max(between, left, _seal(feet.right, _FOOT))


def _seal(foot: SealFoot | None, width: float) -> float:
    if foot is None:
        return 0
    above = sum(_called(line, width / _FOOT_TYPE) for line in foot.above)
    return _ROOM_FOR_A_SEAL + (above + 1 + len(foot.below)) * _LINE


def _called(line: str, room: float) -> int:
    """Lines of 审核单位：喀什地区财政局, whose name stands on a line of its own where both do not fit on one."""
    label, _colon, name = line.rpartition("：")
    if not label or sum(map(_width, line)) <= room:
        return _wrapped(line, room)
    return 1 + _wrapped(name, room)


def _lines(table: Table, columns: Sequence[float], type_size: float) -> list[int]:
    """Lines of text that make each row as high as it is; ``type_size`` in millimetres."""
    taken: dict[int, int] = {}
    return [_in_row(row, columns, taken, type_size) for row in (*table.head, *table.rows)]


def _in_row(row: DrawnRow, columns: Sequence[float], taken: dict[int, int], type_size: float) -> int:
    """Goes through a row from left to right; ``taken`` counts the rows that a cell above still spans, by column."""
    most, column = 1, 0
    cells = iter(row.cells)
    while column < len(columns):
        if taken.get(column):
            taken[column] -= 1
            column += 1
            continue
        cell = next(cells, None)
        if cell is None:
            break
        width = sum(columns[column : column + cell.cols]) - _PADDING
        for spanned in range(column, column + cell.cols):
            taken[spanned] = cell.rows - 1
        if cell.rows == 1:
            most = max(most, _count(cell, width / type_size))
        column += cell.cols
    return most


def _count(cell: DrawnCell, room: float) -> int:
    text = _TAG.sub("", cell.words) if cell.words is not None else cell.square.value if cell.square else ""
    return sum(_wrapped(paragraph, room) for paragraph in text.split("\n"))


def _wrapped(text: str, room: float) -> int:
    """Lines of ``text`` where a line has ``room`` ems."""
    lines, used = 1, 0.0
    for word in _words(text):
        wide = sum(map(_width, word))
        if used and used + wide > room + 0.01:
            lines, used = lines + 1, 0.0
        lines += max(0, ceil(wide / room) - 1)
        used += wide
    return lines


def _words(text: str) -> list[str]:
    """Pieces that no line breaks: a hanzi with the marks that close it, a number or word with its own."""
    words: list[str] = []
    for character in text:
        sticks = bool(words) and (character in _CLOSING or (words[-1][-1].isascii() and character.isascii()))
        if sticks:
            words[-1] += character
        else:
            words.append(character)
    return words


def _width(character: str) -> float:
    if not character.isascii():
        return 1
    return _DIGIT if character.isdigit() else _LETTER if character.isalpha() else 0.9 if character == "%" else _POINT
