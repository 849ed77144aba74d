"""The role of a figure in its datum: an outcome, a budget, an expectation, a target, a change."""

from enum import StrEnum


class ClaimRole(StrEnum):
    """A claim's role; UNSURE where the text leaves open whether a figure is a budget or an outcome."""

    ACTUAL = "actual"
    BUDGET = "budget"
    INITIAL = "initial_budget"
    ADJUSTED = "adjusted_budget"
    EXPECTED = "expected"
    RECEIVED = "received"
    TARGET = "target"
    UNSURE = "unsure"


#: Budgets of any label; 全年 is no label (V25).
BUDGETS = frozenset({ClaimRole.BUDGET, ClaimRole.INITIAL, ClaimRole.ADJUSTED})
#: What a budget is executed by.
OUTCOMES = frozenset({ClaimRole.ACTUAL, ClaimRole.EXPECTED})


def may_be_one(first: ClaimRole, second: ClaimRole) -> bool:
    """True if two budgets are to be the same: an unlabelled one and that of 年初 are, an adjusted one stands alone."""
    return first is second or {first, second} == {ClaimRole.BUDGET, ClaimRole.INITIAL}
