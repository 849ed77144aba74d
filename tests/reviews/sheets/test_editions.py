"""The review sheet's editions: pinned, because a released edition never changes."""

import json
from collections import Counter
from dataclasses import asdict, dataclass
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.sheets.editions import UnknownEditionError
from assessments.sheets.pages import cut
from assessments.sheets.paper import lay_out
from reviews.sheets.editions import sheet_of

SHEET = sheet_of("review-sheet-2020")


@dataclass(frozen=True)
class Row:
    ref: str


def rows(count: int) -> list[Row]:
    return [Row(str(index)) for index in range(count)]


def digest(value: object) -> str:
    return sha256(json.dumps(asdict(value), ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]  # type: ignore[call-overload]


def test_the_released_edition_never_changes() -> None:
    assert (digest(SHEET), digest(lay_out(SHEET, rows(3)))) == ("fd2f4ac04ab4d5f0", "67cec8e06439c8c0")


@given(count=st.integers(0, 80))
def test_every_position_is_covered_exactly_once(count: int) -> None:
    grid = lay_out(SHEET, rows(count))
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
    pages = cut(lay_out(SHEET, rows(40)), [22])
    assert [page.head_rows for page in pages] == [(0, 1), (0, 1)]


def test_an_unknown_edition_is_named() -> None:
    with pytest.raises(UnknownEditionError, match="review-sheet-1999"):
        sheet_of("review-sheet-1999")
