"""The layout engine: what flows, what merges, and that nothing is left uncovered."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.facts import Indicator, split_row_key
from assessments.domain.kinds import MONITORING
from assessments.editions import EDITIONS
from assessments.sheets.blocks import Column, Rows, Section, Tree
from assessments.sheets.contents import TYPED as TYPED_KINDS
from assessments.sheets.contents import Box, LabelRole, SquareKind, beside, head
from assessments.sheets.edition import Edition
from assessments.sheets.grid import Grid, LayoutError, lay_out
from tests.strategies import FILED

#: The columns of the list of indicators that a person types, by edition.
TYPED = {
    code: [parts.square for box in edition.boxes() if box.kind in TYPED_KINDS and (parts := split_row_key(box.key))]
    for code, edition in FILED.items()
}
LEVELS = st.sampled_from(["", "产出指标", "效益指标", "满意度指标"])


@st.composite
def indicators(draw: st.DrawFn, max_size: int = 70) -> list[Indicator]:
    levels = draw(st.lists(st.tuples(LEVELS, LEVELS), max_size=max_size))
    return [Indicator(str(index), level1=first, level2=second) for index, (first, second) in enumerate(levels)]


def covered(grid: Grid) -> Counter[tuple[int, int]]:
    return Counter(
        (cell.row + down, cell.col + right)
        for cell in grid.cells
        for down in range(cell.rows)
        for right in range(cell.cols)
    )


def every_position(grid: Grid) -> Counter[tuple[int, int]]:
    return Counter((row, col) for row in range(grid.row_count) for col in range(len(grid.columns)))


def sheet(*blocks: object, columns: int = 3) -> Edition:
    return Edition(code="test", kind=MONITORING, name="", title="", columns=(10.0,) * columns, blocks=blocks)  # type: ignore[arg-type]


@pytest.mark.parametrize("edition", FILED)
@given(rows=indicators())
def test_every_position_is_covered_exactly_once(edition: str, rows: list[Indicator]) -> None:
    grid = lay_out(EDITIONS[edition], {"indicators": rows})
    assert covered(grid) == every_position(grid)


@pytest.mark.parametrize("edition", FILED)
@given(rows=indicators())
def test_no_key_stands_twice(edition: str, rows: list[Indicator]) -> None:
    keys = [box.key for box in lay_out(EDITIONS[edition], {"indicators": rows}).boxes()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("edition", FILED)
@given(rows=indicators())
def test_every_square_of_every_row_is_on_the_sheet(edition: str, rows: list[Indicator]) -> None:
    grid = lay_out(EDITIONS[edition], {"indicators": rows})
    for row in rows:
        for name in TYPED[edition]:
            cell = grid.cell_of(row.key(name))
            assert cell is not None
            assert cell.row <= grid.refs.index(row.ref) < cell.row + cell.rows


@pytest.mark.parametrize("edition", FILED)
@given(rows=indicators())
def test_neighbours_merge_exactly_where_their_levels_agree(edition: str, rows: list[Indicator]) -> None:
    grid = lay_out(EDITIONS[edition], {"indicators": rows})
    for above, below in pairwise(rows):
        same1 = above.level1 == below.level1
        assert (grid.cell_of(above.key("level1")) == grid.cell_of(below.key("level1"))) == same1
        same2 = same1 and above.level2 == below.level2
        assert (grid.cell_of(above.key("level2")) == grid.cell_of(below.key("level2"))) == same2


@pytest.mark.parametrize("edition", FILED)
def test_a_form_without_rows_keeps_one_empty_line(edition: str) -> None:
    grid = lay_out(EDITIONS[edition])
    first, last = grid.list_rows
    assert last - first == 1
    blanks = [cell.content for cell in grid.cells if cell.row == first]
    assert {getattr(content, "role", None) for content in blanks} == {LabelRole.BLANK}


def test_cells_flow_around_a_span_as_in_html() -> None:
    rows = Rows((Box("a", SquareKind.TEXT, "a", rows=2), head("b", cols=2)), (beside("c"), beside("d")))
    assert [(cell.row, cell.col) for cell in lay_out(sheet(rows)).cells] == [(0, 0), (0, 1), (1, 1), (1, 2)]


def test_a_section_label_spans_all_its_lines() -> None:
    section = Section("甲", "甲", Rows((beside("a"), beside("b")), (beside("c"), beside("d"))))
    cell = lay_out(sheet(section)).cells[0]
    assert (cell.row, cell.col, cell.rows) == (0, 0, 2)


@pytest.mark.parametrize(
    "rows",
    [
        Rows((beside("a"), beside("b"))),
        Rows((beside("a"), beside("b"), beside("c"), beside("d"))),
        Rows((beside("a", cols=4),)),
        Rows((Box("a", SquareKind.TEXT, "a", rows=2, cols=3),)),
        Rows((head("a", rows=2), beside("b"), beside("c")), (beside("d", cols=3),)),
    ],
    ids=["a hole", "one cell too many", "too wide", "too deep", "across a span"],
)
def test_a_sheet_that_does_not_tile_is_refused(rows: Rows) -> None:
    with pytest.raises(LayoutError):
        lay_out(sheet(rows))


def test_a_square_knows_its_address() -> None:
    tree = Tree(
        "indicators",
        (Column("一级指标", "level1", SquareKind.LEVEL), Column("完成值", "actual", SquareKind.SQUARE, cols=2)),
    )
    boxes = lay_out(
        sheet(Section("四、指标", "四", tree), columns=4), {"indicators": [Indicator("a"), Indicator("b")]}
    ).boxes()
    assert [box.address for box in boxes] == ["四 · 1 · 一级指标", "四 · 1 · 完成值", "四 · 2 · 完成值"]


def test_a_level_of_a_later_row_is_found_in_the_merged_cell() -> None:
    rows = [Indicator("a", level1="产出指标", level2="数量指标"), Indicator("b", level1="产出指标", level2="质量指标")]
    grid = lay_out(EDITIONS["monitoring-2020"], {"indicators": rows})
    cell = grid.cell_of("indicators[b].level1")
    assert cell is not None
    assert (cell.ref, cell.rows) == ("a", 2)


@pytest.mark.parametrize("key", ["indicators[z].level1", "indicators[a].grade", "nothing"])
def test_a_key_that_the_grid_does_not_show_has_no_cell(key: str) -> None:
    assert lay_out(EDITIONS["monitoring-2020"], {"indicators": [Indicator("a")]}).cell_of(key) is None
