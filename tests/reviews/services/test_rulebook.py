"""The rulebook says of each example what the rules say of it."""

from assessments.domain.consistency import RULE_SETS, RULES, rules_of
from assessments.domain.consistency.examples import Given
from assessments.domain.consistency.rule_sets import WHAT_EACH_HOLDS
from reviews.domain.sheet_rules import SHEET_RULES
from reviews.services.rulebook import chapters, said_of


def _given(sort: str) -> list[tuple[str, int]]:
    """Each rule and how much it says of its example."""
    found: list[tuple[str, int]] = []
    for rule in (*RULES, *SHEET_RULES):
        assert rule.example is not None
        given: Given = getattr(rule.example, sort)
        found.append((f"{rule.id} {rule.compares}", len(said_of(rule, given))))
    return found


def test_every_part_says_something_of_the_example_that_fails_and_nothing_of_the_one_that_passes() -> None:
    assert [name for name, said in _given("passes") if said] == []
    assert [name for name, said in _given("fails") if not said] == []


def test_what_is_said_is_reckoned_from_the_example() -> None:
    rates = next(chapter for chapter in chapters() if chapter.id == "V01").entries[2]
    (found,) = rates.found
    assert str(found.message) == "文中写“完成预算的98.47%”，10471 ÷ 10526 = 99.48%"
    assert (str(found.arithmetic), found.expected) == ("10471 ÷ 10526", "99.48%")


def test_every_set_holds_the_rules_that_the_book_says_came_with_it_or_before() -> None:
    since = [entry.since for chapter in chapters() for entry in chapter.entries]
    for number, rule_set in enumerate(RULE_SETS):
        held = sum(since.count(earlier) for earlier in RULE_SETS[: number + 1])
        assert held == len(rules_of(rule_set)) + len(SHEET_RULES)


def test_every_set_says_what_it_holds() -> None:
    assert tuple(WHAT_EACH_HOLDS) == RULE_SETS
