"""Years and months as they stand in the squares."""

from decimal import Decimal

import pytest
from hypothesis import given

from assessments.domain.periods import Period, read_period, time_progress
from tests.filings import monitoring, self_assessment
from tests.strategies import texts


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("2020年9月", 2020, 9),
        ("２０２０年９月", 2020, 9),
        ("2020 年 9 月", 2020, 9),
        ("2020年1-9月", 2020, 9),
        ("2020年1月至9月", 2020, 9),
        ("2020.09", 2020, 9),
        ("2020-9", 2020, 9),
        ("2020/09/30", 2020, 9),
        ("202009", 2020, 9),
        ("20200930", 2020, 9),
        ("2020年9月30日", 2020, 9),
        ("截至2020年9月底", 2020, 9),
        ("1-9月", None, 9),
        ("2020年三季度", 2020, 9),
        ("2020年第三季度", 2020, 9),
        ("2020年上半年", 2020, 6),
        ("2020年一季度", 2020, 3),
        ("2020年度", 2020, 12),
        ("2022", 2022, None),
        ("2020年13月", 2020, None),
        ("", None, None),
        ("九月", None, 9),
        ("二〇二〇年十二月", 2020, 12),
        ("二○二○年一至九月", 2020, 9),
        ("2020年十月", 2020, 10),
        ("2020.1-9", 2020, 9),
        ("2020.01—2020.09", 2020, 9),
        ("2020/1~6", 2020, 6),
        ("2020年1-9", 2020, 9),
        ("2020-09-12", 2020, 9),
        ("2020.9.30", 2020, 9),
        ("2020年半年度", 2020, 6),
        ("2020年下半年", 2020, 12),
        ("2020年前三季度", 2020, 9),
        ("三个月", None, None),
    ],
)
def test_a_point_in_time_is_read(text: str, year: int | None, month: int | None) -> None:
    assert read_period(text) == Period(year, month)


@given(texts)
def test_any_text_gives_a_possible_month_or_none(text: str) -> None:
    assert read_period(text).month in {None, *range(1, 13)}


def test_time_passes_by_months_and_a_whole_year_has_passed() -> None:
    assert time_progress(monitoring(month=9)) == Decimal("0.75")
    assert time_progress(self_assessment()) == 1
    assert time_progress(monitoring(month=None)) is None
