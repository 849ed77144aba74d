"""The form field of a square: what it accepts, and how it is drawn."""

import pytest
from django.core.exceptions import ValidationError

from assessments.forms.squares import clean_square, draw_widget, field_of
from assessments.sheets.contents import Box
from assessments.sheets.editions import sheet_of

SHEET = sheet_of("monitoring-2020")


def box(key: str) -> Box:
    found = SHEET.box(key)
    assert found is not None
    return found


MONEY, LONG, SQUARE = box("executed.total"), box("goal_expected"), box("indicators[7].actual")


@pytest.mark.parametrize("raw", ["", "14158", "1,234.5", "１４１５８", " 10934 "])
def test_an_amount_is_kept_as_it_was_typed(raw: str) -> None:
    assert clean_square(MONEY, raw) == raw


@pytest.mark.parametrize("raw", ["abc", "1_000", "1e5", "NaN", "٣", "-5", "9" * 60, "10934万人"])
def test_what_is_no_amount_is_refused(raw: str) -> None:
    with pytest.raises(ValidationError) as raised:
        clean_square(MONEY, raw)
    (message,) = raised.value.messages
    assert "“" in message


@pytest.mark.parametrize("raw", ["  ≥95% ", "", "第一行\n第二行", "😀", "<b>"])
def test_a_text_is_kept_to_the_last_blank(raw: str) -> None:
    assert clean_square(SQUARE, raw) == raw


@pytest.mark.parametrize("raw", ["a\x00b", "a\x1bb", "\ud800", "字" * 501])
def test_what_no_square_can_hold_is_refused_by_name(raw: str) -> None:
    with pytest.raises(ValidationError) as raised:
        clean_square(SQUARE, raw)
    (message,) = raised.value.messages
    assert "指标完成值" in message


def test_a_long_text_holds_five_thousand_characters_and_no_more() -> None:
    assert clean_square(LONG, "字" * 5000) == "字" * 5000
    with pytest.raises(ValidationError, match="最多 5000 个字"):
        clean_square(LONG, "字" * 5001)


def test_nothing_sent_is_a_blank() -> None:
    assert field_of(MONEY).clean(None) == ""


def test_an_amount_is_typed_into_an_input_for_figures() -> None:
    html = draw_widget(MONEY, "14158", {"id": "sq-executed-total"})
    assert html == '<input type="text" name="executed.total" value="14158" inputmode="decimal" id="sq-executed-total">'


def test_a_text_of_several_lines_is_typed_into_a_text_area() -> None:
    html = draw_widget(SQUARE, "a <b> c", {"rows": "2"})
    assert html == '<textarea name="indicators[7].actual" rows="2">\na &lt;b&gt; c</textarea>'
