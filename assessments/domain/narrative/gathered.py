"""Everything read of a text so far: the figures can still be corrected, the goals still be answered."""

from dataclasses import dataclass, field

from assessments.domain.measures import Measure
from assessments.domain.narrative.claims import (
    ChangeClaim,
    Claim,
    Claims,
    GoalClaim,
    Key,
    Parts,
    Points,
    Proportion,
    RateClaim,
    ShareClaim,
    Spot,
    Yearly,
)


@dataclass(slots=True)
class OpenGoal:
    """A target that waits for its outcome; ``left_behind`` says that its clause has ended."""

    name: str
    key: Key
    target: Measure
    spot: Spot
    words: str = ""
    base: Claim | None = None
    actual: Claim | None = None
    left_behind: bool = False

    def closed(self) -> GoalClaim:
        """The goal as it stands at the end of the text."""
        return GoalClaim(self.name, self.key, self.target, self.spot, self.words, self.base, self.actual)


@dataclass(slots=True)
class Gathered:
    """The claims of a text while it is read, see :class:`~assessments.domain.narrative.claims.Claims`."""

    values: list[Claim] = field(default_factory=list)
    rates: list[RateClaim] = field(default_factory=list)
    changes: list[ChangeClaim] = field(default_factory=list)
    points: list[Points] = field(default_factory=list)
    yearly: list[Yearly] = field(default_factory=list)
    shares: list[ShareClaim] = field(default_factory=list)
    proportions: list[Proportion] = field(default_factory=list)
    parts: list[Parts] = field(default_factory=list)
    goals: list[OpenGoal] = field(default_factory=list)

    def claims(self) -> Claims:
        """Everything that was gathered, for good."""
        return Claims(
            values=tuple(self.values),
            rates=tuple(self.rates),
            changes=tuple(self.changes),
            points=tuple(self.points),
            yearly=tuple(self.yearly),
            shares=tuple(self.shares),
            proportions=tuple(self.proportions),
            parts=tuple(self.parts),
            goals=tuple(goal.closed() for goal in self.goals),
        )
