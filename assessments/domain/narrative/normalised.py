"""A paragraph in one alphabet, without blanks and markup, that still knows where each of its characters stood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assessments.domain.measures.spelling import half_width

#: A tag or an entity of a pasted web page; 5<8 and a<b are none.
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,200}>|&(?:nbsp|emsp|ensp);")
_WORDLIKE = re.compile(r"[0-9A-Za-z]")


@dataclass(frozen=True, slots=True)
class Plain:
    """``text`` is what is read; ``origins[i]`` is where its character ``i`` stands in the ``paragraph``."""

    text: str
    origins: tuple[int, ...]
    paragraph: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place of ``text[start:end]`` in the paragraph."""
        if not start < end <= len(self.origins):
            return (0, 0)
        return self.origins[start], self.origins[end - 1] + 1

    def printed(self, start: int, end: int) -> str:
        """``text[start:end]`` as it stands in the paragraph."""
        first, last = self.span(start, end)
        return self.paragraph[first:last]


@lru_cache(maxsize=8192)
def _spelt(char: str) -> str:
    return "\n" if char in "\r\n" else half_width(char)


def _characters(paragraph: str) -> Iterator[tuple[int, str]]:
    position = 0
    for tag in _MARKUP.finditer(paragraph):
        yield from ((at, _spelt(paragraph[at])) for at in range(position, tag.start()))
        yield tag.start(), ""
        position = tag.end()
    yield from ((at, _spelt(paragraph[at])) for at in range(position, len(paragraph)))


def plain(paragraph: str) -> Plain:
    """``paragraph`` half-width and without blanks; a blank between two figures or Latin words stays one.

    Linear in the length of the text; never raises.
    """
    spelt = {ord(char): _spelt(char) for char in set(paragraph)}
    blanks = "".join(chr(code) for code, written in spelt.items() if not written)
    first, body = len(paragraph) - len(paragraph.lstrip(blanks)), paragraph.strip(blanks)
    if all(len(spelt[ord(char)]) == 1 for char in set(body)) and not _MARKUP.search(paragraph):
        return Plain(body.translate(spelt), tuple(range(first, first + len(body))), paragraph)
    return _piecewise(paragraph)


def _piecewise(paragraph: str) -> Plain:
    """The same, one character after the other: some are dropped within the text, or written as several."""
    chars: list[str] = []
    origins: list[int] = []
    blank_at: int | None = None
    for at, spelt in _characters(paragraph):
        if not spelt:
            blank_at = at
            continue
        if blank_at is not None and chars and _WORDLIKE.match(chars[-1]) and _WORDLIKE.match(spelt):
            chars.append(" ")
            origins.append(blank_at)
        blank_at = None
        chars.extend(spelt)
        origins.extend([at] * len(spelt))
    return Plain("".join(chars), tuple(origins), paragraph)
