"""To which part of the rubric a finding belongs, so that the reviewer reads it beside the points (forms.md §4, §5).

A finding changes no points by itself; what the proposal takes off stands in :mod:`reviews.domain.proposal`.
"""

from assessments.domain.consistency import Finding
from reviews.domain.rubric import Part

#: Every rule by its part; None for rules on names and the outside of a paper, which no part judges.
PART_OF: dict[str, Part | None] = {
    "V00": Part.BUDGET_EXECUTION,
    "V01": Part.BUDGET_EXECUTION,
    "V02": Part.BUDGET_EXECUTION,
    "V03": Part.BUDGET_EXECUTION,
    "V04": Part.BUDGET_EXECUTION,
    "V05": Part.BUDGET_EXECUTION,
    "V06": Part.BUDGET_EXECUTION,
    "V07": Part.GOAL_COMPLETION,
    "V08": Part.DEVIATION_RESPONSE,
    "V09": Part.GOAL_COMPLETION,
    "V10": Part.DEVIATION_RESPONSE,
    "V11": Part.GOAL_COMPLETION,
    "V12": Part.GOAL_COMPLETION,
    "V13": Part.GOAL_COMPLETION,
    "V14": Part.GOAL_COMPLETION,
    "V15": Part.BUDGET_EXECUTION,
    "V16": None,
    "V17": Part.GOAL_COMPLETION,
    "V18": Part.BUDGET_EXECUTION,
    "V19": Part.BUDGET_EXECUTION,
    "V20": Part.BUDGET_EXECUTION,
    "V21": Part.BUDGET_EXECUTION,
    "V22": Part.BUDGET_EXECUTION,
    "V23": Part.GOAL_COMPLETION,
    "V24": Part.GOAL_COMPLETION,
    "V25": Part.BUDGET_EXECUTION,
    "V26": None,
    "V27": Part.GOAL_COMPLETION,
    "V28": Part.DEVIATION_RESPONSE,
    "V29": None,
}
#: Rules on figures of every kind: at an indicator they are about the goals.
ABOUT_ANY_FIGURE = frozenset({"V01", "V02", "V18"})


def part_of(finding: Finding) -> Part | None:
    """The part that the finding speaks to; None where it speaks to none."""
    if finding.rule in ABOUT_ANY_FIGURE and finding.where.startswith("indicators["):
        return Part.GOAL_COMPLETION
    return PART_OF.get(finding.rule)
