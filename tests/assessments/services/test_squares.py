"""Saving squares: one at a time, never over somebody else's value, never a text that cannot be stored."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from assessments.models import Filing, ListRow, PlainSquare, SquareChange
from assessments.services.errors import NotEditable
from assessments.services.moves import move
from assessments.services.squares import Change, Conflict, Saved, Unacceptable, save_squares
from portal.accounts.models import User
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, loaded, make_draft, make_ready


def save(filing: Filing, actor: User, key: str, value: str, was: str = "") -> object:
    (outcome,) = save_squares(filing_id=filing.pk, changes=[Change(key, value, was)], actor=actor, at=NOW)
    return outcome


def test_a_money_square_keeps_the_text_and_its_reading(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    assert save(filing, scene.clerk, "executed.total", "１０，９３４") == Saved("executed.total", "１０，９３４")
    line = PlainSquare.objects.get(filing=filing, key="executed.total")
    assert (line.raw, line.amount) == ("１０，９３４", 10934)


def test_a_blank_is_no_amount(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    save(filing, scene.clerk, "executed.total", "5")
    save(filing, scene.clerk, "executed.total", "", was="5")
    assert PlainSquare.objects.get(filing=filing, key="executed.total").amount is None


def test_a_row_keeps_its_squares_and_no_blank_ones(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=1)
    row = filing.list_rows.get()
    save(filing, scene.clerk, f"indicators[{row.pk}].target", "≥95%", was=row.squares["target"])
    save(filing, scene.clerk, f"indicators[{row.pk}].actual", "", was=row.squares["actual"])
    now = ListRow.objects.get(pk=row.pk).squares
    assert now == {name: text for name, text in row.squares.items() if name != "actual"} | {"target": "≥95%"}


def test_the_second_clerk_on_one_square_gets_both_values(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    save(filing, scene.clerk, "goal_expected", "甲")
    outcome = save(filing, scene.colleague, "goal_expected", "乙")
    assert outcome == Conflict("goal_expected", "乙", "甲", scene.clerk.full_name, NOW)
    assert filing.squares.get(key="goal_expected").raw == "甲"


def test_one_s_own_earlier_save_is_one_s_own(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    save(filing, scene.clerk, "goal_expected", "甲")
    outcome = save(filing, scene.clerk, "goal_expected", "乙")
    assert outcome == Conflict("goal_expected", "乙", "甲", scene.clerk.full_name, NOW, own=True)


def test_the_losers_value_stays_in_the_history(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    save(filing, scene.clerk, "goal_expected", "甲")
    save(filing, scene.colleague, "goal_expected", "乙")
    history = SquareChange.objects.filter(filing=filing).values_list("value", "kept", "actor_id")
    assert list(history) == [("甲", True, scene.clerk.pk), ("乙", False, scene.colleague.pk)]


@pytest.mark.parametrize("was", ["丁\0", "\ud83d", "\x01"])
def test_a_former_text_that_no_square_can_hold_overwrites_nothing(scene: Scene, was: str) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    save(filing, scene.clerk, "goal_expected", "甲")
    outcome = save(filing, scene.colleague, "goal_expected", "乙", was=was)
    assert outcome == Conflict("goal_expected", "乙", "甲", scene.clerk.full_name, NOW)


def test_two_clerks_on_different_squares_both_save(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    assert save(filing, scene.clerk, "goal_expected", "甲") == Saved("goal_expected", "甲")
    assert save(filing, scene.colleague, "goal_progress", "乙") == Saved("goal_progress", "乙")


def test_the_same_value_twice_is_no_conflict(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    save(filing, scene.clerk, "goal_expected", "甲")
    assert save(filing, scene.colleague, "goal_expected", "甲") == Saved("goal_expected", "甲")


@pytest.mark.parametrize("text", ["一万", "1_000", "NaN", "1e5", "٣", "9" * 60, "1,23,4", "12..5", "-5", "5317.46亿元"])
def test_what_is_no_amount_is_refused_with_its_text(scene: Scene, text: str) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    outcome = save(filing, scene.clerk, "executed.total", text)
    assert isinstance(outcome, Unacceptable)
    assert outcome.value == text
    assert text[:5] in outcome.message
    assert PlainSquare.objects.get(filing=filing, key="executed.total").raw == ""


def test_what_no_square_can_hold_is_refused(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    assert isinstance(save(filing, scene.clerk, "goal_expected", "字" * 5001), Unacceptable)
    assert filing.squares.get(key="goal_expected").raw == ""


@pytest.mark.parametrize(
    ("typed", "held", "said"),
    [
        ("甲\x00乙\ud800", "甲乙", "已去掉 2 个看不见的字符。"),
        ("\x1b[31m", "[31m", "已去掉 1 个看不见的字符。"),
        ("\uf0b7 及时\x0b发放", "· 及时\n发放", "已把 2 个特殊符号换成通用写法。"),
        ("\u202e005\xa0", "005 ", "已去掉 1 个看不见的字符，已把 1 个特殊符号换成通用写法。"),
    ],
)
def test_what_nobody_sees_or_prints_is_mended_on_the_way_in_and_said(
    scene: Scene, typed: str, held: str, said: str
) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    assert save(filing, scene.clerk, "goal_expected", typed) == Saved("goal_expected", held, said)
    assert filing.squares.get(key="goal_expected").raw == held
    assert save(filing, scene.clerk, "goal_expected", f"{held}。", was=typed) == Saved("goal_expected", f"{held}。")


def test_a_figure_is_printed_as_it_is_read(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    save(filing, scene.clerk, "executed.total", "\u202e005")
    line = PlainSquare.objects.get(filing=filing, key="executed.total")
    assert (line.raw, line.amount) == ("005", 5)


def test_emoji_and_line_breaks_are_text(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    assert save(filing, scene.clerk, "goal_expected", "好👍\r\n第二行") == Saved("goal_expected", "好👍\n第二行")


@pytest.mark.parametrize(
    "key",
    ["execution_rate", "reporting_unit", "nothing", "executed.nothing", "indicators[0].actual", "indicators[x].id", ""],
)
def test_squares_that_nobody_types_into_are_refused(scene: Scene, key: str) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    assert isinstance(save(filing, scene.clerk, key, "1"), Unacceptable)


def test_another_filings_row_is_not_there(scene: Scene) -> None:
    from assessments.domain.funds import Fund
    from tests.factories.assessments import make_obligation

    other = make_draft(make_obligation(scene.cycle, scene.clerk.unit, Fund.RESIDENT_PENSION), scene.clerk, rows=1)
    filing = make_draft(scene.obligation, scene.clerk)
    row = other.list_rows.get()
    outcome = save(filing, scene.clerk, f"indicators[{row.pk}].actual", "1", was=row.squares["actual"])
    assert isinstance(outcome, Unacceptable)
    assert ListRow.objects.get(pk=row.pk).squares == row.squares


def test_a_grade_is_one_of_three(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=1)
    row = filing.list_rows.get()
    assert isinstance(save(filing, scene.clerk, f"indicators[{row.pk}].grade", "很好"), Unacceptable)
    assert isinstance(save(filing, scene.clerk, f"indicators[{row.pk}].grade", "partly"), Saved)


def test_nobody_types_after_it_was_sent(scene: Scene) -> None:
    filing = make_ready(scene.obligation, scene.clerk)
    move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    with pytest.raises(NotEditable):
        save(filing, scene.clerk, "goal_expected", "改", was="确保按时足额发放养老金。")


def test_only_clerks_type(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    with pytest.raises(NotEditable):
        save(filing, scene.head, "goal_expected", "改")
    assert loaded(filing).saved_by == scene.clerk


def test_a_save_is_noted_on_the_filing(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    later = NOW + timedelta(minutes=5)
    save_squares(filing_id=filing.pk, changes=[Change("goal_expected", "甲", "")], actor=scene.colleague, at=later)
    found = loaded(filing)
    assert (found.saved_at, found.saved_by) == (later, scene.colleague)


@pytest.mark.django_db(transaction=True)
def test_twenty_saves_at_once_keep_one_value_and_tell_nineteen(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)

    def attempt(number: int) -> object:
        try:
            return save(filing, scene.clerk, "goal_expected", f"第{number}个")
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(attempt, range(20)))
    saved = [item for item in outcomes if isinstance(item, Saved)]
    assert len(saved) == 1
    assert sum(isinstance(item, Conflict) for item in outcomes) == 19
    assert filing.squares.get(key="goal_expected").raw == saved[0].value
