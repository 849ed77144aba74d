"""The changes from one version of a paper to the next, and from the last one to what stands there now."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from assessments.domain.facts import Facts, split_row_key
from assessments.editions import edition_named, edition_of
from assessments.models import Filing
from assessments.queries import facts_of_snapshot, latest_snapshot
from assessments.rendering.grid.drawables import Difference
from assessments.sheets.grid import Grid, lay_out


def grid_of(facts: Facts) -> Grid:
    """The table of ``facts``, laid out."""
    return lay_out(edition_named(facts.edition), facts.lists)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The changes from one version to the next: squares by key, and the names of rows that are gone."""

    squares: Mapping[str, Difference]
    removed: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """The number of places that changed."""
        return len(self.squares) + len(self.removed)


def compare_with_received(filing: Filing, facts: Facts) -> Comparison | None:
    """The changes in ``facts`` since the version that the prefecture received last; None where there is none."""
    snapshot = latest_snapshot(filing)
    return compare(facts, facts_of_snapshot(snapshot), snapshot.version) if snapshot else None


def histories(facts: Facts, earlier: Mapping[int, Facts], version: int) -> dict[str, list[tuple[int, str]]]:
    """The values of each square from version to version, the newest first; squares that never changed are left out.

    ``facts`` are those of ``version``, ``earlier`` those of the versions before it.
    """
    versions = [*sorted(earlier.items()), (version, facts)]
    texts = {key: [(number, held.value(key)) for number, held in versions] for key in _keys(facts)}
    return {key: _changes(held) for key, held in texts.items() if len({text for _number, text in held}) > 1}


def _changes(texts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The versions in which the text was a new one, the newest first."""
    new = [item for before, item in pairwise(texts) if item[1] != before[1]]
    return [texts[0], *new][::-1]


def _keys(facts: Facts) -> list[str]:
    """Every square that is typed, and what the rows hold beside the paper."""
    edition = edition_of(facts)
    plain, kept = (box.key for box in edition.boxes() if split_row_key(box.key) is None), edition.lists
    return [*plain, *(row.key(square) for rows in facts.lists.values() for row in rows for square in kept[row.name])]


def compare(facts: Facts, earlier: Facts, version: int) -> Comparison:
    """The squares of ``facts`` whose text was another in ``earlier``, which was submitted as ``version``."""
    refs = {row.ref for row in facts.indicators}
    was = {key: earlier.value(key) for key in _keys(facts) if facts.value(key) != earlier.value(key)}
    return Comparison(
        squares={key: Difference(text, version) for key, text in was.items()},
        removed=tuple(row.level3 or row.ref for row in earlier.indicators if row.ref not in refs),
    )
