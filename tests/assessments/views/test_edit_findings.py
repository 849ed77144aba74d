"""What the form says while it is filled in: found in the unit's other papers, asked once, waived, said again."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from assessments.domain.facts import Form
from assessments.domain.funds import Fund
from assessments.models import Explanation, Filing, NarrativeReport, Waiver
from assessments.queries import facts_of
from assessments.services.examining import examine
from assessments.services.readiness import Readiness, readiness
from portal import clock
from tests.assessments.conftest import Scene
from tests.assessments.views.conftest import Desk, at_desk
from tests.assessments.views.test_edit import post, shown
from tests.factories.assessments import loaded, make_cycle, make_draft, make_obligation

PASTED = "参保缴费人数比预计多143人，后期精准统计。"
#: Says nothing of any indicator, and so fits every paper.
ANYWHERE = "受疫情影响登记推迟，下半年集中办理补缴。"
EQUAL = "explain:V15:form"
REPORT = "2026年机关事业单位基本养老保险基金支出2.36亿元，完成预算2.316亿元的102.28%。"


def panel_after(desk: Desk, key: str, value: str, was: str = "") -> str:
    """The panel as it is drawn after one square was saved; blank where it says the same."""
    desk.save(key, value, was)
    return str(desk.findings()["panel_html"])


def page_of(desk: Desk) -> str:
    return desk.client.get(desk.url("edit")).content.decode()


@pytest.fixture
def assessed(scene: Scene) -> Desk:
    """The clerk at a self-assessment that a narrative goes with."""
    cycle = make_cycle(scene.cycle.prefecture, kind=Form.SELF_ASSESSMENT)
    return at_desk(scene.clerk, make_draft(make_obligation(cycle, scene.clerk.unit), scene.clerk))


def written(desk: Desk, text: str = REPORT) -> NarrativeReport:
    owed = desk.filing.obligation
    return NarrativeReport.objects.create(cycle=owed.cycle, unit=owed.unit, text=text)


def waived(filing: Filing, scene: Scene, rule: str) -> Waiver:
    until = clock.now().date() + timedelta(days=30)
    decision = {"reason": "区划调整期间", "approver": scene.office_head, "decided_at": clock.now(), "expires_on": until}
    return Waiver.objects.create(obligation=filing.obligation, rule=rule, state=Waiver.State.GRANTED, **decision)


def equal_amounts(desk: Desk, amount: str, was: str = "") -> None:
    for key in ("received.total", "executed.total"):
        assert desk.save(key, amount, was)["status"] == "saved"


def test_a_text_of_another_form_of_the_unit_is_found_on_the_page_and_after_a_save(scene: Scene, desk: Desk) -> None:
    other = make_draft(make_obligation(scene.cycle, scene.clerk.unit, Fund.RESIDENT_PENSION), scene.clerk)
    at_desk(scene.clerk, other).save("deviation_and_measures", PASTED)
    assert "V28" in panel_after(desk, "deviation_and_measures", PASTED)
    assert "V28" in page_of(desk)


def test_the_rules_of_the_cycle_hold_and_those_without_input_are_named(desk: Desk) -> None:
    html = page_of(desk)
    assert "适用" in html
    assert "不适用的规则缺少所需的资料" in html
    assert f'<a class="rule-id" href="{reverse("reviews:rules")}#V19">' in html


def test_a_confirmation_is_given_once_and_stands_until_the_figures_change(desk: Desk) -> None:
    equal_amounts(desk, "10934")
    assert desk.save(EQUAL, "无")["message"] == "“无”没有确认什么，请写“确认是实际数”，或者说明情况。"
    assert desk.save(EQUAL, "确认是实际数")["status"] == "saved"
    assertNotContains(desk.client.get(desk.url("edit")), "数已改")
    equal_amounts(desk, "10800", "10934")
    page = desk.client.get(desk.url("edit"))
    assertContains(page, "数已改，请确认说明是否仍然适用", count=1)
    assert shown(desk)[EQUAL] == "确认是实际数"


def test_the_same_words_are_saved_again_for_the_new_figures(desk: Desk) -> None:
    equal_amounts(desk, "10934")
    desk.save(EQUAL, "确认是实际数")
    equal_amounts(desk, "10800", "10934")
    assert desk.save(EQUAL, "确认是实际数", "确认是实际数")["status"] == "saved"
    assertNotContains(desk.client.get(desk.url("edit")), "数已改")
    assert Explanation.objects.count() == 1


def test_without_a_script_the_words_stand_only_where_the_button_says_so(desk: Desk) -> None:
    equal_amounts(desk, "10934")
    desk.save(EQUAL, "确认是实际数")
    equal_amounts(desk, "10800", "10934")
    post(desk, goal_expected="按时发放")
    assertContains(desk.client.get(desk.url("edit")), "数已改")
    post(desk, still=EQUAL)
    assertNotContains(desk.client.get(desk.url("edit")), "数已改")


def test_what_is_waived_says_why_and_asks_for_nothing(scene: Scene, desk: Desk) -> None:
    desk.save(desk.key(3, "actual"), "≥95%", "98.6%")
    assert "is-err" in page_of(desk)
    waiver = waived(desk.filing, scene, "V07")
    html = page_of(desk)
    assert "is-err" not in html
    assert [part in html for part in ("已豁免", "区划调整期间", str(waiver.approver))] == [True, True, True]
    assert f"explain:V07:{desk.key(3, 'actual')}" not in shown(desk)


def test_an_error_can_be_taken_to_the_prefecture_until_that_was_done(scene: Scene, desk: Desk) -> None:
    desk.save(desk.key(3, "actual"), "≥95%", "98.6%")
    ask = f"{reverse('assessments:waiver_ask', args=[desk.filing.obligation_id])}?rule=V07"
    assertContains(desk.client.get(desk.url("edit")), f'href="{ask}"')
    asked = {"asked_by": scene.clerk, "asked_at": clock.now(), "asked_reason": "区划调整"}
    Waiver.objects.create(obligation=desk.filing.obligation, rule="V07", state=Waiver.State.ASKED, **asked)
    page = desk.client.get(desk.url("edit"))
    assertNotContains(page, f'href="{ask}"')
    assertContains(page, "已申请豁免")


def test_an_amount_that_cannot_be_read_is_never_waived(desk: Desk) -> None:
    Filing.objects.get(pk=desk.filing.pk).squares.filter(key="executed.total").update(raw="一万")
    html = page_of(desk)
    assert ("V00" in html, "?rule=V00" in html) == (True, False)


def test_the_narrative_has_one_line_that_leads_to_it(assessed: Desk) -> None:
    assertContains(assessed.client.get(assessed.url("edit")), "还没有写")
    written(assessed)
    page = assessed.client.get(assessed.url("edit"))
    assertContains(page, "须改 1 处，需说明 0 项")
    assertContains(page, f'href="{reverse("assessments:narrative", args=[assessed.filing.obligation.cycle_id])}"')


def test_only_self_assessments_have_a_narrative(desk: Desk) -> None:
    assertNotContains(desk.client.get(desk.url("edit")), "绩效评价报告")


def test_words_in_a_square_are_one_click_away(assessed: Desk) -> None:
    html = panel_after(assessed, "goal_actual", "支出23600万元，完成预算23160万元的102.28%。")
    assert 'href="#sq-goal_actual" data-jump="goal_actual" data-words="22 29"' in html


def warnings_of(desk: Desk, rule: str) -> list[bool]:
    """Whether each warning of ``rule`` is explained."""
    filing = loaded(desk.filing)
    state = readiness(filing, examine(filing, facts_of(filing)))
    asked = [(item, True) for item in state.explained] + [(item, False) for item in state.unexplained]
    return [is_told for item, is_told in asked if item.rule == rule]


def test_two_warnings_of_one_rule_at_one_square_are_explained_together(scene: Scene, desk: Desk) -> None:
    other = make_draft(make_obligation(scene.cycle, scene.clerk.unit, Fund.RESIDENT_PENSION), scene.clerk)
    at_desk(scene.clerk, other).save("deviation_and_measures", ANYWHERE)
    assert desk.save(desk.key(1, "actual"), "1000人", "2977人")["status"] == "saved"
    desk.save("deviation_and_measures", ANYWHERE)
    field = "explain:V28:deviation_and_measures"
    assert (warnings_of(desk, "V28"), page_of(desk).count(f'name="{field}"')) == ([False, False], 1)
    assert desk.save(field, "两个险种由同一中心经办，登记一并推迟。")["status"] == "saved"
    assert warnings_of(desk, "V28") == [True, True]


RATE = "支出23600万元，完成预算23160万元的102.28%。"
MISREAD = "explain:V01:goal_actual"
HOW = "这里的预算是调整前的数，与前一个数无关。"


def test_an_error_that_was_misread_is_answered_in_words_and_blocks_nothing(assessed: Desk) -> None:
    assert assessed.save("goal_actual", RATE)["status"] == "saved"
    html = page_of(assessed)
    assert (f'name="{MISREAD}"' in html, "如果是系统读错了，请写明原意" in html) == (True, True)
    assert square_of(assessed, "goal_actual").startswith("sq is-err")
    assert assessed.save(MISREAD, "无")["status"] == "refused"
    assert assessed.save(MISREAD, HOW)["status"] == "saved"
    state = state_of(assessed)
    assert ([item.rule for item in state.errors], misread_in(state)) == ([], [HOW])
    assert square_of(assessed, "goal_actual").startswith("sq is-warn told")
    assert "已答系统读错了" in page_of(assessed)


def test_other_words_are_asked_about_anew(assessed: Desk) -> None:
    assessed.save("goal_actual", RATE)
    assessed.save(MISREAD, HOW)
    assessed.save("goal_actual", RATE.replace("102.28", "103.28"), RATE)
    state = state_of(assessed)
    assert ([item.rule for item in state.errors], misread_in(state)) == (["V01"], [])


def test_an_error_in_a_figure_is_corrected_not_answered(desk: Desk) -> None:
    assert desk.save(desk.key(3, "actual"), "≥95%", "98.6%")["status"] == "saved"
    refused = desk.save(f"explain:V07:{desk.key(3, 'actual')}", "系统读错了，这是实际数。")
    assert refused["status"] == "refused"
    assert (Explanation.objects.count(), [item.rule for item in state_of(desk).errors]) == (0, ["V07"])


def test_a_sign_that_cannot_be_printed_is_removed_not_answered(desk: Desk) -> None:
    assert desk.save("goal_progress", "按时发放\U0001f600")["status"] == "saved"
    assert [item.rule for item in state_of(desk).errors] == ["V00"]
    assert desk.save("explain:V00:goal_progress", "系统读错了，这是一个笑脸。")["status"] == "refused"


def state_of(desk: Desk) -> Readiness:
    filing = loaded(desk.filing)
    return readiness(filing, examine(filing, facts_of(filing)))


def misread_in(state: Readiness) -> list[str]:
    """What the unit says to the errors that it holds for misreadings."""
    return [item.explanation for item in state.findings.at_squares if item.is_misread]


def square_of(desk: Desk, key: str) -> str:
    found = re.search(rf'class="([^"]*)"[^>]* data-key="{re.escape(key)}"', page_of(desk))
    assert found is not None
    return found[1]
