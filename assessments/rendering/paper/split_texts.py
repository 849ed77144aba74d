"""Long texts over several pages: which lines a text has, and what of it stands on one page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessments.rendering.grid.assembly import SquareMaker
from assessments.rendering.grid.drawables import Square
from assessments.sheets.contents import Box
from assessments.sheets.grid import Cell
from assessments.sheets.pages import Piece


@dataclass(frozen=True, slots=True)
class PieceDrawer:
    """Draws whole squares by ``drawer``, and of a text that was split the lines that its place calls for.

    ``lines`` are the lengths of each text's lines in characters, blanks not counted.
    """

    drawer: SquareMaker
    lines: Mapping[str, Sequence[int]]

    def __call__(self, cell: Cell, box: Box) -> Square:
        piece = Piece.read(box.key)
        square = self.drawer(cell, replace(box, key=piece.key))
        if piece.key == box.key:
            return square
        value = lines_of(square.value, self.lines[piece.key], piece)
        return replace(square, value=value, classes=f"{square.classes} part")


def lines_of(text: str, lengths: Sequence[int], piece: Piece) -> str:
    """The part of ``text``, whose lines have ``lengths`` characters apart from blanks, that belongs to ``piece``."""
    places = [place for place, character in enumerate(text) if not character.isspace()]
    first, last = sum(lengths[: piece.start]), sum(lengths[: piece.stop])
    return text[places[first] : places[last - 1] + 1] if first < last <= len(places) else ""
