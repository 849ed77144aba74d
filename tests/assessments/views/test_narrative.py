"""The page of the report, without a script and to be read: what it says, to whom, and what it costs."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from assessments.domain.facts import Form
from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Cycle, Filing, NarrativeExplanation, NarrativeReport, NarrativeVersion, Snapshot
from assessments.services.narratives import freeze_narrative
from portal.accounts.models import User
from tests.assessments.conftest import Scene
from tests.factories.accounts import ClerkFactory, FinanceUnitFactory, ReviewerFactory
from tests.factories.assessments import NOW, make_cycle, make_draft, make_submitted
from tests.factories.narratives import DOUBTFUL, WRONG, make_report_cycle, write
from tests.factories.waivers import make_waiver

FUNDS = (Fund.GOV_PENSION, Fund.RESIDENT_PENSION, Fund.WORK_INJURY)
PAGE_QUERIES = 14


@pytest.fixture
def cycle(scene: Scene) -> Cycle:
    return make_report_cycle(scene.cycle.prefecture, scene.clerk.unit)


def client_of(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def page(person: User, cycle: Cycle) -> Any:
    return client_of(person).get(reverse("assessments:narrative", args=[cycle.pk]))


def post(person: User, cycle: Cycle, **fields: str) -> Any:
    return client_of(person).post(reverse("assessments:narrative", args=[cycle.pk]), fields)


def fields_of(shown: Any) -> list[str]:
    """The names of the fields that explain warnings."""
    return re.findall(r'name="(explain:[^"]*)"', shown.content.decode())


def test_the_page_shows_the_text_and_what_was_found(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.clerk, f"\n{WRONG}")
    shown = page(scene.clerk, cycle)
    assertContains(shown, 'name="text" rows="24" spellcheck="false"', count=1)
    assertContains(shown, f">\n\n{WRONG}</textarea>")
    assertContains(shown, "文中写“比上年增加50人”，1000 − 900 = 100人")
    assertContains(shown, "报告里的须改项没有改好，自评表不能送审")
    assertContains(shown, f'<span id="characters">{len(WRONG)}</span>', html=True)


def test_html_is_text(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.clerk, "</textarea><script>alert(1)</script>")
    for person in (scene.clerk, scene.head):
        shown = page(person, cycle)
        assertContains(shown, "&lt;script&gt;alert(1)&lt;/script&gt;")
        assertNotContains(shown, "<script>alert(1)")


def test_a_whole_form_is_saved_with_its_explanations(scene: Scene, cycle: Cycle) -> None:
    assert post(scene.clerk, cycle, text=DOUBTFUL, revision="0").status_code == 302
    entry = page(scene.clerk, cycle).context["page"].panel.entries[0]
    done = post(scene.clerk, cycle, text=DOUBTFUL, revision="1", **{entry.field: "年中追加了预算。"})
    assert (done.status_code, done.headers["Location"]) == (302, reverse("assessments:narrative", args=[cycle.pk]))
    assert NarrativeExplanation.objects.get().text == "年中追加了预算。"
    assertContains(page(scene.clerk, cycle), "年中追加了预算。</textarea>")


def test_an_explanation_that_says_nothing_comes_back(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.clerk, DOUBTFUL)
    entry = page(scene.clerk, cycle).context["page"].panel.entries[0]
    refused = post(scene.clerk, cycle, text=DOUBTFUL, revision="1", **{entry.field: "同上"})
    assert refused.status_code == 422
    assertContains(refused, "“同上”没有说明原因", status_code=422)


def test_an_explanation_that_cannot_be_stored_stands_in_its_field_as_it_was_typed(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.clerk, DOUBTFUL)
    (field,) = fields_of(page(scene.clerk, cycle))
    typed = "年中追加了预算。" * 100
    refused = post(scene.clerk, cycle, text=DOUBTFUL, revision="1", **{field: typed})
    assertContains(refused, f">{typed}</textarea>", status_code=422)
    overtaken = post(scene.clerk, cycle, text=f"{DOUBTFUL}再写", revision="0", **{field: "年中追加了预算。"})
    assertContains(overtaken, ">年中追加了预算。</textarea>", status_code=409)


def test_an_explanation_that_came_too_late_is_shown_to_be_copied(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.clerk, DOUBTFUL)
    (field,) = fields_of(page(scene.clerk, cycle))
    Filing.objects.filter(pk=make_draft(cycle.obligations.get(), scene.clerk).pk).update(state=State.PENDING_HEAD)
    late = post(scene.clerk, cycle, text=DOUBTFUL, revision="1", **{field: "年中追加了预算。"})
    assertContains(late, f"{DOUBTFUL}\n\n年中追加了预算。</textarea>", status_code=409)


def test_the_explanation_of_what_was_put_right_is_posted_once_more_for_nothing(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.clerk, DOUBTFUL)
    (field,) = fields_of(page(scene.clerk, cycle))
    said = {field: "年中追加了预算，\r\n已调整。"}
    assert post(scene.clerk, cycle, text=DOUBTFUL, revision="1", **said).status_code == 302
    assert post(scene.clerk, cycle, text="一、总体情况", revision="1", **said).status_code == 302


def test_of_two_forms_the_second_keeps_its_words_and_shows_the_firsts(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.colleague, "对方的话")
    late = post(scene.clerk, cycle, text="我的话", revision="0")
    assert late.status_code == 409
    assertContains(late, ">\n我的话</textarea>", status_code=409)
    assertContains(late, ">\n对方的话</textarea>", status_code=409)
    assertContains(late, scene.colleague.full_name, status_code=409)
    assertContains(late, '<input type="hidden" name="revision" value="1">', status_code=409, html=True)
    assert NarrativeReport.objects.get().text == "对方的话"


@pytest.mark.parametrize("revision", ["", "x", "-1", "9" * 40, "１"])
def test_a_revision_that_is_none_overwrites_nothing(scene: Scene, cycle: Cycle, revision: str) -> None:
    write(cycle, scene.colleague, "对方的话")
    assert post(scene.clerk, cycle, text="我的话", revision=revision).status_code == 409
    assert NarrativeReport.objects.get().text == "对方的话"


def test_a_form_without_its_field_changes_nothing(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.clerk, "甲")
    assert post(scene.clerk, cycle).status_code == 302
    assert NarrativeReport.objects.get().text == "甲"


def test_a_text_that_cannot_be_stored_comes_back_as_it_was_typed(scene: Scene, cycle: Cycle) -> None:
    text = "字" * 200_001
    write(cycle, scene.colleague, "对方的话")
    refused = post(scene.clerk, cycle, text=text, revision="0")
    assertContains(refused, "最多 200000 个字", status_code=422)
    assertContains(refused, f">\n{text}</textarea>", status_code=422)
    assertContains(refused, '<input type="hidden" name="revision" value="0">', status_code=422, html=True)


def test_a_text_that_came_too_late_is_shown_to_be_copied(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.clerk, "已写的")
    filing = make_draft(cycle.obligations.get(), scene.clerk)
    Filing.objects.filter(pk=filing.pk).update(state=State.PENDING_HEAD)
    late = post(scene.clerk, cycle, text="来晚了的话", revision="1")
    assertContains(late, ">\n来晚了的话</textarea>", status_code=409)
    assertContains(late, "有自评表正待负责人审核", status_code=409)
    assertContains(late, "<p>已写的</p>", status_code=409, html=True)


def test_the_head_reads_and_does_not_write(scene: Scene, cycle: Cycle) -> None:
    write(cycle, scene.clerk, WRONG)
    shown = page(scene.head, cycle)
    assertContains(shown, "报告由经办人写，您可以查看。")
    assertContains(shown, '<a class="w err"')
    assertNotContains(shown, "narrative-form")
    assert post(scene.head, cycle, text="改", revision="1").status_code == 409
    assert NarrativeReport.objects.get().text == WRONG


@pytest.mark.parametrize("state", [State.PENDING_HEAD, State.SUBMITTED])
def test_a_closed_report_is_read_with_the_reason(scene: Scene, cycle: Cycle, state: State) -> None:
    write(cycle, scene.clerk, "已写的")
    filing = make_draft(cycle.obligations.get(), scene.clerk)
    Filing.objects.filter(pk=filing.pk).update(state=state)
    shown = page(scene.clerk, cycle)
    assertContains(shown, shown.context["page"].closed)
    assert "报告随表" in shown.context["page"].closed
    assertNotContains(shown, "narrative-form")


def test_a_waived_finding_is_shown_with_its_waiver(scene: Scene, cycle: Cycle) -> None:
    waiver = make_waiver(cycle.obligations.get(), scene.office_head, "V01")
    write(cycle, scene.clerk, WRONG)
    shown = page(scene.clerk, cycle)
    assertContains(shown, waiver.reason)
    assertContains(shown, "须改 <b>0</b> 处", html=False)


def test_who_owes_no_report_finds_no_page(scene: Scene, cycle: Cycle) -> None:
    for person in (scene.reviewer, ClerkFactory.create()):
        assert page(person, cycle).status_code == 404
        assert post(person, cycle, text="甲", revision="0").status_code == 404
    assert page(scene.clerk, scene.cycle).status_code == 404


def test_an_imported_report_is_read_by_its_unit(scene: Scene) -> None:
    published = make_cycle(scene.cycle.prefecture, kind=Form.SELF_ASSESSMENT, year=2022, historical=True)
    NarrativeReport.objects.create(cycle=published, unit=scene.clerk.unit, text=WRONG)
    shown = page(scene.clerk, published)
    assertContains(shown, "这是以往年度导入的资料，报告只供查看。")
    assertContains(shown, '<a class="w err"')
    assert post(scene.clerk, published, text="改", revision="0").status_code == 409


@pytest.mark.parametrize("papers", [1, 3])
def test_the_page_costs_the_same_for_one_form_and_for_three(
    scene: Scene, papers: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cycle = make_report_cycle(scene.cycle.prefecture, scene.clerk.unit, FUNDS[:papers])
    for obligation in cycle.obligations.all():
        make_draft(obligation, scene.clerk, rows=papers)
    write(cycle, scene.clerk, "\n".join([WRONG] * papers))
    client = client_of(scene.clerk)
    client.get(reverse("accounts:password"))
    with django_assert_num_queries(PAGE_QUERIES):
        assert client.get(reverse("assessments:narrative", args=[cycle.pk])).status_code == 200


def sent_version(scene: Scene, *, cycle: Cycle) -> NarrativeVersion:
    """A report that went to the prefecture with a form, with what was found in it."""
    report = write(cycle, scene.clerk, f"{WRONG}\n完")
    version = freeze_narrative(report=report, actor=scene.head, at=NOW)
    assert version is not None
    filing = make_draft(cycle.obligations.get(), scene.clerk)
    found = {
        "rule": "V01",
        "severity": "error",
        "where": "narrative[0]",
        "found": "50人",
        "expected": "100人",
        "message": "文中写“增加50人”，应为 100人",
        "words": {
            "title": {"template": "文中的增减额与两年的数不符", "values": {}},
            "message": {"template": "文中写“增加50人”，应为 {value}", "values": {"value": "100人"}},
            "short": {"template": "与计算不符", "values": {}},
        },
        "explanation": "",
        "span": [WRONG.index("50人"), WRONG.index("50人") + 3, 0, 0],
        "waiver": {"reason": "口径不同", "approver": "张处长", "until": "2026-12-31"},
    }
    Snapshot.objects.create(
        filing=filing,
        unit=filing.obligation.unit,
        version=1,
        edition=filing.edition,
        rule_set=cycle.rule_set,
        payload={},
        findings=[found],
        narrative=version,
        digest="0" * 64,
        at=NOW,
    )
    return version


def test_a_version_shows_its_text_with_what_its_filings_keep(scene: Scene, cycle: Cycle) -> None:
    version = sent_version(scene, cycle=cycle)
    write(cycle, scene.clerk, "后来改写的")
    for person in (scene.clerk, scene.head, scene.reviewer):
        shown = client_of(person).get(reverse("assessments:narrative_version", args=[version.pk]))
        assertContains(shown, '<a class="w told"')
        assertContains(shown, "文中写“增加50人”，应为 100人")
        assertContains(shown, "口径不同")
        assertContains(shown, "张处长")
        assertContains(shown, "机关事业单位基本养老保险")
        assertNotContains(shown, "后来改写的")


def test_a_version_is_not_there_for_those_who_did_not_receive_it(scene: Scene, cycle: Cycle) -> None:
    version = sent_version(scene, cycle=cycle)
    elsewhere = ReviewerFactory.create(unit=FinanceUnitFactory.create())
    address = reverse("assessments:narrative_version", args=[version.pk])
    for person in (ClerkFactory.create(), elsewhere):
        assert client_of(person).get(address).status_code == 404


def test_a_version_that_was_never_received_is_the_units_own(scene: Scene, cycle: Cycle) -> None:
    version = freeze_narrative(report=write(cycle, scene.clerk, "甲"), actor=scene.head, at=NOW)
    assert version is not None
    address = reverse("assessments:narrative_version", args=[version.pk])
    assert [client_of(person).get(address).status_code for person in (scene.clerk, scene.reviewer)] == [200, 404]


def test_a_filing_carries_the_report_to_the_prefecture_until_it_is_withdrawn(scene: Scene) -> None:
    report = NarrativeReport.objects.create(cycle=scene.cycle, unit=scene.clerk.unit, text="甲")
    version = freeze_narrative(report=report, actor=scene.head, at=NOW)
    assert version is not None
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    snapshot = filing.snapshots.get()
    snapshot.pk, snapshot.version, snapshot.narrative = None, 2, version
    snapshot.save(force_insert=True)
    address = reverse("assessments:narrative_version", args=[version.pk])
    assert client_of(scene.reviewer).get(address).status_code == 200
    filing.moves.create(
        name="withdraw", source=State.SUBMITTED, target=State.DRAFT, actor=scene.head, at=NOW, version=2
    )
    assert [client_of(person).get(address).status_code for person in (scene.reviewer, scene.head)] == [404, 200]
