"""The characters that the typefaces hold."""

from collections.abc import Iterable

from portal.documents.fonts import FOLDER

#: The rest of 通用规范汉字表 (2013): what a person may be named with and GB 2312 does not hold.
_STANDARD = FOLDER / "standard_characters.txt"
_ASCII = range(0x20, 0x7F)
_LATIN_1 = range(0xA0, 0x100)
#: Blanks, hyphens, small figures, and marks of units and choices that the Chinese standards do not hold.
_MORE = "\u2002\u2003\u2010\u2011\u2012\u2013\u2022\u2027\u2212⁴™Ω㎥✓€⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
#: In GBK's rows of symbols, but drawn by none of the sources.
_UNDRAWN = "\u2252"


def gb2312() -> frozenset[str]:
    """GB 2312: 6763 hanzi and 682 other characters."""
    return frozenset(_decoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)))


def symbols() -> frozenset[str]:
    """ASCII, Latin-1, and every character of GBK that is no hanzi (full-width forms, ①, ㈠, ≥, ㎡, box drawing)."""
    found = {*_decoded("gbk", range(0xA1, 0xAA), range(0x40, 0xFF)), *_MORE, *map(chr, _ASCII), *map(chr, _LATIN_1)}
    return frozenset(character for character in found if character not in _UNDRAWN)


def ascii_characters() -> frozenset[str]:
    """The printable characters of ASCII."""
    return frozenset(map(chr, _ASCII))


def rest_of_standard() -> frozenset[str]:
    """The 1467 characters of 通用规范汉字表 that GB 2312 does not hold."""
    return frozenset(_STANDARD.read_text(encoding="utf-8").replace("\n", ""))


def _decoded(codec: str, leading: Iterable[int], trailing: Iterable[int]) -> Iterable[str]:
    trailing = tuple(trailing)
    for pair in (bytes((first, second)) for first in leading for second in trailing):
        character = pair.decode(codec, errors="ignore")
        if len(character) == 1 and character > "\x7f":
            yield character
