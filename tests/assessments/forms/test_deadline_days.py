"""A deadline on a day off is asked about where it is typed."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.http import QueryDict

from assessments.domain.working_days import first_unpublished_year
from assessments.forms.deadline_days import DeadlineField

#: 1–8 October 2020 were holidays; Friday the 9th and, made up, Saturday the 10th were worked.
OFF, NEXT, MADE_UP, ALSO_OFF = "2020-10-04", "2020-10-09", "2020-10-10", "2020-10-01"


class Form(forms.Form):
    """A deadline and something else that is asked for."""

    day = DeadlineField(help_text="当天 24:00 前")
    reason = forms.CharField()


def form(query: str, **initial: Any) -> Form:
    return Form(QueryDict(f"reason=x&{query}"), initial=initial)


@pytest.mark.parametrize("day", [NEXT, MADE_UP, "2090-10-02"])
def test_a_working_day_is_taken(day: str) -> None:
    assert form(f"day={day}").is_valid()
    assert "<button" not in str(form(f"day={day}")["day"])


def test_a_day_off_is_asked_about_and_the_next_working_day_offered() -> None:
    sent = form(f"day={OFF}")
    assert sent.errors == {"day": ["2020年10月4日（星期日）是休息日。请改为下一个工作日，或者仍用这一天。"]}
    html = str(sent["day"])
    assert f'name="day" value="{OFF}"' in html
    assert f'<button class="btn" name="day" value="{NEXT}">改为下一个工作日 10月9日（星期五）</button>' in html
    assert f'<button class="btn" name="day_kept" value="{OFF}">仍用这一天</button>' in html
    assert html.index("<button hidden>") < html.index('<button class="btn"')


def test_a_button_sends_the_next_working_day_or_keeps_the_day_off() -> None:
    moved, kept = form(f"day={OFF}&day={NEXT}"), form(f"day={OFF}&day_kept={OFF}")
    assert (moved.is_valid(), moved.cleaned_data["day"]) == (True, date(2020, 10, 9))
    assert (kept.is_valid(), kept.cleaned_data["day"]) == (True, date(2020, 10, 4))


def test_keeping_one_day_off_keeps_no_other() -> None:
    assert not form(f"day={ALSO_OFF}&day_kept={OFF}").is_valid()
    assert form(f"day={MADE_UP}&day_kept={OFF}").is_valid()


def test_a_kept_day_stays_kept_while_something_else_is_corrected() -> None:
    sent = form(f"day={OFF}&day_kept={OFF}&reason=")
    assert list(sent.errors) == ["reason"]
    assert f'<input type="hidden" name="day_kept" value="{OFF}">' in str(sent["day"])


def test_a_day_that_stands_already_is_not_asked_about() -> None:
    assert form(f"day={OFF}", day=date.fromisoformat(OFF)).is_valid()
    assert not form(f"day={ALSO_OFF}", day=date.fromisoformat(OFF)).is_valid()


def test_each_form_asks_for_itself() -> None:
    form(f"day={OFF}").full_clean()
    assert "<button" not in str(Form()["day"])


def test_a_year_whose_calendar_is_not_published_counts_monday_to_friday_and_says_so() -> None:
    assert not form("day=2090-09-30").is_valid()
    assert str(Form()["day"].help_text) == (
        f"当天 24:00 前。国务院尚未公布 {first_unpublished_year()} 年的放假安排，该年起暂按周一至周五计算工作日。"
    )
