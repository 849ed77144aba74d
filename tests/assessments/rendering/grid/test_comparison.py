"""What changed from one submitted version to the next."""

from assessments.domain.facts import Facts, Form, Indicator
from assessments.rendering.grid.comparison import compare, histories
from assessments.rendering.grid.drawables import Difference
from tests.filings import revised

ROWS = (Indicator("7", level3="参保人数", target="10人", actual="9人"), Indicator("8", level3="发放率", actual="99%"))
FIRST = Facts(Form.MONITORING_REPORT, "monitoring-2020", squares={"executed.total": "100"}, lists={"indicators": ROWS})


def test_the_same_version_has_no_changes() -> None:
    assert compare(FIRST, FIRST, 1).count == 0


def test_changed_squares_say_what_stood_there() -> None:
    second = revised(FIRST, money={"executed.total": "120"}, indicators=(ROWS[0].having(actual="10人"), ROWS[1]))
    assert compare(second, FIRST, 1).squares == {
        "executed.total": Difference("100", 1),
        "indicators[7].actual": Difference("9人", 1),
    }


def test_a_new_row_was_blank_and_a_removed_one_is_named() -> None:
    second = revised(FIRST, indicators=(ROWS[0], Indicator("9", level3="满意度")))
    found = compare(second, FIRST, 1)
    assert found.squares == {"indicators[9].level3": Difference("", 1)}
    assert found.removed == ("发放率",)
    assert found.count == 2


def test_moved_rows_are_no_change() -> None:
    assert compare(revised(FIRST, indicators=ROWS[::-1]), FIRST, 1).count == 0


def test_a_square_tells_its_texts_from_version_to_version_the_newest_first() -> None:
    second = revised(FIRST, money={"executed.total": "120"})
    third = revised(second, indicators=(ROWS[0].having(actual="10人"), ROWS[1]))
    assert histories(third, {1: FIRST, 2: second}, 3) == {
        "executed.total": [(2, "120"), (1, "100")],
        "indicators[7].actual": [(3, "10人"), (1, "9人")],
    }
    assert histories(FIRST, {}, 1) == {}
