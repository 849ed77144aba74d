"""A phrasing: one way of stating figures, with the figures left open and named.

``{inc}`` is replaced by the fund's income as it is printed there, ``{w:inc|增加|减少}`` by the word that fits its
change since last year, ``{F}`` by a name of the fund. ``breaks`` says which printed figure may be spoilt, and by which
rules that must be found; ``whole`` marks phrasings about all funds together, ``form`` those whose figures also stand in
a form of the dossier.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrasing:
    """Words with open figures, and what may be spoilt in them."""

    text: str
    breaks: Mapping[str, frozenset[str]]
    whole: bool = False
    form: bool = False


def phrasing(
    text: str, *, whole: bool = False, form: bool = False, also: Mapping[str, str] | None = None, **breaks: str
) -> Phrasing:
    """A phrasing whose figure ``name`` may be spoilt: ``name="V01 V05"`` lists the rules any of which must find it.

    ``also`` does so for names that are no words of Python (``A.g_inc``).
    """
    found = {name: frozenset(rules.split()) for name, rules in {**breaks, **(also or {})}.items()}
    return Phrasing(text, found, whole, form)
