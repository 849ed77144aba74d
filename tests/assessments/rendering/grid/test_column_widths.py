"""Column widths as committed style sheets."""

import re
from pathlib import Path

import pytest

from assessments.editions import EDITIONS
from assessments.editions import EDITIONS as REVIEW_EDITIONS
from assessments.rendering.grid.column_widths import stylesheet, width_class

STATIC = Path(__file__).parents[4] / "static"
SHEETS = [*EDITIONS.values(), *REVIEW_EDITIONS.values()]


@pytest.mark.parametrize(("name", "on_paper"), [("css/columns.css", False), ("paper/columns.css", True)])
def test_the_committed_style_sheet_is_the_sheets_own(name: str, on_paper: bool) -> None:
    assert (STATIC / name).read_text(encoding="utf-8") == stylesheet(SHEETS, on_paper=on_paper)


def test_a_class_names_tenths_of_a_millimetre() -> None:
    assert [width_class(width) for width in (17, 38.5, 10)] == ["mm-170", "mm-385", "mm-100"]


def test_on_a_screen_columns_keep_their_proportions() -> None:
    widths = [float(number) for number in re.findall(r"width: ([\d.]+)px", stylesheet(SHEETS, on_paper=False))]
    millimetres = [float(number) for number in re.findall(r"width: ([\d.]+)mm", stylesheet(SHEETS, on_paper=True))]
    assert widths == [2 * width for width in millimetres]
