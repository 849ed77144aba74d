"""How the input of a square is drawn."""

from assessments.forms.squares import draw_widget
from assessments.sheets.contents import Box
from assessments.sheets.editions import sheet_of

SHEET = sheet_of("monitoring-2020")


def box(key: str) -> Box:
    found = SHEET.box(key)
    assert found is not None
    return found


MONEY, SQUARE = box("executed.total"), box("indicators[7].actual")


def test_an_amount_is_typed_into_an_input_for_figures() -> None:
    html = draw_widget(MONEY, "14158", {"id": "sq-executed-total"})
    assert html == '<input type="text" name="executed.total" value="14158" inputmode="decimal" id="sq-executed-total">'


def test_a_text_of_several_lines_is_typed_into_a_text_area() -> None:
    html = draw_widget(SQUARE, "a <b> c", {"rows": "2"})
    assert html == '<textarea name="indicators[7].actual" rows="2">\na &lt;b&gt; c</textarea>'
