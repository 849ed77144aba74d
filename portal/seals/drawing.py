"""The picture of a demo seal: a ring, the unit's name along it, a star, and 样章 below."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from math import cos, pi, radians, sin

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from portal.seals.picture import SIDE, VERMILION, as_png, inked

MARK = "样章"
#: Drawn at this many times its size and scaled down, so that edges are smooth.
_FINER = 2
_RING = 14
_STAR_RADIUS, _STAR_RADIUS_OF_LONG = 78, 56
_MARK_HEIGHT, _MARK_CENTRE = 46, 142
#: The name's arc is open at the bottom, where the mark stands.
_WIDEST_ARC = 290
#: A line of so many characters can still be read; a longer name goes in two.
_LONGEST_LINE = 40
#: Glyphs on a seal are narrow rather than wide.
_NARROWEST, _TALLEST = 0.62, 62


@dataclass(frozen=True, slots=True)
class _Line:
    """Characters along one circle: ``radius`` to their middle, ``step`` degrees from each to the next."""

    text: str
    radius: float
    step: float
    height: float
    width: float


def demo_seal(unit_name: str) -> bytes:
    """A PNG of 480 × 480 pixels, vermilion on a transparent ground; names of up to 100 characters can be read."""
    side = SIDE * _FINER
    mask = Image.new("L", (side, side))
    pen = ImageDraw.Draw(mask)
    pen.ellipse((0, 0, side - 1, side - 1), outline=255, width=_RING * _FINER)
    lines = _lines("".join(unit_name.split()))
    pen.polygon(_star(_STAR_RADIUS if len(lines) == 1 else _STAR_RADIUS_OF_LONG), fill=255)
    for line in lines:
        _along(mask, line)
    _put_mark(mask)
    return as_png(inked(mask.resize((SIDE, SIDE), Image.Resampling.LANCZOS)))


def marked(picture: bytes) -> bytes:
    """Any picture of a seal (PNG) with 样章 where a demo seal has it, and nothing else in that place."""
    with Image.open(BytesIO(picture), formats=["PNG"]) as opened:
        seal = opened.convert("RGBA")
    ground = Image.new("RGBA", (SIDE, SIDE), (*VERMILION, 0))
    ground.paste(seal, ((SIDE - seal.width) // 2, (SIDE - seal.height) // 2))
    wide, high, middle = _MARK_HEIGHT * 1.5, _MARK_HEIGHT * 0.65, SIDE / 2
    free = [(middle - wide, middle + _MARK_CENTRE - high), (middle + wide, middle + _MARK_CENTRE + high)]
    ImageDraw.Draw(ground).rectangle(free, fill=(*VERMILION, 0))
    mask = Image.new("L", (SIDE * _FINER, SIDE * _FINER))
    _put_mark(mask)
    mask = mask.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    ground.paste(inked(mask), (0, 0), mask)
    return as_png(ground)


def _put_mark(mask: Image.Image) -> None:
    for number, character in enumerate(MARK):
        _put(mask, character, (_MARK_HEIGHT * 1.1, _MARK_HEIGHT), 0, (number - 0.5) * _MARK_HEIGHT * 1.3, _MARK_CENTRE)


def _lines(name: str) -> list[_Line]:
    outer = SIDE / 2 - _RING - 8
    if len(name) <= _LONGEST_LINE:
        return [_line(name, outer)]
    first = _line(name[: (len(name) * 11 + 19) // 20], outer)
    return [first, _line(name[len(first.text) :], outer - first.height - 5)]


def _line(text: str, outer: float) -> _Line:
    """As tall as fits: short names are large and close together, long ones small and all around."""
    height = float(_TALLEST)
    while height > 1:
        radius = outer - height / 2
        step = min(_WIDEST_ARC / max(len(text), 1), 1.45 * height / radius * 180 / pi)
        room = radians(step) * (radius - height / 2) * 0.96
        if room >= height * _NARROWEST:
            break
        height -= 1
    return _Line(text, radius, step, height, min(room, height))


def _along(mask: Image.Image, line: _Line) -> None:
    first = -line.step * (len(line.text) - 1) / 2
    for number, character in enumerate(line.text):
        turn = first + number * line.step
        across, down = line.radius * sin(radians(turn)), -line.radius * cos(radians(turn))
        _put(mask, character, (line.width, line.height), turn, across, down)


def _put(mask: Image.Image, character: str, size: tuple[float, float], turn: float, across: float, down: float) -> None:
    """One character of ``size``, turned clockwise by ``turn`` degrees, its middle ``across`` and ``down`` from ours."""
    tile = _glyph(character).resize((round(size[0] * _FINER), round(size[1] * _FINER)), Image.Resampling.LANCZOS)
    tile = tile.rotate(-turn, Image.Resampling.BICUBIC, expand=True)
    middle = SIDE * _FINER / 2
    left, top = round(middle + across * _FINER - tile.width / 2), round(middle + down * _FINER - tile.height / 2)
    mask.paste(255, (left, top), tile)


@cache
def _fonts() -> tuple[ImageFont.FreeTypeFont, ...]:
    return tuple(ImageFont.truetype(path, 200) for path in settings.SEAL_FONTS if path.exists())


def _glyph(character: str) -> Image.Image:
    """The character filling a square; from the first font that has it."""
    tile = Image.new("L", (200, 200))
    font = next((one for one in _fonts() if _has(one, character)), _fonts()[0])
    ImageDraw.Draw(tile).text((100, 100), character, font=font, fill=255, anchor="mm", stroke_width=3)
    return tile


def _has(font: ImageFont.FreeTypeFont, character: str) -> bool:
    return bytes(font.getmask(character)) != bytes(font.getmask("\ufffe"))


def _star(radius: float) -> Sequence[tuple[float, float]]:
    """Five points, the first one up; the inner corners lie where the lines between the points cross."""
    inner, middle = radius * 0.381966, SIDE * _FINER / 2
    corners = [(radius if number % 2 == 0 else inner, radians(36 * number)) for number in range(10)]
    return [(middle + far * _FINER * sin(turn), middle - far * _FINER * cos(turn)) for far, turn in corners]
