"""Review sheets on paper are drawn alike everywhere: TrueType fonts, the same ink in two renderers, sound syntax."""

import pytest

from tests.portal.documents.paper_checks import faults
from tests.reviews.rendering.test_paper import printed, sheet


@pytest.mark.parametrize("count", [0, 10, 60])
def test_a_review_sheet_is_sound(count: int) -> None:
    assert faults(printed(sheet(count))) == []
