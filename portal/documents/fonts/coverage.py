"""The characters that papers can be printed with: our typefaces', and those of free CJK fonts where installed.

Read from the fonts' own tables of characters (cmap, formats 4 and 12) when first asked. Another font of the system may
hold more; a paper that rests on it would look another on the next server, so it does not count.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from struct import unpack_from

from portal.documents.fonts import FOLDER

#: Characters beyond our own come from these, see docs/operations.md.
_INSTALLED = Path("/usr/share/fonts")
_MORE = ("opentype/noto/NotoSerifCJK-Regular.ttc", "opentype/noto/NotoSansCJK-Regular.ttc")
#: What needs no glyph: breaks, joins and variation selectors.
_UNDRAWN = r"\n\t\u200c\u200d\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"

Range = tuple[int, int]


def unprintable(text: str) -> list[tuple[int, str]]:
    """Place (from 0) and character of everything in ``text`` that no font of the papers holds."""
    return [(found.start(), found[0]) for found in _missing().finditer(text)]


@lru_cache(maxsize=1)
def _missing() -> re.Pattern[str]:
    fonts = [*sorted(FOLDER.glob("*.ttf")), *(path for name in _MORE if (path := _INSTALLED / name).is_file())]
    held = _merged(span for font in fonts for span in characters_of(font.read_bytes()))
    return re.compile(f"[^{_UNDRAWN}{''.join(f'{_escaped(first)}-{_escaped(last)}' for first, last in held)}]")


def _escaped(code: int) -> str:
    return f"\\U{code:08x}"


def _merged(spans: Iterator[Range]) -> list[Range]:
    merged: list[Range] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def characters_of(font: bytes) -> Iterator[Range]:
    """The ranges of code points that a TrueType or OpenType font (the first of a collection) has glyphs for."""
    (start,) = unpack_from(">L", font, 12) if font[:4] == b"ttcf" else (0,)
    (count,) = unpack_from(">H", font, start + 4)
    tables = (unpack_from(">4sLLL", font, start + 12 + 16 * number) for number in range(count))
    cmap = next(offset for tag, _sum, offset, _length in tables if tag == b"cmap")
    (count,) = unpack_from(">H", font, cmap + 2)
    for number in range(count):
        (offset,) = unpack_from(">L", font, cmap + 4 + 8 * number + 4)
        (kind,) = unpack_from(">H", font, cmap + offset)
        if kind == 4:
            yield from _segments(font, cmap + offset)
        elif kind == 12:
            yield from _groups(font, cmap + offset)


def _segments(font: bytes, table: int) -> Iterator[Range]:
    """Format 4; a range that leads nowhere by its glyph 0 is left out."""
    (doubled,) = unpack_from(">H", font, table + 6)
    half = f">{doubled // 2}H"
    ends, starts = unpack_from(half, font, table + 14), unpack_from(half, font, table + 16 + doubled)
    deltas = unpack_from(half, font, table + 16 + 2 * doubled)
    places = table + 16 + 3 * doubled
    offsets = unpack_from(half, font, places)
    for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            at = places + 2 * number + offsets[number] + 2 * (code - first)
            glyph = unpack_from(">H", font, at)[0] if offsets[number] else code + deltas[number]
            if glyph % 0x10000:
                yield code, code


def _groups(font: bytes, table: int) -> Iterator[Range]:
    """Format 12."""
    (count,) = unpack_from(">L", font, table + 12)
    for number in range(count):
        first, last, glyph = unpack_from(">LLL", font, table + 16 + 12 * number)
        yield (first + (glyph == 0), last)
