"""A version keeps what was found, explained and waived, in any language, whatever becomes of the rules."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation

from assessments.domain.consistency import RULE_SETS, Finding, Severity, Span, check_dossier
from assessments.domain.facts import Facts, Form
from assessments.domain.funds import Fund
from assessments.domain.wording import Message
from assessments.models import NarrativeReport, Snapshot
from assessments.queries import facts_of
from assessments.services.answered_findings import AnsweredFinding, Findings, GrantedWaiver
from assessments.services.narratives import freeze_narrative
from assessments.services.snapshot_findings import findings_of, findings_of_text, frozen_findings
from assessments.services.wording import in_words
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, make_draft, make_obligation
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
#: Snapshots as earlier releases wrote them, of the public papers of 巴楚县.
OLD = json.loads((Path(__file__).parent / "old_snapshots.json").read_text())
NO_FACTS = Facts(Form.SELF_ASSESSMENT, "self-assessment-2022")


def test_a_text_that_went_with_several_forms_has_each_finding_once(scene: Scene) -> None:
    report = NarrativeReport.objects.create(cycle=scene.cycle, unit=scene.clerk.unit, text="支出多了\n完")
    text = freeze_narrative(report=report, actor=scene.head, at=NOW)
    waiver = GrantedWaiver("V02", "区划调整", str(scene.office_head), NOW.date(), fund="")

    def sent(fund: Fund, explanation: str, *waivers: GrantedWaiver) -> Snapshot:
        owed = make_obligation(scene.cycle, scene.clerk.unit, fund)
        filing = make_draft(owed, scene.clerk)
        found = Findings(
            facts_of(filing), (), (AnsweredFinding(IN_TEXT, explanation, waivers=waivers, words="支出多了"),)
        )
        return Snapshot(filing=filing, version=1, rule_set="2026-2", findings=frozen_findings(found), narrative=text)

    both = findings_of_text([sent(Fund.RESIDENT_PENSION, "含上年", waiver), sent(Fund.WORK_INJURY, "", waiver)])
    assert [(item.rule, item.explanation) for item in both] == [("V02", "含上年")]
    assert [waiver.fund for waiver in both[0].waivers] == ["城乡居民基本养老保险", "工伤保险"]


def test_findings_come_back_with_their_explanations_and_waivers(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    waiver = GrantedWaiver("V02", "区划调整", str(scene.office_head), NOW.date(), fund="失业保险基金")
    stale = AnsweredFinding(replace(AT_SQUARE, rule="V15"), "补缴", is_stale=True)
    found = Findings(
        facts_of(filing),
        (AnsweredFinding(AT_SQUARE, "补发"), stale),
        (AnsweredFinding(IN_TEXT, "含上年", waivers=(waiver,), words="支出多了"),),
    )
    report = NarrativeReport.objects.create(cycle=scene.cycle, unit=scene.clerk.unit, text="支出多了\n完")
    text = freeze_narrative(report=report, actor=scene.head, at=NOW)
    stored = json.loads(json.dumps(frozen_findings(found)))
    message = replace(AT_SQUARE.message, values={**AT_SQUARE.message.values, "rate": "101.90"})
    kept = findings_of(Snapshot(filing=filing, version=1, rule_set="2026-2", findings=stored, narrative=text))
    assert kept == (
        AnsweredFinding(replace(AT_SQUARE, message=message), "补发"),
        AnsweredFinding(replace(AT_SQUARE, rule="V15", message=message)),
        AnsweredFinding(
            replace(IN_TEXT, message=message), "含上年", waivers=(replace(waiver, fund=""),), words="支出多了"
        ),
    )
    assert ([found.in_narrative for found in kept], stored[2]["waiver"]) == (
        [False, False, True],
        {"reason": "区划调整", "approver": str(scene.office_head), "until": NOW.date().isoformat()},
    )


@pytest.mark.parametrize("name", [BACHU, HESHUO, KASHGAR])
def test_kept_sentences_are_read_in_the_readers_language(scene: Scene, name: str) -> None:
    found = check_dossier(parcel(name).dossier).findings
    said = Findings(facts_of(make_draft(scene.obligation, scene.clerk)), tuple(map(AnsweredFinding, found)), ())
    stored = json.loads(json.dumps(frozen_findings(said)))
    kept = [each.finding for each in findings_of(Snapshot(findings=stored))]
    assert [replace(item, message=_NO, arithmetic=None) for item in kept] == [
        replace(item, message=_NO, arithmetic=None) for item in found
    ]
    for language in ("zh-hans", "en"):
        with translation.override(language):
            assert [in_words(item.message) for item in kept] == [in_words(item.message) for item in found]


def test_what_the_first_versions_kept_is_read_by_the_rules_of_their_time() -> None:
    """Only sentences: as the portal wrote them until it checked papers together."""
    old = OLD["sentences"]
    kept = findings_of(Snapshot(rule_set=RULE_SETS[0], payload=old["payload"], findings=old["findings"]))
    assert [{name: item[name] for name in SAID} for item in old["findings"]] == [as_kept(item) for item in kept]
    assert [item.explanation for item in kept] == ["已去函核实", "", "", ""]
    assert {item.finding.title.template for item in kept} == {"完成值应是实际数值，不是范围"}


def test_what_was_kept_before_figures_were_confirmed_reads_as_it_was_written() -> None:
    kept = findings_of(Snapshot(findings=OLD["words"]))
    assert [{name: item[name] for name in SAID} for item in OLD["words"]] == [as_kept(item) for item in kept]
    assert [(item.finding.confirms, item.is_open, item.in_narrative) for item in kept] == [
        ((), True, False),
        ((), False, False),
        ((), False, False),
        ((), True, True),
    ]
    assert [item.waivers for item in kept] == [
        (),
        (),
        (GrantedWaiver("V01", "区划调整", "张文涛", date(2026, 12, 31)),),
        (),
    ]
    assert frozen_findings(Findings(NO_FACTS, kept[:3], kept[3:])) == OLD["words"]


#: What every version kept of a finding.
SAID = ("rule", "severity", "where", "found", "expected", "message", "explanation")


def as_kept(item: AnsweredFinding) -> dict[str, str]:
    finding = item.finding
    said = (finding.rule, str(finding.severity), finding.where, finding.found, finding.expected, str(finding.message))
    return dict(zip(SAID, (*said, item.explanation), strict=True))


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
