"""Every rule has its part of the rubric, or is said to have none."""

import pytest

from assessments.domain.consistency import RULES, Finding, Severity
from assessments.domain.wording import Message
from reviews.domain.rubric import Part
from reviews.domain.rule_parts import ABOUT_ANY_FIGURE, PART_OF, part_of

_SAID = Message("")


def _at(rule: str, where: str) -> Part | None:
    return part_of(Finding(rule, Severity.ERROR, where, _SAID, _SAID, _SAID))


def test_every_rule_on_filings_has_its_place() -> None:
    assert set(PART_OF) == {rule.id for rule in RULES}
    assert set(PART_OF) >= ABOUT_ANY_FIGURE


@pytest.mark.parametrize(
    ("rule", "where", "part"),
    [
        ("V01", "execution_rate", Part.BUDGET_EXECUTION),
        ("V01", "narrative[3]", Part.BUDGET_EXECUTION),
        ("V01", "indicators[7].completion_rate", Part.GOAL_COMPLETION),
        ("V03", "indicators[7].actual", Part.BUDGET_EXECUTION),
        ("V07", "indicators[7].actual", Part.GOAL_COMPLETION),
        ("V08", "indicators[7].actual", Part.DEVIATION_RESPONSE),
        ("V28", "deviation_and_measures", Part.DEVIATION_RESPONSE),
        ("V16", "reporting_unit", None),
        ("V98", "anywhere", None),
    ],
)
def test_a_finding_belongs_to_what_it_is_about(rule: str, where: str, part: Part | None) -> None:
    assert _at(rule, where) is part
