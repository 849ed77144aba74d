"""Review sheets on paper are drawn alike everywhere: TrueType fonts, the same ink in two renderers, sound syntax."""

import pytest

from portal.documents.pdf import page
from tests.portal.documents.paper_checks import faults
from tests.portal.documents.plain_page import plain_page
from tests.reviews.rendering.test_printed_sheet import printed, printed_anew, sheet


@pytest.mark.parametrize("count", [0, 10, 60])
def test_a_review_sheet_is_sound(count: int) -> None:
    assert faults(printed(sheet(count))) == []


def test_a_review_sheet_is_read_and_styled_as_the_engine_would_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = printed(sheet(10))
    monkeypatch.setattr(page, "Page", plain_page)
    assert printed_anew(sheet(10)) == ours
