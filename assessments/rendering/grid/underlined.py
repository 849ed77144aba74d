"""The words of a square in which something is found, underlined where the square is only read."""

from collections.abc import Iterable
from itertools import groupby

from assessments.domain.consistency import Finding, Severity, Span
from assessments.rendering.grid.drawables import TonedPiece, words_id

_TONES = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.NOTICE: "note"}


def pieces_of(key: str, text: str, findings: Iterable[Finding]) -> tuple[TonedPiece, ...]:
    """``text`` of the square ``key`` in pieces that put together are ``text`` again; none where no words are found.

    Where findings overlap the shorter keeps its words and the longer what is left of its own.
    """
    found = [(item.span, _TONES[item.severity]) for item in findings if item.span and _is_in(item.span, text)]
    if not found:
        return ()
    marks: list[tuple[str, int]] = [("", -1)] * len(text)
    for span, tone in sorted(found, key=lambda each: each[0].start - each[0].end):
        marks[span.start : span.end] = [(tone, span.start)] * (span.end - span.start)
    runs = [list(run) for _mark, run in groupby(range(len(text)), key=marks.__getitem__)]
    first = {marks[run[0]]: run for run in reversed(runs)}
    return tuple(_piece(key, text[run[0] : run[-1] + 1], marks[run[0]], first[marks[run[0]]] is run) for run in runs)


def _is_in(span: Span, text: str) -> bool:
    """Whether the words are in this square, as it stands."""
    return span.narrative is None and 0 <= span.start < span.end <= len(text)


def _piece(key: str, text: str, mark: tuple[str, int], is_first: bool) -> TonedPiece:
    """Words that are torn apart by others carry their id once."""
    tone, start = mark
    return TonedPiece(text, tone, words_id(key, start) if tone and is_first else "")
