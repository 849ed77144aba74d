"""What a mistake in a paper is: which rule must find it, where, and what else may then be said."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.benchmarks.consistency.cases_papers import Case


@dataclass(frozen=True)
class Broken:
    """A mistake: found by any of ``rules`` at a place that begins with one of ``places``.

    ``beside`` are rules that rightly speak of the same mistake too.
    """

    rules: frozenset[str]
    places: tuple[str, ...]
    beside: frozenset[str]


#: Spoils a case in place; None where the case has nothing to spoil.
Breaker = Callable[[Random, Case], Broken | None]


def broken(rules: str, *places: str, beside: str = "") -> Broken:
    """A mistake at ``places``."""
    return Broken(frozenset(rules.split()), places, frozenset(beside.split()))


def swapped(text: str) -> str:
    """Two neighbouring digits exchanged, so that the figure is another one; the text itself where none differ."""
    for index in range(len(text) - 1):
        left, right = text[index], text[index + 1]
        if left.isdigit() and right.isdigit() and left != right and not (index == 0 and right == "0"):
            return f"{text[:index]}{right}{left}{text[index + 2 :]}"
    return text
