"""The system's proposal for the four parts of the rubric, with its arithmetic (forms.md §4)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from assessments.domain.computed import Computed, compute
from assessments.domain.facts import Facts
from reviews.domain.proposal_parts import PartProposal, budget_execution, goal_completion, timeliness_points
from reviews.domain.proposal_response import deviation_response
from reviews.domain.rubric import MAXIMA, Part, tariff_of
from reviews.domain.timeliness import Timeliness

__all__ = ["PartProposal", "Proposal", "propose"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal for every part, in the order of the rubric."""

    parts: Mapping[Part, PartProposal]

    @property
    def total(self) -> int | None:
        """The sum, None while a part has no proposal."""
        points = [part.points for part in self.parts.values()]
        return None if None in points else sum(point for point in points if point is not None)

    @property
    def maximum(self) -> int:
        return sum(MAXIMA.values())


def propose(
    facts: Facts,
    timeliness: Timeliness | None = None,
    *,
    computed: Computed | None = None,
    pasted: bool = False,
    waived: Collection[str] = (),
) -> Proposal:
    """The system's proposal, and its reasons; the reviewer decides.

    ``timeliness`` None means that no reception time is known (an import): no proposal for 按时报送. ``pasted`` says
    that a deviation's text was found in another fund's filing. What a rule in ``waived`` (ids) finds takes no points,
    and the working says so. Points are whole, rounded half up once, at the end.
    """
    computed, tariff = computed or compute(facts), tariff_of(facts.edition)
    return Proposal(
        {
            Part.BUDGET_EXECUTION: budget_execution(facts, computed, tariff),
            Part.GOAL_COMPLETION: goal_completion(facts, computed, tariff, waived=waived),
            Part.DEVIATION_RESPONSE: deviation_response(facts, computed, tariff, pasted=pasted, waived=waived),
            Part.TIMELINESS: timeliness_points(timeliness, tariff),
        }
    )
