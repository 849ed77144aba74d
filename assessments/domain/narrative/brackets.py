"""Brackets with their ends, and the figures between them; found once for a paragraph."""

from collections.abc import Sequence
from itertools import accumulate

from assessments.domain.narrative.tokens import Token
from assessments.domain.narrative.words import Sort


class Brackets:
    """The brackets of a paragraph's tokens, by index; a pair does not reach over the end of a sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._ends: dict[int, int] = {}
        self._figures = list(accumulate((token.sort is Sort.FIGURE for token in tokens), initial=0))
        opened: list[int] = []
        for index, token in enumerate(tokens):
            if token.sort is Sort.OPEN:
                opened.append(index)
            elif token.sort is Sort.CLOSE and opened:
                self._ends[opened.pop()] = index
            elif token.sort is Sort.STOP:
                opened = []

    def end(self, index: int) -> int | None:
        """The index of the bracket that closes the one at ``index``; None where none does."""
        return self._ends.get(index)

    def holds_figure(self, start: int, end: int) -> bool:
        """True if a figure stands between two brackets."""
        return self._figures[end] > self._figures[start]
