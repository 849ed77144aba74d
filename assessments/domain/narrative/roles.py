"""What a figure is of its datum: what came about, a budget, what is expected, a target, a change."""

from enum import StrEnum


class Role(StrEnum):
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
BUDGETS = frozenset({Role.BUDGET, Role.INITIAL, Role.ADJUSTED})
#: What a budget is executed by.
OUTCOMES = frozenset({Role.ACTUAL, Role.EXPECTED})


def may_be_one(first: Role, second: Role) -> bool:
    """Whether two budgets are to be the same: an unlabelled one and that of 年初 are, an adjusted one stands alone."""
    return first is second or {first, second} == {Role.BUDGET, Role.INITIAL}
