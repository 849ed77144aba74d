"""The reviewer's remarks by square, for the popovers of the form."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessments.domain.facts import Facts
from assessments.models import Mark
from assessments.rendering.grid.addresses import address_of


@dataclass(frozen=True, slots=True)
class SquareThread:
    """The remarks on one square, oldest first."""

    key: str
    address: str
    marks: tuple[Mark, ...]

    @property
    def waiting(self) -> Mark | None:
        """The newest remark that is not closed: the one that is to be answered, or whose answer may be reworded."""
        return next((mark for mark in reversed(self.marks) if mark.state != Mark.State.CLOSED), None)


def threads_of(marks: Iterable[Mark], facts: Facts) -> tuple[SquareThread, ...]:
    """One thread for each square that was remarked on."""
    by_key: dict[str, list[Mark]] = {}
    for mark in marks:
        by_key.setdefault(mark.key, []).append(mark)
    return tuple(SquareThread(key, address_of(key, facts), tuple(found)) for key, found in by_key.items())
