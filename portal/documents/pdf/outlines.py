"""Words as outlines: for what is drawn without a typeface in the file, as inside the appearance of a seal."""

from functools import lru_cache
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from portal.documents.fonts import FOLDER

_SONG = FOLDER / "JixiaoSong.ttf"

Point = tuple[float, float]


def outlined(text: str, *, size: float, middle: Point) -> bytes:
    """PDF operators that fill ``text`` in black Song type, ``size`` points high, its baseline centred on ``middle``.

    KeyError for a character that the typeface lacks.
    """
    font = _song()
    scale, glyphs, names = size / font["head"].unitsPerEm, font.getGlyphSet(), font.getBestCmap()
    wanted = [glyphs[names[ord(character)]] for character in text]
    left = middle[0] - sum(glyph.width for glyph in wanted) * scale / 2
    pen = _Pen(glyphs, left, middle[1], scale)
    for glyph in wanted:
        glyph.draw(pen)
        pen.left += glyph.width * scale
    return b"q 0 g " + " ".join(pen.operators).encode() + b" f Q"


class _Pen(BasePen):
    """Collects path operators in points."""

    def __init__(self, glyphs: Any, left: float, base: float, scale: float) -> None:
        super().__init__(glyphs)
        self.left, self.base, self.scale = left, base, scale
        self.operators: list[str] = []

    def _moveTo(self, point: Point) -> None:  # noqa: N802 - the library calls it so
        self._add("m", point)

    def _lineTo(self, point: Point) -> None:  # noqa: N802
        self._add("l", point)

    def _curveToOne(self, first: Point, second: Point, point: Point) -> None:  # noqa: N802
        self._add("c", first, second, point)

    def _closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def _add(self, operator: str, *points: Point) -> None:
        places = (f"{self.left + x * self.scale:.2f} {self.base + y * self.scale:.2f}" for x, y in points)
        self.operators.append(" ".join([*places, operator]))


@lru_cache(maxsize=1)
def _song() -> TTFont:
    return TTFont(_SONG, lazy=True)
