"""From keyboards to one alphabet: full-width forms, blanks and invisible characters.

Full compatibility normalisation is not used on purpose: it would turn ``10²`` into 102 and ``①`` into 1.
"""

import re
from functools import lru_cache

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPELLINGS = {
    "\u3000": " ",
    "\u00a0": " ",
    "\u202f": " ",
    "﹪": "%",
    "﹤": "<",
    "﹥": ">",
    "﹦": "=",
    "−": "-",
    "∶": ":",
    "╱": "/",
    "∕": "/",
    "·": "·",
    "•": "·",
    "㎡": "平方米",
}
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"

_TABLE: dict[int, int | str | None] = {
    **_FULL_WIDTH,
    **{ord(char): meant for char, meant in _SPELLINGS.items()},
    **{ord(char): None for char in _INVISIBLE},
}

_BLANKS = re.compile(r"\s+")
_NEVER_TYPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def half_width(text: str) -> str:
    """``text`` with full-width letters, digits and signs as ASCII, without invisible characters and margins."""
    return text.translate(_TABLE).strip()


@lru_cache(maxsize=2048)
def bare(text: str) -> str:
    """``text`` half-width and without blanks."""
    return _BLANKS.sub("", half_width(text))


def has_broken_characters(text: str) -> bool:
    """True if ``text`` holds control characters or half of a character, which no keyboard types."""
    return _NEVER_TYPED.search(text) is not None


def quoted(text: str) -> str:
    """``text`` short enough to be quoted in a sentence."""
    return text if len(text) <= 20 else f"{text[:20]}…"
