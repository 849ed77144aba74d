"""How review sheets are drawn."""

import pytest

from reviews.models import ReviewSheet
from reviews.templatetags.review_ui import row_address, sheet_tag


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("rows[0].total_score", "第 1 行 总分"),
        ("rows[11].score_timeliness", "第 12 行 按时报送得分"),
        ("rows[0].mood", "rows[0].mood"),
        ("handler", "handler"),
    ],
)
def test_an_address_names_row_and_square(key: str, address: str) -> None:
    assert row_address(key) == address


@pytest.mark.parametrize("state", ReviewSheet.State.values)
def test_every_state_has_its_word(state: str) -> None:
    sheet = ReviewSheet(state=state)
    assert str(sheet.get_state_display()) in sheet_tag(sheet)
