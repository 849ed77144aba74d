"""Which text a square can hold at all."""

import pytest

from assessments.editions import edition_named
from assessments.sheets.acceptance import refusal
from assessments.sheets.contents import Box


def box(key: str) -> Box:
    found = edition_named("monitoring-2020").box(key)
    assert found is not None
    return found


MONEY, LONG, SQUARE = box("executed.total"), box("goal_expected"), box("indicators[7].actual")


@pytest.mark.parametrize("raw", ["", "14158", "1,234.5", "１４１５８", " 10934 "])
def test_an_amount_is_accepted_as_people_write_it(raw: str) -> None:
    assert refusal(MONEY, raw) is None


@pytest.mark.parametrize("raw", ["abc", "1_000", "1e5", "NaN", "٣", "-5", "9" * 60, "10934万人"])
def test_what_is_no_amount_is_quoted_in_the_refusal(raw: str) -> None:
    assert f"“{raw[:5]}" in str(refusal(MONEY, raw))


@pytest.mark.parametrize("raw", ["  ≥95% ", "", "第一行\n第二行", "😀", "<b>"])
def test_a_text_square_takes_any_text(raw: str) -> None:
    assert refusal(SQUARE, raw) is None


def test_what_no_square_can_hold_is_refused_by_name() -> None:
    assert "“指标完成值”" in str(refusal(SQUARE, "字" * 501))


def test_a_long_text_holds_five_thousand_characters_and_no_more() -> None:
    assert refusal(LONG, "字" * 5000) is None
    assert "最多 5000 个字" in str(refusal(LONG, "字" * 5001))
