"""Builds the typefaces from Debian's free fonts: ``python -m portal.documents.fonts.build [FOLDER …]``, about a minute.

Outlines become TrueType's, because the sources' own kind of outlines is drawn wrongly by some readers once a PDF holds
a part of them. Looks for the sources under /usr/share and under every FOLDER (packages that were only unpacked). The
same sources give the same bytes.
"""

import hashlib
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from portal.documents.fonts import FOLDER, MANIFEST
from portal.documents.fonts.typefaces import TYPEFACES, Source, Typeface

VERSION = "1.000"
EM = 1000
#: Units by which a curve may leave the source's: a 1000th of the type's size.
TOLERANCE = 1.0
#: Seconds since 1904: 2026-01-01, so that a font does not change with the day on which it was built.
_BUILT = 3_850_070_400
_SYSTEM = Path("/usr/share")
_DASHES = "—―"
_NOTDEF = ".notdef"
_CHINESE = 0x804


@dataclass(frozen=True, slots=True)
class Drawn:
    """The characters of one typeface by their glyphs' names: outlines, and advance width with left bearing."""

    glyphs: Mapping[str, Any]
    widths: Mapping[str, tuple[int, int]]
    characters: Mapping[int, str]


def main(arguments: Iterable[str]) -> int:
    """Builds all typefaces and the manifest; 1 where a source is missing."""
    folders = [_SYSTEM, *map(Path, arguments)]
    found = [(typeface, find(typeface.source, folders)) for typeface in TYPEFACES]
    missing = sorted({typeface.source.package for typeface, path in found if path is None})
    if missing:
        sys.stderr.write(f"Sources are missing; install them (Debian: apt-get install {' '.join(missing)}),\n")
        sys.stderr.write("or unpack them (dpkg -x) and name the folder.\n")
        return 1
    for typeface, path in found:
        assert path
        build(typeface, path).save(FOLDER / typeface.filename)
    lines = (f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(FOLDER.glob("*.ttf")))
    MANIFEST.write_text("".join(lines))
    return 0


def find(source: Source, folders: Iterable[Path]) -> Path | None:
    """The source's file in or below one of ``folders``, or None."""
    return next((path for folder in folders for path in sorted(folder.rglob(source.file))), None)


def build(typeface: Typeface, path: Path) -> TTFont:
    """The finished font; ValueError names the characters that its source does not draw."""
    source = TTFont(path, fontNumber=typeface.source.face, lazy=True)
    drawn = draw(source, typeface)
    if undrawn := typeface.required - {chr(code) for code in drawn.characters}:
        raise ValueError(f"{path} does not draw {''.join(sorted(undrawn))}")
    ascent = round(_middle_of_hanzi(drawn)) + EM // 2
    builder = FontBuilder(EM, isTTF=True)
    builder.font.recalcTimestamp = False
    builder.setupGlyphOrder(list(drawn.glyphs))
    builder.setupCharacterMap(dict(drawn.characters))
    builder.setupGlyf(dict(drawn.glyphs))
    builder.setupHorizontalMetrics(dict(drawn.widths))
    builder.setupHorizontalHeader(ascent=ascent, descent=ascent - EM, lineGap=0)
    builder.setupNameTable({})
    _name(builder.font["name"], typeface, source["name"])
    builder.setupOS2(**_metrics(source, ascent))
    _describe(builder.font)
    builder.setupPost(keepGlyphNames=False, underlinePosition=-75, underlineThickness=50)
    builder.updateHead(created=_BUILT, modified=_BUILT, fontRevision=float(VERSION))
    return builder.font


def draw(source: TTFont, typeface: Typeface) -> Drawn:
    """Every wanted character that ``source`` has an outline for, as quadratic curves."""
    known, outlines = source.getBestCmap(), source.getGlyphSet()
    glyphs, widths, characters = {}, {}, {}
    glyphs[_NOTDEF], widths[_NOTDEF] = _drawn(outlines, _NOTDEF)
    for character in sorted(typeface.required | typeface.wanted):
        original = known.get(ord(typeface.drawn_as.get(character, character)))
        if original is not None:
            name = f"u{ord(character):04X}"
            glyphs[name], widths[name] = _drawn(outlines, original, is_dash=character in _DASHES)
            characters[ord(character)] = name
    return Drawn(glyphs, widths, characters)


def _drawn(outlines: Any, original: str, *, is_dash: bool = False) -> tuple[Any, tuple[int, int]]:
    """One glyph with its width and bearing; a dash fills its em, so that two of them join (——)."""
    pen = TTGlyphPen(None)
    target: Any = Cu2QuPen(pen, TOLERANCE, reverse_direction=True)
    outline = outlines[original]
    if is_dash:
        left, _, right, _ = _bounds(outlines, original)
        stretch = EM / (right - left)
        target = TransformPen(target, (stretch, 0, 0, 1, -left * stretch, 0))
    outline.draw(target)
    glyph = pen.glyph()
    glyph.recalcBounds(None)
    return glyph, (round(outline.width), glyph.xMin if glyph.numberOfContours else 0)


def _bounds(outlines: Any, name: str) -> tuple[float, float, float, float]:
    pen = BoundsPen(outlines)
    outlines[name].draw(pen)
    return pen.bounds or (0, 0, EM, 0)


def _middle_of_hanzi(drawn: Drawn) -> float:
    """How high above the base line the middle of a hanzi lies: lines are as high as the type, centred on it."""
    hanzi = (drawn.glyphs[name] for code, name in drawn.characters.items() if 0x4E00 <= code <= 0x9FFF)
    return fmean((glyph.yMin + glyph.yMax) / 2 for glyph in hanzi)


def _metrics(source: TTFont, ascent: int) -> dict[str, Any]:
    given = source["OS/2"]
    copied = ("sxHeight", "sCapHeight", "yStrikeoutPosition", "yStrikeoutSize", "panose")
    return {name: getattr(given, name) for name in copied} | {
        "version": 4,
        "fsType": 0,
        "fsSelection": 1 << 6 | 1 << 7,  # regular; the typographic measures count
        "usWeightClass": 400,
        "achVendID": "JXZB",
        "sTypoAscender": ascent,
        "sTypoDescender": ascent - EM,
        "sTypoLineGap": 0,
        "usWinAscent": ascent,
        "usWinDescent": EM - ascent,
        "usBreakChar": 0x20,
    }


def _describe(font: TTFont) -> None:
    """Says which scripts the font covers, as far as its characters tell."""
    table = font["OS/2"]
    table.recalcUnicodeRanges(font)
    table.recalcCodePageRanges(font)
    table.recalcAvgCharWidth(font)
    table.updateFirstAndLastCharIndex(font)


def _name(table: Any, typeface: Typeface, source: Any) -> None:
    origin = f"{source.getDebugName(4)}, {source.getDebugName(5)}"
    postscript = f"{Path(typeface.filename).stem}-Regular"
    english = {
        0: source.getDebugName(0),
        1: typeface.family,
        2: "Regular",
        3: f"{VERSION};{postscript}",
        4: typeface.family,
        5: f"Version {VERSION}",
        6: postscript,
        10: f"A modified version of {origin}: fewer characters, TrueType outlines, another name.",
        13: typeface.licence,
        14: typeface.licence_url,
    }
    for number, text in english.items():
        table.setName(text, number, 3, 1, 0x409)
    for number in (1, 4):
        table.setName(typeface.chinese, number, 3, 1, _CHINESE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
