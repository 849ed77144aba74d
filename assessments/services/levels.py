"""A level that stands over several rows is each row's own: what is written into its square is meant for all of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assessments.domain.facts import Facts, split_row_key
from assessments.editions import edition_named
from assessments.services.squares import Change
from assessments.sheets.contents import SquareKind
from assessments.sheets.grid import Grid, lay_out


def over_all_rows(changes: Iterable[Change], facts: Facts) -> list[Change]:
    """``changes`` of squares as the form shows them, one for each row that a square stands over."""
    grid = lay_out(edition_named(facts.edition), facts.lists)
    return [replace(change, key=key) for change in changes for key in _keys(grid, change.key)]


def _keys(grid: Grid, key: str) -> Iterator[str]:
    cell = grid.cell_of(key)
    if cell is None or cell.box is None or cell.box.kind is not SquareKind.LEVEL:
        yield key
        return
    if parts := split_row_key(key):
        yield from (replace(parts, ref=ref).key for ref in grid.refs[cell.row : cell.row + cell.rows])
