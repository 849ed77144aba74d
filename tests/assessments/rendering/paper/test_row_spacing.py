"""How far apart rows are set."""

from pathlib import Path

import pytest

from assessments.rendering.paper.page_breaks import PORTRAIT, Heights
from assessments.rendering.paper.row_spacing import DENSITIES, SMALL, USUAL, Density, is_foretold, loosest, stylesheet
from portal.documents.pdf import measure

STATIC = Path(__file__).parents[4] / "static"
#: A row for each number of lines.
LINES = [1, 2, 3, 5]
PAGE = """<!doctype html><html lang="zh-CN"><body class="{}"><table class="sheet">
<colgroup><col class="mm-385"></colgroup>{}</table></body></html>"""


def measured(density: str) -> list[float]:
    rows = "".join(f'<tr id="row-{lines}"><td>{"<br>".join("绩" * lines)}</td></tr>' for lines in LINES)
    found = measure(PAGE.format(density, rows), [f"row-{lines}" for lines in LINES])
    return [found[f"row-{lines}"].height for lines in LINES]


def of(*rows: float) -> Heights:
    return Heights(25, rows, 30)


def test_the_committed_style_sheet_is_made_of_the_settings() -> None:
    assert (STATIC / "paper" / "densities.css").read_text(encoding="utf-8") == stylesheet()


@pytest.mark.parametrize("density", DENSITIES, ids=lambda density: density.name)
def test_what_is_foretold_is_what_is_measured(density: Density) -> None:
    foretold = density.foretold(of(*measured(USUAL.name)), USUAL)
    assert foretold.rows == pytest.approx(measured(density.name), abs=0.02)


def test_each_setting_is_closer_than_the_one_before() -> None:
    totals = [sum(measured(density.name)) for density in DENSITIES]
    assert totals == sorted(totals, reverse=True)
    assert len(set(totals)) == len(totals)


def test_a_short_form_is_set_loosest() -> None:
    assert loosest(of(6.64), PORTRAIT) is DENSITIES[0]


def test_a_form_that_just_fits_is_set_closest() -> None:
    closest = DENSITIES[-1]
    rows = [6.64] * 46
    assert closest.foretold(of(*rows), USUAL).total < PORTRAIT - 1 < DENSITIES[-2].foretold(of(*rows), USUAL).total
    assert loosest(of(*rows), PORTRAIT) is closest


def test_no_setting_presses_a_text_against_the_rules() -> None:
    assert min(density.padding for density in DENSITIES) == 0.29


def test_what_was_measured_in_small_type_foretells_nothing_of_large_type() -> None:
    assert loosest(of(6.64), PORTRAIT, SMALL[2]) is SMALL[0]


def test_a_form_for_two_pages_has_no_setting() -> None:
    assert loosest(of(*[6.64] * 60), PORTRAIT) is None


def test_whole_lines_are_foretold_for_certain_and_stretched_rows_are_not() -> None:
    assert is_foretold(of(*measured(USUAL.name)))
    assert not is_foretold(of(6.64, 12.9))
