"""The review sheet's editions: pinned, because a released edition never changes."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.facts import Row
from assessments.editions import UnknownEditionError, edition_named
from assessments.sheets.grid import lay_out
from assessments.sheets.pages import cut
from tests.assessments.editions.test_released import digest, look

SHEET = edition_named("review-sheet-2020")


def rows(count: int) -> list[Row]:
    return [Row("rows", str(index)) for index in range(count)]


def test_the_released_edition_never_changes() -> None:
    assert (digest(look(SHEET)), digest(look(lay_out(SHEET, {"rows": rows(3)})))) == (
        "fd2f4ac04ab4d5f0",
        "67cec8e06439c8c0",
    )


@given(count=st.integers(0, 80))
def test_every_position_is_covered_exactly_once(count: int) -> None:
    grid = lay_out(SHEET, {"rows": rows(count)})
    seen = Counter(
        (cell.row + down, cell.col + right)
        for cell in grid.cells
        for down in range(cell.rows)
        for right in range(cell.cols)
    )
    assert seen == Counter((row, col) for row in range(grid.row_count) for col in range(13))


def test_it_fits_a_landscape_page() -> None:
    assert SHEET.landscape
    assert sum(SHEET.columns) == 297 - 2 * 14


def test_both_head_rows_lead_every_page() -> None:
    pages = cut(lay_out(SHEET, {"rows": rows(40)}), [22])
    assert [page.head_rows for page in pages] == [(0, 1), (0, 1)]


def test_an_unknown_edition_is_named() -> None:
    with pytest.raises(UnknownEditionError, match="review-sheet-1999"):
        edition_named("review-sheet-1999")
