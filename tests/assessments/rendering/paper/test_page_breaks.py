"""Where a long table breaks."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assessments.domain.facts import Indicator
from assessments.editions import EDITIONS
from assessments.rendering.paper.page_breaks import PORTRAIT, Heights, Texts, breaks, divided
from assessments.sheets.contents import Label
from assessments.sheets.grid import Grid, lay_out
from assessments.sheets.pages import Piece, cut

MONITORING = EDITIONS["monitoring-2020"]
#: The row of the goals' texts.
GOALS = 7


def form(count: int) -> Grid:
    return lay_out(MONITORING, {"indicators": [Indicator(str(index)) for index in range(count)]})


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


def texts(**lines: int) -> Texts:
    return Texts(lines, line=4.5, padding=1)


def parted(count: int, **lines: int) -> tuple[Grid, Heights, list[int]]:
    """A form whose goals have so many lines, split where it needs to be, and where it breaks."""
    grid = form(count)
    heights = even(grid)
    rows = list(heights.rows)
    rows[GOALS] = texts(**lines).height(max(lines.values()))
    grid, heights = divided(grid, replace(heights, rows=rows), texts(**lines))
    return grid, heights, breaks(grid, heights)


def pieces(grid: Grid, key: str) -> list[tuple[int, int | None]]:
    found = (Piece.read(box.key) for box in grid.boxes())
    return [(piece.start, piece.stop) for piece in found if piece.key == key]


def test_a_text_that_fits_is_not_split() -> None:
    grid, _heights, found = parted(2, goal_expected=20)
    assert (pieces(grid, "goal_expected"), found) == ([(0, None)], [])


def test_a_text_longer_than_pages_is_split_between_lines_where_each_page_ends() -> None:
    grid, heights, found = parted(2, goal_expected=150)
    assert pieces(grid, "goal_expected") == [(0, 43), (43, 101), (101, None)]
    assert found[:2] == [GOALS + 1, GOALS + 2]
    assert sum(heights.rows[GOALS : GOALS + 3]) == pytest.approx(150 * 4.5 + 3)


def test_two_texts_of_one_row_are_split_at_the_same_line() -> None:
    grid, _heights, _found = parted(2, goal_expected=150, goal_progress=60)
    assert pieces(grid, "goal_progress") == pieces(grid, "goal_expected")


def test_a_label_and_a_short_square_span_all_parts_of_a_split_row() -> None:
    grid, _heights, found = parted(2, goal_expected=150)
    pages = cut(grid, found)[:3]
    shown = [{cell.box.key for cell in page.cells if cell.box} for page in pages]
    named = [{cell.content.text for cell in page.cells if isinstance(cell.content, Label)} for page in pages]
    assert ["overall_completion_rate" in page for page in shown] == [True, True, True]
    assert ["三、目标\n完成情况" in page for page in named] == [True, True, True]


def test_a_text_is_never_split_off_its_last_two_lines() -> None:
    grid, _heights, found = parted(2, goal_expected=46)
    assert (pieces(grid, "goal_expected"), found) == ([(0, 43), (43, None)], [GOALS + 1])


def test_a_last_text_leaves_lines_for_the_page_of_the_foot() -> None:
    grid = form(1)
    rows = [6.0] * grid.row_count
    rows[-1] = texts(deviation_and_measures=40).height(40)
    heights = Heights(25, rows, 60)
    found, more = divided(grid, heights, texts(deviation_and_measures=40))
    assert pieces(found, "deviation_and_measures")[-1] == (37, None)
    assert breaks(found, more) == [found.row_count - 1]


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


@given(count=st.integers(0, 30), lines=st.integers(1, 400), other=st.integers(1, 400), below=st.floats(0, 60))
@example(count=0, lines=216, other=57, below=0)
def test_split_texts_stay_whole_and_every_page_holds_its_part(count: int, lines: int, other: int, below: float) -> None:
    grid = form(count)
    known = texts(goal_expected=lines, deviation_and_measures=other)
    rows = [6.0] * grid.row_count
    rows[GOALS], rows[-1] = known.height(lines), known.height(other)
    grid, heights = divided(grid, Heights(25, rows, below), known)
    for key in ("goal_expected", "deviation_and_measures"):
        starts, stops = zip(*pieces(grid, key), strict=True)
        assert starts == (0, *stops[:-1])
        assert stops[-1] is None
    edges = [0, *breaks(grid, heights), grid.row_count]
    heads = sum(heights.rows[row] for row in grid.head_rows)
    for start, stop in pairwise(edges):
        first, last = grid.list_rows
        used = sum(heights.rows[start:stop]) + (25 if not start else 0) + (below if stop == grid.row_count else 0)
        assert used + (heads if first < start < last else 0) <= PORTRAIT
