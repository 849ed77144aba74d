"""What a unit says to a warning stands for the figures that it was said to, and for no others."""

from dataclasses import replace

import pytest

from assessments.domain.consistency import Finding, Severity
from assessments.domain.wording import Message
from assessments.models import Explanation, Filing
from assessments.queries import facts_of
from assessments.services.answered_findings import AnsweredFinding, answered_at_squares
from assessments.services.errors import Refused
from assessments.services.examining import examine
from assessments.services.explanations import explain
from assessments.services.readiness import readiness
from assessments.services.rows import add_rows, move_row, remove_row
from assessments.services.squares import Change, save_squares
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, loaded, make_draft, make_ready

SAME = {"level1": "产出指标", "level2": "数量指标", "target": "2834人", "actual": "2834人"}
WARNING = Finding(
    "V22", Severity.WARNING, "executed.total", Message("变化过大"), Message("比上年增加"), Message("变化"), "12", "5"
)
CONFIRM = replace(WARNING, rule="V11", where="indicators[1].actual", confirms=("甲 5人", "乙 6人"))


def said_to(filing: Filing, finding: Finding, text: str, scene: Scene) -> None:
    explain(filing=filing, finding=finding, text=text, actor=scene.clerk, at=NOW)


def told(filing: Filing, finding: Finding) -> AnsweredFinding:
    (answered,) = answered_at_squares([finding], loaded(filing))
    return answered


def saying(rate: str) -> Finding:
    return replace(WARNING, message=Message("比上年{rate}", {"rate": rate}))


def test_an_explanation_stands_until_the_finding_says_something_else(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    said_to(filing, saying("增加 140%"), "补缴了往年的保费。", scene)
    assert told(filing, same := saying("增加 140%")) == AnsweredFinding(same, "补缴了往年的保费。")
    assert told(filing, more := saying("增加 150%")) == AnsweredFinding(more, "补缴了往年的保费。", is_stale=True)
    assert told(filing, replace(saying("增加 140%"), found="13")).is_stale
    said_to(filing, saying("增加 150%"), "补缴了往年的保费。", scene)
    assert told(filing, saying("增加 150%")).stands
    assert Explanation.objects.count() == 1


def test_a_confirmation_holds_for_the_form_and_for_no_more_figures_than_were_confirmed(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    said_to(filing, CONFIRM, "确认是实际数", scene)
    assert Explanation.objects.get().key == "form"
    fewer = replace(CONFIRM, where="indicators[2].actual", confirms=("乙 6人",), message=Message("1 项"))
    other_order = replace(CONFIRM, confirms=("乙 6人", "甲 5人"))
    more = replace(CONFIRM, confirms=("甲 5人", "乙 6人", "丙 7人"))
    changed = replace(CONFIRM, confirms=("甲 5人", "乙 8人"))
    assert [told(filing, each).stands for each in (CONFIRM, fewer, other_order, more, changed)] == [
        *(True, True, True),
        *(False, False),
    ]


@pytest.mark.parametrize("text", ["确认是实际数", "情况属实"])
def test_words_that_confirm_do_only_where_a_confirmation_is_asked(scene: Scene, text: str) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    said_to(filing, CONFIRM, text, scene)
    with pytest.raises(Refused, match=text):
        said_to(filing, WARNING, text, scene)
    assert [(item.rule, item.text) for item in Explanation.objects.all()] == [("V11", text)]


@pytest.mark.parametrize("text", ["无", "同上", "1", "。"])
def test_a_confirmation_must_confirm_something(scene: Scene, text: str) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    with pytest.raises(Refused, match="请写“确认是实际数”"):
        said_to(filing, CONFIRM, text, scene)
    assert Explanation.objects.count() == 0


def test_an_answer_from_before_it_was_kept_what_it_was_said_to_is_asked_again(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    Explanation.objects.create(filing=filing, rule="V22", key=WARNING.where, text="补缴", actor=scene.clerk, at=NOW)
    assert told(filing, WARNING) == AnsweredFinding(WARNING, "补缴", is_stale=True)


def equal_rows(scene: Scene, *names: str) -> Filing:
    """A ready form with rows whose actual is their target."""
    filing = make_ready(scene.obligation, scene.clerk)
    for name in names:
        add_rows(filing=filing, after=None, actor=scene.clerk, at=NOW, values=[SAME | {"level3": name}])
    return loaded(filing)


def open_warnings(filing: Filing) -> list[str]:
    filing = loaded(filing)
    return [item.rule for item in readiness(filing, examine(filing, facts_of(filing))).unexplained]


def confirm(filing: Filing, scene: Scene) -> None:
    filing = loaded(filing)
    asked = [item.finding for item in examine(filing, facts_of(filing)).at_squares if item.rule == "V11"]
    assert len(asked) == 1
    said_to(filing, asked[0], "确认是实际数", scene)


def test_one_confirmation_stays_while_the_first_equal_row_moves_or_goes(scene: Scene) -> None:
    filing = equal_rows(scene, "参保人数", "缴费人数", "领取人数")
    assert "V11" in open_warnings(filing)
    confirm(filing, scene)
    assert "V11" not in open_warnings(filing)
    first, second, _third = [str(row.pk) for row in filing.list_rows.all()][-3:]
    move_row(filing=filing, ref=second, up=True, actor=scene.clerk, at=NOW)
    assert "V11" not in open_warnings(filing)
    remove_row(filing=filing, ref=second, actor=scene.clerk, at=NOW)
    remove_row(filing=filing, ref=first, actor=scene.clerk, at=NOW)
    assert "V11" not in open_warnings(filing)


def test_another_equal_row_is_asked_about(scene: Scene) -> None:
    filing = equal_rows(scene, "参保人数")
    confirm(filing, scene)
    add_rows(filing=filing, after=None, actor=scene.clerk, at=NOW, values=[SAME | {"level3": "缴费人数"}])
    assert "V11" in open_warnings(filing)


def test_received_as_executed_is_confirmed_apart_from_what_else_is_found_at_its_square(scene: Scene) -> None:
    filing = make_ready(scene.obligation, scene.clerk)
    known = facts_of(filing)
    typed = {"adjusted_budget.total": "10000", "received.total": "10934", "executed.total": "10934"}
    changes = [Change(key, value, known.value(key)) for key, value in typed.items()]
    save_squares(filing_id=filing.pk, changes=changes, actor=scene.clerk, at=NOW)
    filing = loaded(filing)
    found = [item.finding for item in examine(filing, facts_of(filing)).at_squares if item.rule == "V15"]
    equal, more = sorted(found, key=lambda item: not item.confirms)
    assert (equal.where, more.where) == ("received.total", "received.total")
    said_to(filing, equal, "确认是实际数", scene)
    assert [told(filing, each).stands for each in (equal, more)] == [True, False]
    said_to(filing, more, "年中追加了中央补助，尚未调整预算。", scene)
    assert {item.key for item in Explanation.objects.all()} == {"form", "received.total"}


def test_the_same_words_answer_all_that_a_rule_asks_at_one_square(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    budget, last_year = saying("完成预算的 40%"), saying("增加 140%")
    said_to(filing, budget, "补缴了往年的保费。", scene)
    assert [told(filing, each).stands for each in (budget, last_year)] == [True, False]
    said_to(filing, last_year, "补缴了往年的保费。", scene)
    assert [told(filing, each).stands for each in (budget, last_year)] == [True, True]
    said_to(filing, budget, "预算没有调整。", scene)
    assert [told(filing, each).stands for each in (budget, last_year)] == [True, False]
