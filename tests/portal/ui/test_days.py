"""Days as people choose them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from portal.ui.days import FIRST, LAST, DayField


@pytest.mark.parametrize("text", ["0001-01-01", "1999-12-31", "2101-01-01", "9999-12-31"])
def test_a_day_that_no_deadline_can_have_is_refused(text: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DayField().clean(text)
    assert refused.value.messages == ["请填写 2000 年到 2100 年之间的日期，例如 2026-10-15。"]


@pytest.mark.parametrize("text", ["2026-13-01", "10月15日", "a\0b", "NaN"])
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DayField().clean(text)
    assert refused.value.messages == ["请填写日期，例如 2026-10-15。"]


@pytest.mark.parametrize("day", [FIRST, LAST])
def test_the_first_and_the_last_day_can_be_chosen(day: date) -> None:
    assert DayField().clean(day.isoformat()) == day


def test_a_day_may_be_left_open_where_it_is_not_required() -> None:
    assert DayField(required=False).clean("") is None
