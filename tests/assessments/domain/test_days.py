"""Days that there are none of."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.days import missing_days


def _missing(text: str, year: int | None = 2022) -> list[str]:
    return [text[start:end] for start, end in missing_days(text, year)]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("2022年2月29日", ["2022年2月29日"]),
        ("2024年2月29日", []),
        ("2022年1月1日-2022年2月29日", ["2022年2月29日"]),
        ("2022年1月1日至2月29日", ["2月29日"]),
        ("2022年1月1日。次年2月29日", ["2月29日"]),
        ("2022-02-29、2022.6.31、2022/13/1", ["2022-02-29", "2022.6.31", "2022/13/1"]),
        ("2022-02-28", []),
        ("4月31日", ["4月31日"]),
        ("0月5日", ["0月5日"]),
        ("每月25日前", []),
        ("版本2022.2", []),
    ],
)
def test_a_day_exists_in_its_year(text: str, missing: list[str]) -> None:
    assert _missing(text) == missing


@pytest.mark.parametrize(("year", "missing"), [(2022, ["2月29日"]), (2023, []), (2024, []), (2025, []), (None, [])])
def test_a_day_without_a_year_may_be_of_the_years_beside(year: int | None, missing: list[str]) -> None:
    assert _missing("2月29日", year) == missing


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_of_the_calendar_exists(day: date) -> None:
    spellings = (f"{day.year}年{day.month}月{day.day}日", f"{day.month}月{day.day}号", day.isoformat())
    assert [_missing(text, day.year) for text in spellings] == [[], [], []]
    last = day.replace(day=28) + timedelta(days=4)
    end = (last - timedelta(days=last.day)).day
    assert _missing(f"{day.year}年{day.month}月{end + 1}日") == [f"{day.year}年{day.month}月{end + 1}日"]
