"""Where a long table breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.facts import Indicator
from assessments.rendering.paginate import PORTRAIT, Heights, breaks
from assessments.sheets.editions import EDITIONS
from assessments.sheets.pages import cut
from assessments.sheets.paper import Grid, lay_out

MONITORING = EDITIONS["monitoring-2020"]


def form(count: int) -> Grid:
    return lay_out(MONITORING, [Indicator(str(index)) for index in range(count)])


def even(grid: Grid, height: float = 6, above: float = 25, below: float = 25) -> Heights:
    return Heights(above, [height] * grid.row_count, below)


def test_what_fits_is_not_broken() -> None:
    grid = form(20)
    assert breaks(grid, even(grid)) == []


def test_the_last_row_goes_along_with_a_foot_that_does_not_fit() -> None:
    grid = form(20)
    assert breaks(grid, even(grid, below=90)) == [grid.row_count - 1]


def test_heads_are_never_left_alone_above_a_break() -> None:
    grid = form(20)
    heads = grid.head_rows[0]
    heights = Heights(PORTRAIT - 6 * (heads + 1) - 2, [6] * grid.row_count, 10)
    assert breaks(grid, heights) == [heads]


def test_repeated_heads_take_their_room() -> None:
    grid = form(100)
    first, *rest = breaks(grid, even(grid, height=10))
    assert first == 24
    assert [later - earlier for earlier, later in zip([first, *rest], rest, strict=False)] == [25, 25, 25]


def test_a_row_higher_than_a_page_flows_and_the_next_begins_anew() -> None:
    grid = form(3)
    heights = [6.0] * grid.row_count
    heights[7] = 700
    assert breaks(grid, Heights(25, heights, 25)) == [8]


@given(
    count=st.integers(0, 80),
    above=st.floats(0, 60),
    below=st.floats(0, 60),
    data=st.data(),
)
def test_every_page_holds_what_is_put_on_it(count: int, above: float, below: float, data: st.DataObject) -> None:
    grid = form(count)
    rows = data.draw(st.lists(st.floats(4, 60), min_size=grid.row_count, max_size=grid.row_count))
    found = breaks(grid, Heights(above, rows, below))
    assert found == sorted(set(found))
    heads = sum(rows[row] for row in grid.head_rows)
    edges = [0, *found, grid.row_count]
    for index, page in enumerate(cut(grid, found)):
        start, stop = edges[index], edges[index + 1]
        repeated = heads if page.row_count > stop - start else 0
        used = sum(rows[start:stop]) + repeated + (above if not index else 0) + (below if stop == grid.row_count else 0)
        assert used <= PORTRAIT or stop - start <= 3


@pytest.mark.parametrize("count", [0, 1])
def test_a_short_form_is_one_page(count: int) -> None:
    grid = form(count)
    assert breaks(grid, even(grid)) == []
