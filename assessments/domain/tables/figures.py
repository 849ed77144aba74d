"""Figures as budget tables print them: separators, a minus in three spellings, a dash for nothing."""

import re

from assessments.domain.measures import Kind, Measure, read_amount
from assessments.domain.measures.blanks import is_nothing
from assessments.domain.measures.spelling import bare

_IN_BRACKETS = re.compile(r"[(（]([0-9][0-9.,]*)[)）]")
_TRIANGLE = re.compile(r"[△▲▽]([0-9].*)")


def read_figure(text: str, unit: str) -> Measure:
    """A cell of amounts in ``unit``; a dash is BLANK, ``(5)`` and ``△5`` are −5. Never raises."""
    if is_nothing(text):
        return Measure(text, Kind.BLANK)
    plain = bare(text) if len(text) <= 60 else text
    negative = _IN_BRACKETS.fullmatch(plain) or _TRIANGLE.fullmatch(plain)
    return read_amount(f"-{negative[1]}" if negative else plain, unit, allow_negative=True)
