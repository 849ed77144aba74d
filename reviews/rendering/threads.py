"""Marks as threads: what the reviewer wrote on a square and what the unit answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessments.domain.facts import Facts
from assessments.models import Filing, Mark
from assessments.queries import facts_of_snapshot, latest_snapshot
from assessments.rendering.grid.addresses import address_of
from assessments.rendering.grid.comparison import grid_of


@dataclass(frozen=True, slots=True)
class NumberedThread:
    """The marks of one square in their order; ``number`` counts the threads along the paper."""

    number: int
    key: str
    address: str
    marks: tuple[Mark, ...]

    @property
    def state(self) -> str:
        """``open`` while a mark waits, ``answered`` while an answer does, else ``closed``."""
        states = {mark.state for mark in self.marks}
        return next((state for state in ("open", "answered") if state in states), "closed")

    @property
    def newest(self) -> Mark:
        """The mark that is spoken of."""
        return self.marks[-1]


def threads_of(facts: Facts, marks: Iterable[Mark]) -> list[NumberedThread]:
    """One thread for each marked square, in the order of the paper."""
    by_key: dict[str, list[Mark]] = {}
    for mark in marks:
        by_key.setdefault(mark.key, []).append(mark)
    places = {box.key: place for place, box in enumerate(grid_of(facts).boxes())}
    ordered = sorted(by_key.items(), key=lambda item: places.get(item[0], len(places)))
    return [
        NumberedThread(number, key, address_of(key, facts), tuple(found))
        for number, (key, found) in enumerate(ordered, start=1)
    ]


def states_by_key(threads: Iterable[NumberedThread]) -> Mapping[str, str]:
    """The states that the corners of the squares show."""
    return {thread.key: thread.state for thread in threads}


def has_square(filing: Filing, key: str) -> bool:
    """True if the version under review has a square ``key``, computed ones included."""
    snapshot = latest_snapshot(filing)
    return snapshot is not None and grid_of(facts_of_snapshot(snapshot)).cell_of(key) is not None
