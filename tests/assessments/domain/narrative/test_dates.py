"""Years and spans of months as running text names them."""

import pytest

from assessments.domain.narrative.dates import WORDS, Moment, When, chinese_year_at, date_at


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2020年", When(2020)),
        ("2020年度", When(2020)),
        ("2020年末", When(2020, moment=Moment.END)),
        ("2020年12月31日", When(2020, moment=Moment.END)),
        ("2020年12月底", When(2020, moment=Moment.END)),
        ("2020年1-9月", When(2020, months="9")),
        ("2020年1至9月", When(2020, months="9")),
        ("2020年9月", When(2020, months="=9")),
        ("1-9月", When(months="9")),
        ("前9个月", When(months="9")),
        ("4-6月", When(months="4-6")),
        ("1-12月", When()),
        ("9月底", When(months="9", moment=Moment.END)),
        ("2020年上半年", When(2020, months="6")),
    ],
)
def test_a_period_is_read_to_its_end(text: str, when: When) -> None:
    assert date_at(text, 0) == (when, len(text))


@pytest.mark.parametrize("text", ["2018-2020年", "2020.01.05", "25日"])
def test_several_years_and_bare_days_say_nothing_of_a_figure(text: str) -> None:
    assert date_at(text, 0) == (None, len(text))


@pytest.mark.parametrize("text", ["2073.53万元", "2020人", "5个月", "2020万元"])
def test_amounts_are_no_dates(text: str) -> None:
    assert date_at(text, 0) is None


def test_years_in_chinese() -> None:
    assert chinese_year_at("二〇二〇年末", 0) == (When(2020, moment=Moment.END), 6)
    assert chinese_year_at("二是", 0) is None


def test_words_for_years() -> None:
    assert WORDS["上年末"] == When(offset=-1, moment=Moment.END)
    assert WORDS["上年同期"].same
    assert WORDS["当年"] == When()
