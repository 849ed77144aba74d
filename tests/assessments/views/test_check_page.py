"""The page between filling a form in and sending it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains

from assessments.domain.consistency import Finding, Severity
from assessments.domain.facts import Form
from assessments.domain.wording import Message
from assessments.domain.workflow import State
from assessments.models import Filing, NarrativeReport
from assessments.queries import facts_of
from assessments.services.answered_findings import AnsweredFinding, Findings
from assessments.services.marks import add_mark, answer_mark
from assessments.services.moves import move
from assessments.services.snapshot_findings import frozen_findings
from assessments.services.squares import Change, save_squares
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, SQUARES, loaded, make_cycle, make_draft, make_obligation, make_submitted


def test_each_mark_to_answer_leads_to_its_square(client: Client, scene: Scene) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    filing = move(filing=loaded(filing), name="take_up", actor=scene.reviewer, at=NOW)
    add_mark(filing=filing, key="executed.total", reason="请核对执行数。", author=scene.reviewer, at=NOW)
    until = NOW + timedelta(days=2)
    move(filing=filing, name="return_for_revision", actor=scene.reviewer, at=NOW, answer_due_at=until)
    client.force_login(scene.clerk)
    page = client.get(reverse("assessments:check", args=[filing.pk]))
    edit = reverse("assessments:edit", args=[filing.pk])
    assertContains(page, f'<a class="chip" href="{edit}#sq-executed-total">二 · 执行数</a>', html=True)


def test_the_head_sees_the_marks_the_answers_and_what_changed(client: Client, scene: Scene) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    filing = move(filing=loaded(filing), name="take_up", actor=scene.reviewer, at=NOW)
    add_mark(filing=filing, key="executed.total", reason="请核对执行数。", author=scene.reviewer, at=NOW)
    until = NOW + timedelta(days=2)
    filing = move(filing=filing, name="return_for_revision", actor=scene.reviewer, at=NOW, answer_due_at=until)
    change = Change("executed.total", "10801", SQUARES["executed.total"])
    save_squares(filing_id=filing.pk, changes=[change], actor=scene.clerk, at=NOW)
    (mark,) = filing.marks.all()
    answer_mark(mark=mark, kind="explained", text="已按决算数更正。", actor=scene.clerk, at=NOW)
    move(filing=loaded(filing), name="send_to_head", actor=scene.clerk, at=NOW)
    client.force_login(scene.head)
    page = client.get(reverse("assessments:check", args=[filing.pk]))
    for said in ("请核对执行数。", "已按决算数更正。", "报送后改了什么", f"原为：{SQUARES['executed.total']}"):
        assertContains(page, said)
    assert list(page.context["since"].squares) == ["executed.total"]


def test_what_is_found_in_the_narrative_stands_under_its_own_head_and_counts(client: Client, scene: Scene) -> None:
    cycle = make_cycle(scene.cycle.prefecture, kind=Form.SELF_ASSESSMENT)
    filing = make_draft(make_obligation(cycle, scene.clerk.unit), scene.clerk)
    client.force_login(scene.clerk)
    address = reverse("assessments:check", args=[filing.pk])
    before = client.get(address).context["readiness"].must_change
    text = "2026年机关事业单位基本养老保险基金支出2.36亿元，完成预算2.316亿元的102.28%。"
    NarrativeReport.objects.create(cycle=cycle, unit=scene.clerk.unit, text=text)
    page = client.get(address)
    assert page.context["readiness"].must_change == before + 1
    assertContains(page, '<h2 id="in-narrative">绩效评价报告</h2>', html=True)
    assertContains(page, "<blockquote>102.28%</blockquote>", html=True)
    assertContains(page, "绩效评价报告里的也要处理")


def test_what_is_blank_is_told_apart_as_while_filling_in(client: Client, scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    client.force_login(scene.clerk)
    panel = client.get(reverse("assessments:edit", args=[filing.pk])).context["panel"]
    page = client.get(reverse("assessments:check", args=[filing.pk]))
    found = page.context["readiness"]
    assert (found.must_change, len(found.missing)) == (panel.errors, len(panel.missing))
    assertContains(page, f"未填 <b>{len(panel.missing)}</b>")
    sent = client.post(reverse("assessments:move", args=[filing.pk, "send_to_head"]), follow=True)
    assertContains(sent, f"未填 {len(panel.missing)} 格")


def test_words_in_a_square_are_underlined_and_linked(client: Client, scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    filing.squares.filter(key="goal_progress").update(raw="支出23600万元，完成预算23160万元的102.28%。")
    client.force_login(scene.clerk)
    page = client.get(reverse("assessments:check", args=[filing.pk]))
    assertContains(page, 'id="sq-goal_progress-w22" tabindex="-1">102.28%</mark>')
    assertContains(page, 'href="#sq-goal_progress-w22"')


def test_what_was_said_to_other_figures_is_not_counted_as_an_explanation(client: Client, scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    filing.squares.filter(key__endswith=".total").update(raw="10934")
    said = {"rule": "V15", "key": "form", "text": "确认是实际数", "about": ["0" * 64]}
    filing.explanations.create(actor=scene.clerk, at=NOW, **said)
    client.force_login(scene.clerk)
    page = client.get(reverse("assessments:check", args=[filing.pk]))
    assert [item.rule for item in page.context["readiness"].unexplained] == ["V15"]
    assertContains(page, "数已改，请确认说明是否仍然适用")


@pytest.mark.parametrize("name", ["assessments:check", "assessments:filing"])
def test_a_version_that_was_sent_shows_what_was_found_then(client: Client, scene: Scene, name: str) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    words = (Message("当时的标题"), Message("当时的话"), Message("当时"))
    kept = Finding("V14", Severity.WARNING, "executed.total", *words)
    until = "2026-12-31"
    stored = frozen_findings(Findings(facts_of(filing), (AnsweredFinding(kept),), ()))
    stored[0] |= {"explanation": "当时的说明"}
    stored.append(stored[0] | {"rule": "V08", "waiver": {"reason": "区划调整", "approver": "王处长", "until": until}})
    newer = filing.snapshots.get()
    newer.pk, newer.version, newer.findings = None, 2, stored
    newer.save(force_insert=True)
    readers = (scene.clerk, scene.reviewer) if name == "assessments:filing" else (scene.clerk,)
    for reader in readers:
        client.force_login(reader)
        page = client.get(reverse(name, args=[filing.pk]))
        assert [item.finding.rule for item in page.context["found"]] == ["V14", "V08"]
        for said in ("当时的话", "当时的说明", "区划调整", "王处长，有效至 2026年12月31日"):
            assertContains(page, said)


def test_a_returned_form_shows_the_unit_what_is_found_now_and_the_prefecture_what_was_sent(
    client: Client, scene: Scene
) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    Filing.objects.update(state=State.RETURNED)
    filing.squares.filter(key="executed.total").update(raw="一万")
    found = {}
    for reader in (scene.clerk, scene.reviewer):
        client.force_login(reader)
        page = client.get(reverse("assessments:filing", args=[filing.pk]))
        found[reader] = "V00" in [item.finding.rule for item in page.context["found"]]
    assert found == {scene.clerk: True, scene.reviewer: False}


def test_a_head_submits_what_the_page_showed_or_nothing(client: Client, scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    Filing.objects.update(state=State.PENDING_HEAD, saved_at=NOW)
    scene.head.set_password("county-paper-9")
    scene.head.save(update_fields=["password"])
    client.force_login(scene.head)
    seen = client.get(reverse("assessments:check", args=[filing.pk])).context["seen"]
    Filing.objects.update(saved_at=NOW + timedelta(seconds=1))
    address = reverse("assessments:move", args=[filing.pk, "submit"])
    response = client.post(address, {"password": "county-paper-9", "page_read": seen}, follow=True)
    assertContains(response, "这张表在您打开本页之后改过，没有办理。请看过改动后再办。")
    assert Filing.objects.get().state == State.PENDING_HEAD
