"""Cleaning a text: NFC, nothing invisible, nothing that turns the order of signs around; what offices paste is mended.

Pure and idempotent. A join (U+200C, U+200D) stays between letters of scripts that are written with it, a variation
selector behind a character that has variants: there they change what is seen.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import is_normalized, normalize

#: Word's, WPS's and PowerPoint's own signs, by what they stand for. The bullets of their symbol fonts lie in the
#: private area, where no other font has them; further signs of those fonts mean different things in each, and stay.
_SPELLINGS = {
    "\n": "\x0b\x0c\x85\u2028\u2029",
    " ": "\xa0\u1680\u2000\u2001\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f",
    "-": "\x1e",
    "·": "\uf06c\uf06e\uf075\uf076\uf0a7\uf0b2\uf0b7\uf0d8\u2023\u2043\u204c\u204d\u2219\u25aa\u25ab\u25e6\u2756\u27a2",
    "✓": "\uf0fc",
}
_MENDED = {sign: spelling for spelling, signs in _SPELLINGS.items() for sign in signs}
_FOREIGN = re.compile(f"[{''.join(_MENDED)}]")
#: Controls, halves of characters, blanks without width, marks of direction, fillers, tags, and stand-ins for objects.
_INVISIBLE = (
    r"\x00-\x08\x0e-\x1d\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ud800-\udfff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_JOINED = r"\u0620-\u065f\u066e-\u06ef\u06fa-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc"
_VARIED = r"\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_JOINS, _SELECTORS, _MONGOLIAN = r"\u200c\u200d", r"\ufe00-\ufe0f\U000e0100-\U000e01ef", r"\u180b-\u180d\u180f"
_STRAY = re.compile(
    f"(?<![{_JOINED}])[{_JOINS}]|[{_JOINS}](?![{_JOINED}])|(?<![{_VARIED}])[{_SELECTORS}]"
    rf"|(?<![\u1820-\u18aa])[{_MONGOLIAN}]"
)
_SUSPECT = re.compile(f"[\r{''.join(_MENDED)}{_INVISIBLE}{_JOINS}{_SELECTORS}{_MONGOLIAN}]")
_BREAKS = re.compile(r"[\n\t]+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text as it may be stored, how many characters were ``removed`` from it, and how many ``mended``."""

    text: str
    removed: int = 0
    mended: int = 0


def clean(text: str) -> Cleaned:
    """``text`` as it may be stored; line breaks are LF."""
    if not _SUSPECT.search(text) and is_normalized("NFC", text):
        return Cleaned(text)
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    spelled, mended = _FOREIGN.subn(lambda found: _MENDED[found[0]], unix)
    seen, unseen = _UNSEEN.subn("", spelled)
    kept, stray = _STRAY.subn("", seen)
    return Cleaned(normalize("NFC", kept), unseen + stray, mended)


def clean_line(text: str) -> Cleaned:
    """The same for what is written in one line: the name of a person, a unit, an office."""
    found = clean(text)
    line, broken = _BREAKS.subn(" ", found.text)
    return Cleaned(line, found.removed, found.mended + broken) if broken else found


def _text_of(text: str) -> str:
    return clean(text).text


def clean_all(value: Any, one: Callable[[str], str] = _text_of) -> Any:
    """Every text in a JSON value cleaned by ``one``, names of keys too."""
    if isinstance(value, str):
        return one(value)
    if isinstance(value, Mapping):
        return {one(key): clean_all(item, one) for key, item in value.items()}
    return [clean_all(item, one) for item in value] if isinstance(value, list | tuple) else value
