"""The steps of one square: typing without a pause is one, of long texts what differs is shown, with the remarks."""

from datetime import datetime, timedelta

import pytest

from assessments.models import Mark, SquareChange
from assessments.rendering.pages.square_history import HistoryStep, steps_of
from portal.accounts.models import User
from tests.factories.assessments import NOW

CLERK, COLLEAGUE = User(pk=1, full_name="李四"), User(pk=2, full_name="王五")


def at(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def change(was: str, value: str, minutes: float, actor: User = CLERK, **more: object) -> SquareChange:
    fields = {"key": "executed.total", "was": was, "value": value, "actor": actor, "at": at(minutes)} | more
    return SquareChange(**fields)


def steps(*changes: SquareChange, marks: tuple[Mark, ...] = ()) -> list[HistoryStep]:
    """The steps of changes that are given as they were made."""
    return steps_of(reversed(changes), marks)


def test_what_one_person_types_on_and_on_is_one_step() -> None:
    typed = steps(change("", "1", 0), change("1", "12", 9), change("12", "123", 18), change("123", "4", 29))
    assert typed == [
        HistoryStep("李四", at(29), was="123", value="4"),
        HistoryStep("李四", at(18), was="", value="123"),
    ]


def test_another_hand_and_another_text_begin_a_step_and_what_ends_as_it_began_is_none() -> None:
    undone = change("9", "3", 2, COLLEAGUE), change("3", "9", 3, COLLEAGUE)
    typed = steps(change("", "1", 0), change("1", "2", 1, COLLEAGUE), *undone)
    assert [(step.who, step.was, step.value) for step in typed] == [("王五", "1", "2"), ("李四", "", "1")]


def test_a_text_that_was_not_taken_and_a_row_that_was_added_are_called_so() -> None:
    typed = steps(change("", "参保人数", 0, key="indicators[7]"), change("", "1", 1), change("", "2", 2, kept=False))
    assert [(step.label, step.value) for step in typed] == [("没有采用", "2"), ("", "1"), ("增加本行", "参保人数")]


def test_remarks_and_answers_stand_between() -> None:
    mark = Mark(key="executed.total", reason="请核对。", author=COLLEAGUE, at=at(5), answer_kind="explained")
    mark.answer, mark.answered_by, mark.answered_at = "按年报口径。", CLERK, at(20)
    found = steps(change("", "1", 0), change("1", "2", 15), marks=(mark,))
    said = [(step.who, step.label, step.words, step.value) for step in found]
    assert said == [
        ("李四", "说明情况", "按年报口径。", ""),
        ("李四", "", "", "2"),
        ("王五", "批注", "请核对。", ""),
        ("李四", "", "", "1"),
    ]


ONE, TWO = "一" * 50, "二" * 50


@pytest.mark.parametrize(
    ("was", "value", "shown"),
    [
        ("甲", "乙", ("甲", "乙")),
        (f"{ONE}甲{TWO}", f"{ONE}乙乙{TWO}", (f"…{ONE[:12]}甲{TWO[:12]}…", f"…{ONE[:12]}乙乙{TWO[:12]}…")),
        ("", ONE + ONE, ("", ONE + ONE)),
        (ONE + ONE, f"{ONE}{ONE[1:]}", (f"…{ONE[:13]}", f"…{ONE[:12]}")),
        (ONE + ONE, f"{ONE}{ONE}一", (f"…{ONE[:12]}", f"…{ONE[:13]}")),
    ],
)
def test_of_long_texts_what_differs_is_shown(was: str, value: str, shown: tuple[str, str]) -> None:
    assert HistoryStep("李四", NOW, was=was, value=value).shown == shown
