"""Unchanged papers are checked once in a process; of any other word, beside them too, the rules are asked anew."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from assessments.domain.computed import compute
from assessments.domain.consistency import RULE_SETS, Checked, check_dossier, check_once
from assessments.domain.dossier import Dossier
from assessments.domain.register import Register, RegisteredUnit
from tests.filings import BACHU, parcel, revised

PAPERS = replace(parcel(BACHU).dossier, register=Register((RegisteredUnit("巴楚县社会保险中心"),)))
SENT = replace(PAPERS, last_year=PAPERS)
FORM = PAPERS.filings[0]


def checked(papers: Dossier, rule_set: str = RULE_SETS[-1], *, forms: int = 1) -> Checked:
    """What is found in ``papers``, with the rules on one form for the first ``forms``."""
    computed = {number: compute(facts) for number, facts in enumerate(papers.filings[:forms])}
    found = check_once(papers, computed=computed, rule_set=rule_set)
    assert found == check_dossier(papers, computed=computed, rule_set=rule_set)
    return found


def test_the_same_words_are_checked_once() -> None:
    assert checked(SENT) is checked(deepcopy(SENT))


@pytest.mark.parametrize(
    "changed",
    [
        {"filings": (replace(FORM, squares={**FORM.squares, "executed.total": "1"}), *PAPERS.filings[1:])},
        {"filings": (revised(FORM, indicators=FORM.indicators[1:]), *PAPERS.filings[1:])},
        {"filings": (replace(FORM, imported=False), *PAPERS.filings[1:])},
        {"narratives": (replace(PAPERS.narratives[0], paragraphs=("2022年基金支出1万元。",)),)},
        {"narratives": ()},
        {"head": {}},
        {"last_year": None},
        {"last_year": replace(PAPERS, narratives=())},
        {"register": Register((RegisteredUnit("巴楚县医疗保障局"),))},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_other_words_are_checked_anew(changed: dict[str, Any]) -> None:
    assert checked(replace(SENT, **changed)) is not checked(SENT)


def test_what_two_forms_say_is_what_each_says_beside_the_other() -> None:
    """In whatever order they were asked for, and whatever was kept of one when both are."""
    other = replace(FORM, fund=None, squares={**FORM.squares, "executed.total": "7"})
    both = replace(SENT, filings=(FORM, other))
    first = checked(both, forms=1)
    assert checked(both, forms=2).findings != first.findings
    assert checked(replace(both, filings=(other, FORM)), forms=2).applied == first.applied


def test_other_rules_and_other_forms_are_asked_for_themselves() -> None:
    assert checked(SENT, RULE_SETS[0]) is not checked(SENT)
    assert checked(SENT, forms=0) is not checked(SENT)
