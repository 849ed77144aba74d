"""The room that a text takes: Chinese characters are one em wide, letters and digits about half."""

from math import ceil
from unicodedata import east_asian_width

_HALF = 0.55


def width_in_ems(text: str) -> float:
    """The width of one line of ``text`` in ems."""
    return sum(1 if east_asian_width(char) in "WFA" else _HALF for char in text)


def line_count(text: str, ems: float) -> int:
    """On how many lines ``text`` stands in a column ``ems`` wide; at least one."""
    room = max(ems, 1)
    return sum(1 if len(line) <= room else ceil(width_in_ems(line) / room) for line in text.split("\n"))
