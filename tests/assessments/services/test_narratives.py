"""Writing the report: never over somebody else's words, never while it is sent, every sent text kept."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction

from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Cycle, Filing, NarrativeReport, NarrativeVersion, Obligation
from assessments.services.errors import NotEditable, Refused
from assessments.services.narratives import (
    Overtaken,
    Stored,
    explain_in_narrative,
    freeze_narrative,
    save_narrative,
    why_closed,
)
from portal.accounts.models import User
from tests.assessments.conftest import Scene
from tests.factories.accounts import ClerkFactory
from tests.factories.assessments import NOW, make_draft, make_obligation
from tests.factories.narratives import make_report_cycle, write

AT_HEAD = "有自评表正待负责人审核，报告随表送审，现在不能修改；需要修改时请先收回该表。"
ALL_SENT = "本年度的自评表都已报送，报告随表报送，不能再改。"
HALF = "\ud800"


@pytest.fixture
def cycle(scene: Scene) -> Cycle:
    """A self-assessment in which the county owes one form."""
    return make_report_cycle(scene.cycle.prefecture, scene.clerk.unit)


def save(cycle: Cycle, clerk: User, text: str, revision: int = 0) -> Stored | Overtaken:
    return save_narrative(cycle=cycle, unit=clerk.unit, text=text, revision=revision, actor=clerk, at=NOW)


def filing_in(cycle: Cycle, clerk: User, state: State) -> Filing:
    """The form of the first obligation, in ``state``."""
    filing = make_draft(cycle.obligations.order_by("pk")[0], clerk)
    Filing.objects.filter(pk=filing.pk).update(state=state)
    return filing


def test_a_text_is_kept_as_it_was_typed_with_one_kind_of_line_break(scene: Scene, cycle: Cycle) -> None:
    save(cycle, scene.clerk, "一\r\n\r\n二\r三 <b>四</b>\n")
    report = NarrativeReport.objects.get()
    assert report.text == "一\n\n二\n三 <b>四</b>\n"
    assert (report.revision, report.saved_by, report.saved_at) == (1, scene.clerk, NOW)


def test_whoever_saved_meanwhile_is_not_overwritten(scene: Scene, cycle: Cycle) -> None:
    save(cycle, scene.colleague, "甲")
    outcome = save(cycle, scene.clerk, "乙")
    assert (type(outcome), outcome.report.text, outcome.report.saved_by) == (Overtaken, "甲", scene.colleague)
    assert NarrativeReport.objects.get().text == "甲"
    assert type(save(cycle, scene.clerk, "乙", outcome.report.revision)) is Stored


def test_the_same_text_again_is_no_saving(scene: Scene, cycle: Cycle) -> None:
    save(cycle, scene.colleague, "甲")
    outcome = save(cycle, scene.clerk, "甲", 7)
    assert (type(outcome), outcome.report.revision, outcome.report.saved_by) == (Stored, 1, scene.colleague)


@pytest.mark.parametrize("revision", [-1, 2, 2**31 - 1])
def test_a_revision_that_never_was_overwrites_nothing(scene: Scene, cycle: Cycle, revision: int) -> None:
    save(cycle, scene.clerk, "甲")
    assert type(save(cycle, scene.clerk, "乙", revision)) is Overtaken
    assert NarrativeReport.objects.get().text == "甲"


@pytest.mark.django_db(transaction=True)
def test_of_many_savers_at_once_one_succeeds(scene: Scene, cycle: Cycle) -> None:
    def attempt(number: int) -> Stored | Overtaken:
        try:
            return save(cycle, scene.clerk, f"第{number}人写的")
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(attempt, range(20)))
    (stored,) = [item for item in outcomes if isinstance(item, Stored)]
    report = NarrativeReport.objects.get()
    assert (report.text, report.revision) == (stored.report.text, 1)


@pytest.mark.django_db(transaction=True)
def test_a_text_waits_for_a_form_that_is_on_its_way_to_the_head(scene: Scene, cycle: Cycle) -> None:
    filing = filing_in(cycle, scene.clerk, State.DRAFT)

    def attempt() -> str:
        try:
            save(cycle, scene.clerk, "来晚了")
        except NotEditable as refused:
            return refused.message
        finally:
            connection.close()
        return "saved"

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Filing.objects.select_for_update().get(pk=filing.pk)
            late = pool.submit(attempt)
            Filing.objects.filter(pk=filing.pk).update(state=State.PENDING_HEAD)
        assert late.result(timeout=30) == AT_HEAD
    assert NarrativeReport.objects.count() == 0


@pytest.mark.parametrize(("text", "held"), [("甲\0乙", "甲乙"), ("甲\x0c乙", "甲\n乙"), (f"甲{HALF}", "甲")])
def test_a_text_is_stored_clean(scene: Scene, cycle: Cycle, text: str, held: str) -> None:
    save(cycle, scene.clerk, text)
    assert NarrativeReport.objects.get().text == held


def test_a_text_that_is_too_long_is_refused_in_words(scene: Scene, cycle: Cycle) -> None:
    with pytest.raises(Refused, match="“绩效评价报告”最多 200000 个字，现在有 200001 个"):
        save(cycle, scene.clerk, "字" * 200_001)
    assert NarrativeReport.objects.count() == 0


def test_the_longest_text_is_kept(scene: Scene, cycle: Cycle) -> None:
    assert type(save(cycle, scene.clerk, "字" * 200_000)) is Stored


def test_only_clerks_of_the_unit_write(scene: Scene, cycle: Cycle) -> None:
    for person in (scene.head, scene.reviewer, ClerkFactory.create()):
        with pytest.raises(NotEditable, match="只有本单位的经办人"):
            save_narrative(cycle=cycle, unit=scene.clerk.unit, text="甲", revision=0, actor=person, at=NOW)


@pytest.mark.parametrize(
    ("states", "reason"),
    [
        ((None, None), ""),
        ((State.DRAFT, None), ""),
        ((State.RETURNED, State.CONCLUDED), ""),
        ((State.SUBMITTED, None), ""),
        ((State.PENDING_HEAD, State.DRAFT), AT_HEAD),
        ((State.PENDING_HEAD, None), AT_HEAD),
        ((State.SUBMITTED, State.IN_REVIEW), ALL_SENT),
        ((State.SCORED, State.CONCLUDED), ALL_SENT),
    ],
)
def test_the_text_is_open_while_a_form_is_open(scene: Scene, states: tuple[State | None, ...], reason: str) -> None:
    funds = (Fund.GOV_PENSION, Fund.RESIDENT_PENSION)
    cycle = make_report_cycle(scene.cycle.prefecture, scene.clerk.unit, funds)
    for obligation, state in zip(cycle.obligations.order_by("fund"), states, strict=True):
        if state:
            filing = make_draft(obligation, scene.clerk)
            Filing.objects.filter(pk=filing.pk).update(state=state)
    assert why_closed(cycle=cycle, unit=scene.clerk.unit) == reason
    if reason:
        with pytest.raises(NotEditable, match=reason):
            save(cycle, scene.clerk, "甲")


def test_another_units_form_before_its_head_closes_nothing(scene: Scene, cycle: Cycle) -> None:
    neighbour = ClerkFactory.create()
    foreign = make_draft(make_obligation(cycle, neighbour.unit), neighbour)
    Filing.objects.filter(pk=foreign.pk).update(state=State.PENDING_HEAD)
    assert why_closed(cycle=cycle, unit=scene.clerk.unit) == ""


def test_monitoring_takes_no_report_and_an_import_is_only_read(scene: Scene, cycle: Cycle) -> None:
    assert why_closed(cycle=scene.cycle, unit=scene.clerk.unit) == "本批次不需要绩效评价报告。"
    cycle.historical = True
    assert why_closed(cycle=cycle, unit=scene.clerk.unit) == "这是以往年度导入的资料，报告只供查看。"


def test_who_owes_no_form_writes_no_report(scene: Scene, cycle: Cycle) -> None:
    Obligation.objects.filter(cycle=cycle).delete()
    with pytest.raises(NotEditable):
        save(cycle, scene.clerk, "甲")


def test_an_explanation_replaces_the_one_before(scene: Scene, cycle: Cycle) -> None:
    report = write(cycle, scene.clerk, "甲")
    for text in ("先写的理由", " 后写的理由 "):
        explain_in_narrative(report=report, rule="V10", anchor="a", text=text, actor=scene.clerk, at=NOW)
    assert [(item.rule, item.anchor, item.text) for item in report.explanations.all()] == [("V10", "a", "后写的理由")]


@pytest.mark.parametrize("text", ["", " ", "无", "同上。", "。。。", "甲\0", "字" * 501])
def test_an_explanation_that_says_nothing_is_refused(scene: Scene, cycle: Cycle, text: str) -> None:
    report = write(cycle, scene.clerk, "甲")
    with pytest.raises(Refused):
        explain_in_narrative(report=report, rule="V10", anchor="a", text=text, actor=scene.clerk, at=NOW)
    assert report.explanations.count() == 0


def test_a_closed_report_is_not_explained_either(scene: Scene, cycle: Cycle) -> None:
    report = write(cycle, scene.clerk, "甲")
    filing_in(cycle, scene.clerk, State.PENDING_HEAD)
    with pytest.raises(NotEditable, match=AT_HEAD):
        explain_in_narrative(report=report, rule="V10", anchor="a", text="理由", actor=scene.clerk, at=NOW)


def test_what_was_sent_stays_when_the_text_goes_on(scene: Scene, cycle: Cycle) -> None:
    kept = []
    for text in ("甲", "甲", "乙", "甲"):
        report = write(cycle, scene.clerk, text)
        kept.append(freeze_narrative(report=report, actor=scene.head, at=NOW))
    assert [each and each.version for each in kept] == [1, 1, 2, 3]
    assert [each.text for each in NarrativeVersion.objects.order_by("version")] == ["甲", "乙", "甲"]


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses_to_change_what_was_sent(scene: Scene, cycle: Cycle, act: str) -> None:
    kept = freeze_narrative(report=write(cycle, scene.clerk, "甲"), actor=scene.head, at=NOW)
    assert kept is not None
    versions = NarrativeVersion.objects.filter(pk=kept.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        versions.update(text="乙") if act == "update" else versions.delete()
    assert NarrativeVersion.objects.get().text == "甲"
