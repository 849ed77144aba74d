"""A version keeps what was found, explained and waived, in any language, whatever becomes of the rules."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation

from assessments.domain.consistency import NEWEST, RULE_SETS, Finding, Severity, Span, check_dossier, check_form
from assessments.domain.exchange import to_payload
from assessments.domain.wording import Message
from assessments.models import Explanation, NarrativeReport, Snapshot, Waiver
from assessments.queries import facts_of_snapshot
from assessments.services.anchors import anchor_of
from assessments.services.dossiers import told_in
from assessments.services.examining import Examined
from assessments.services.explanations_on_squares import about
from assessments.services.frozen import Frozen, Waived, findings_of, frozen_findings
from assessments.services.narratives import freeze_narrative
from assessments.services.wording import in_words
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, loaded, make_draft, make_submitted
from tests.filings import BACHU, HESHUO, KASHGAR, parcel

AT_SQUARE = Finding(
    rule="V14",
    severity=Severity.WARNING,
    where="executed.total",
    title=Message("执行率"),
    message=Message("{rate} 是 {of}", {"rate": Decimal("101.90"), "of": Message("{count} 项", {"count": 3})}),
    short=Message("请确认"),
    found="23600",
    expected="23160",
    arithmetic=Message("{a} ÷ {b}", {"a": "23600", "b": "23160"}),
    span=Span(2, 5),
)
_NO = Message("")
IN_TEXT = replace(AT_SQUARE, rule="V02", where="narrative[0]", arithmetic=None, span=Span(0, 4, 0, 0))


def seen(scene: Scene, *, waivers: dict[str, Waiver] | None = None) -> tuple[Examined, Snapshot]:
    """An examination that found both, and a version in which to keep it."""
    filing = make_draft(scene.obligation, scene.clerk)
    report = NarrativeReport.objects.create(cycle=scene.cycle, unit=scene.clerk.unit, text="支出多了\n完")
    paragraphs = ("支出多了", "完")
    said = {"text": "补发", "about": about(AT_SQUARE), "actor": scene.clerk, "at": NOW}
    Explanation.objects.create(filing=filing, rule="V14", key="executed.total", **said)
    report.explanations.create(
        rule="V02", anchor=anchor_of(IN_TEXT, paragraphs), text="含上年", actor=scene.clerk, at=NOW
    )
    found = Examined((AT_SQUARE,), (IN_TEXT,), frozenset(), frozenset(), "2026-2", waivers or {}, report, paragraphs)
    examined = replace(found, told_in_narrative=told_in(report))
    stored = json.loads(json.dumps(frozen_findings(loaded(filing), examined)))
    return examined, Snapshot(filing=filing, version=1, rule_set="2026-2", findings=stored)


def test_findings_come_back_with_their_explanations(scene: Scene) -> None:
    _examined, snapshot = seen(scene)
    at_square = replace(
        AT_SQUARE, message=replace(AT_SQUARE.message, values={**AT_SQUARE.message.values, "rate": "101.90"})
    )
    in_text = replace(IN_TEXT, message=at_square.message)
    assert findings_of(snapshot) == (Frozen(at_square, "补发"), Frozen(in_text, "含上年"))
    assert [found.in_narrative for found in findings_of(snapshot)] == [False, True]


def test_a_waiver_is_kept_with_its_reason_approver_and_last_day(scene: Scene) -> None:
    waiver = Waiver(rule="V02", reason="区划调整", approver=scene.office_head, expires_on=NOW.date())
    _examined, snapshot = seen(scene, waivers={"V02": waiver})
    assert [found.waived for found in findings_of(snapshot)] == [
        None,
        Waived("区划调整", str(scene.office_head), NOW.date().isoformat()),
    ]


@pytest.mark.parametrize("name", [BACHU, HESHUO, KASHGAR])
def test_kept_sentences_are_read_in_the_readers_language(scene: Scene, name: str) -> None:
    found = check_dossier(parcel(name).dossier).findings
    examined = Examined(found, (), frozenset(), frozenset(), NEWEST, {}, None)
    stored = json.loads(json.dumps(frozen_findings(make_draft(scene.obligation, scene.clerk), examined)))
    kept = [each.finding for each in findings_of(Snapshot(findings=stored))]
    assert [replace(item, message=_NO, arithmetic=None) for item in kept] == [
        replace(item, message=_NO, arithmetic=None) for item in found
    ]
    for language in ("zh-hans", "en"):
        with translation.override(language):
            assert [in_words(item.message) for item in kept] == [in_words(item.message) for item in found]


def test_an_early_version_that_kept_only_sentences_is_read_by_the_rules_of_its_time(scene: Scene) -> None:
    snapshot = make_submitted(scene.obligation, scene.clerk, scene.head).snapshots.get()
    facts = replace(facts_of_snapshot(snapshot), money={"adjusted_budget.total": "14158", "received.total": "20000"})
    early = Snapshot(filing=snapshot.filing, payload=to_payload(facts), rule_set=RULE_SETS[0])
    first = check_form(facts_of_snapshot(early), rule_set=RULE_SETS[0]).findings[0]
    early.findings = [{"rule": first.rule, "where": first.where, "explanation": "已去函核实"}]
    assert findings_of(early)[0] == Frozen(first, "已去函核实")


def test_the_same_text_is_one_version_and_a_changed_one_another(scene: Scene) -> None:
    report = NarrativeReport.objects.create(cycle=scene.cycle, unit=scene.clerk.unit, text="甲")
    first = freeze_narrative(report=report, actor=scene.head, at=NOW)
    again = freeze_narrative(report=report, actor=scene.head, at=NOW)
    report.text = "乙"
    second = freeze_narrative(report=report, actor=scene.head, at=NOW)
    assert first == again
    assert [(each.version, each.text) for each in report.versions.all()] == [(1, "甲"), (2, "乙")]
    assert second == report.versions.get(version=2)


def test_without_words_there_is_no_version(scene: Scene) -> None:
    report = NarrativeReport.objects.create(cycle=scene.cycle, unit=scene.clerk.unit, text=" \n")
    assert freeze_narrative(report=report, actor=scene.head, at=NOW) is None
    assert freeze_narrative(report=None, actor=scene.head, at=NOW) is None
