"""A grid cut into pages."""

from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.facts import Indicator
from assessments.editions import EDITIONS
from assessments.sheets.contents import Label, LabelRole
from assessments.sheets.grid import Grid, lay_out
from assessments.sheets.pages import cut

SHEET = EDITIONS["monitoring-2020"]


def form(count: int) -> Grid:
    levels = [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("满意度指标", "满意度指标")]
    listed = ((index, *levels[3 * index // count]) for index in range(count))
    return lay_out(SHEET, {"indicators": [Indicator(str(ref), level1=one, level2=two) for ref, one, two in listed]})


def covers_once(grid: Grid) -> bool:
    seen = [
        (cell.row + down, cell.col + right)
        for cell in grid.cells
        for down in range(cell.rows)
        for right in range(cell.cols)
    ]
    return sorted(seen) == [(row, col) for row in range(grid.row_count) for col in range(len(grid.columns))]


@given(count=st.integers(1, 60), breaks=st.lists(st.integers(-1, 80), max_size=5))
def test_every_page_is_a_whole_table(count: int, breaks: list[int]) -> None:
    assert all(covers_once(page) for page in cut(form(count), breaks))


@given(count=st.integers(1, 60), breaks=st.lists(st.integers(-1, 80), max_size=5))
def test_no_row_is_lost_or_drawn_twice(count: int, breaks: list[int]) -> None:
    grid = form(count)
    refs = [ref for page in cut(grid, breaks) for ref in page.refs if ref]
    assert refs == [ref for ref in grid.refs if ref]


def test_without_a_break_the_page_is_the_grid() -> None:
    assert cut(form(5), []) == (form(5),)


def test_head_rows_lead_every_page_on_which_the_list_continues() -> None:
    grid = form(30)
    first, last = grid.list_rows
    pages = cut(grid, [first + 10, first + 20, last])
    assert [page.head_rows for page in pages] == [(8,), (0,), (0,), ()]


def test_a_span_is_split_and_named_on_both_pages() -> None:
    grid = form(30)
    first, _ = grid.list_rows
    page = cut(grid, [first + 5])[1]
    words = [cell.content for cell in page.cells if isinstance(cell.content, Label)]
    levels = [(cell.row, cell.rows) for cell in page.cells if cell.box and cell.box.key.endswith(".level1")]
    assert [word.text for word in words if word.role is LabelRole.SECTION] == [
        "四、年度\n绩效指标\n完成情况",
        "五、绩效目标执行出现的偏差和采取的措施",
    ]
    assert levels == [(1, 15), (16, 10)]
