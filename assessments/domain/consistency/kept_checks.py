"""The findings in papers of the same words, kept within a bound: what nobody changed need not be checked again.

What all papers together say is kept beside what each form says by itself, so that after a change in one of them the
others are not asked once more. Papers of the same words have the same findings: none is ever stale.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from assessments.domain.bounded_cache import Kept
from assessments.domain.computed import Computed
from assessments.domain.consistency.engine import (
    Checked,
    Found,
    found_alone,
    found_together,
    in_order,
    placed,
    rules_on_forms,
)
from assessments.domain.dossier import Dossier

#: Findings that a process keeps, of either kind (at most two thousand bytes each): those of some fifty units at work.
_MOST = 2_500
#: What the rest of a result takes, counted as findings.
_BESIDE = 4
_checked: Kept[bytes, Checked] = Kept(_MOST)
_found: Kept[bytes, tuple[Found, ...]] = Kept(_MOST)


def check_once(dossier: Dossier, *, computed: Mapping[int, Computed], rule_set: str) -> Checked:
    """The findings of :func:`check_dossier`."""
    words = repr(dossier)
    key = _digest(words, sorted(computed), rule_set)
    checked = _checked.get(key)
    if checked is None:
        together = _once(_digest(words, rule_set), partial(found_together, dossier, rule_set))
        checked = in_order(dossier, (*together, *_alone(dossier, computed, rule_set)), rule_set)
        _checked.put(key, checked, weight=_BESIDE + len(checked.findings))
    return checked


def _alone(dossier: Dossier, computed: Mapping[int, Computed], rule_set: str) -> Iterator[Found]:
    rules = rules_on_forms(dossier, rule_set)
    for number, facts in enumerate(dossier.filings):
        if number in computed:
            key, results = _digest(facts, sorted(rules), rule_set), computed[number]
            yield from placed(dossier, number, _once(key, partial(found_alone, facts, results, rules)))


def _once(key: bytes, find: Callable[[], Iterable[Found]]) -> tuple[Found, ...]:
    found = _found.get(key)
    if found is None:
        found = tuple(find())
        _found.put(key, found, weight=_BESIDE + len(found))
    return found


def _digest(*asked: object) -> bytes:
    return hashlib.sha256(repr(asked).encode()).digest()
