"""What the rules find of mistakes in forms, sheets, budget and target tables, and what they say of true ones.

The papers are made up (``cases_papers``, ``later_forms``, ``layouts_papers``), true in every figure, in many spellings;
then one mistake of a rule's own kind is made in each. ``./bin/bench tests/benchmarks/consistency/test_papers.py``
prints recall and precision of every rule, and what is said that is not so. ``docs/recall.md`` holds the figures.
"""

from collections.abc import Callable
from random import Random

import pytest

from tests.benchmarks.consistency.cases_papers import SORTS, Case
from tests.benchmarks.consistency.later_forms import LATER
from tests.benchmarks.consistency.layouts_papers import LAYOUTS
from tests.benchmarks.consistency.measuring_papers import Score, said_of, spoil_layouts, spoil_papers, true_papers
from tests.benchmarks.rounds import rounds

_ROUNDS = rounds(6, least=2)
_TRUE = rounds(30, least=10)
#: Of the mistakes of one kind at least so much is found; of what a rule says at least so much is so.
LEAST_RECALL, LEAST_PRECISION = 0.9, 0.95


def test_every_kind_of_mistake_is_found() -> None:
    score = spoil_papers(_ROUNDS)
    _print(score)
    assert min(score.recall(rule) for rule in score.spoilt) >= LEAST_RECALL
    assert min(score.precision(rule) for rule in score.spoilt) >= LEAST_PRECISION


def test_mistakes_in_other_layouts_are_found() -> None:
    score = spoil_layouts(_ROUNDS)
    _print(score)
    assert min(score.recall(rule) for rule in score.spoilt) >= LEAST_RECALL
    assert min(score.precision(rule) for rule in score.spoilt) >= LEAST_PRECISION


@pytest.mark.parametrize("sort", SORTS)
def test_true_papers_hold_no_error(sort: str) -> None:
    _print_true(sort, score := true_papers(_TRUE, sort))
    assert (score.wrong["error"], score.wrong["warning"]) == (0, 0)


@pytest.mark.parametrize("make", [*LATER, *LAYOUTS], ids=lambda make: make.__name__)
def test_papers_of_other_shapes_hold_no_error(make: Callable[[Random], Case]) -> None:
    _print_true(make.__name__, score := said_of(_TRUE, make, f"1-{make.__name__}"))
    assert (score.wrong["error"], score.wrong["warning"]) == (0, 0)


def _print(score: Score) -> None:
    print()
    for rule in sorted(score.spoilt):
        found = f"recall {score.recall(rule):.1%} of {score.spoilt[rule]}"
        print(f"  {rule}: {found}, precision {score.precision(rule):.1%} ({score.wrong[rule]} that are not so)")
    for name, cases in score.missed.items():
        print(f"  missed {len(cases)}: {name} | {cases[0]}")
    for rule, lines in sorted(score.said.items()):
        print(f"  said {len(lines)} of {rule}: {lines[0]}")


def _print_true(name: str, score: Score) -> None:
    print(f"\n{name}: {score.wrong['error'] / _TRUE:.3f} errors in a true dossier, {dict(score.wrong)}")
    for rule, lines in score.said.items():
        print(f"  said {len(lines)} of {rule}: {lines[0]}")
