"""A unit's words on single indicators that missed or exceeded their targets; none where the paper prints them."""

from dataclasses import dataclass

from assessments.domain.facts import Facts
from assessments.editions import edition_of


@dataclass(frozen=True, slots=True)
class DeviationWords:
    """The words about one indicator; ``key`` is the square that they explain."""

    key: str
    name: str
    reason: str
    measure: str


def deviations_of(facts: Facts) -> tuple[DeviationWords, ...]:
    """The indicators with a reason or a measure, in the order of the paper."""
    if edition_of(facts).says_why_in_rows:
        return ()
    return tuple(
        DeviationWords(row.key("actual"), row.level3, row.deviation_reason, row.corrective_measure)
        for row in facts.indicators
        if row.deviation_reason.strip() or row.corrective_measure.strip()
    )
