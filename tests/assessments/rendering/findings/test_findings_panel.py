"""The panel beside the form: what belongs together stands together, one click from its squares."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessments.domain.consistency import NEWEST, Finding, Severity, Span, check_form
from assessments.domain.consistency.needs import Need
from assessments.domain.facts import Facts, Form, Indicator
from assessments.domain.wording import Message
from assessments.rendering.findings.findings_panel import Panel, findings_panel
from assessments.rendering.findings.panel_entries import short_address
from assessments.rendering.findings.report_line import ReportLine
from assessments.rendering.findings.rule_counts import RuleCounts, rule_counts
from assessments.services.answered_findings import AnsweredFinding, Findings, GrantedWaiver
from assessments.services.examining import Examined
from tests.filings import revised

ROWS = tuple(
    Indicator(str(ref), level1="产出指标", level2="数量指标", level3=f"指标{ref}", target="10人", actual="9人")
    for ref in (7, 8, 9)
)
FACTS = Facts(Form.MONITORING_REPORT, "monitoring-2020", year=2026, month=9, lists={"indicators": ROWS})
PLACES = ("received.total", *(f"indicators[{row.ref}].{name}" for row in ROWS for name in ("target", "actual")))


def found(
    rule: str, where: str, severity: Severity = Severity.ERROR, expected: str = "", said: str = "说明"
) -> Finding:
    texts = (Message(f"{rule} 的标题"), Message(said), Message("短语"))
    return Finding(rule, severity, where, *texts, expected=expected)


NO_RULES = RuleCounts(0, 0, ())


def panel(*findings: Finding, told: dict[str, tuple[str, bool]] | None = None, **more: Any) -> Panel:
    """The panel of ``findings``; ``told`` is what the unit said, by square, and whether it is stale."""
    found = tuple(AnsweredFinding(item, *(told or {}).get(item.where, ("", False))) for item in findings)
    return findings_panel(Findings(FACTS, found, ()), NO_RULES, places=PLACES, **more)


def test_findings_of_one_rule_and_cause_are_one_entry() -> None:
    (entry,) = panel(found("V07", "indicators[7].actual"), found("V07", "indicators[9].actual")).entries
    assert [chip.label for chip in entry.chips] == ["四·1", "四·3"]
    assert (entry.sentence, entry.first.look) == ("说明", "err")


def test_different_sentences_of_one_entry_are_all_said_up_to_three() -> None:
    keys = [f"indicators[{ref}].{name}" for ref in (7, 8) for name in ("target", "actual")]
    findings = [found("V07", key, said=f"句{number}") for number, key in enumerate(keys)]
    assert panel(*findings[:2]).entries[0].sentence == "句0；句1"
    assert panel(*findings).entries[0].sentence == "句0；句1；句2 等 4 处"


def test_errors_come_by_place_then_warnings_then_notices() -> None:
    findings = (
        found("V29", "received.total", Severity.NOTICE),
        found("V15", "received.total", Severity.WARNING),
        found("V07", "indicators[8].actual"),
        found("V09", "indicators[7].target"),
    )
    assert [entry.rule for entry in panel(*findings).entries] == ["V09", "V07", "V15", "V29"]


def test_counts_tell_what_is_left_to_do() -> None:
    warnings = (found("V14", "received.total", Severity.WARNING), found("V14", PLACES[1], Severity.WARNING))
    shown = panel(found("V07", PLACES[2]), *warnings, told={"received.total": ("已核对原始凭证。", False)})
    assert (shown.errors, shown.warnings) == (1, 1)
    assert [entry.first.answered.stands for entry in shown.entries] == [False, True, False]


def test_a_rule_without_its_inputs_has_not_passed() -> None:
    checked = check_form(FACTS)
    lacking = frozenset({Need.LAST_YEAR, Need.TABLES, Need.NARRATIVE})
    found, rules = found_in_text(), (checked.applied, checked.not_applicable)
    at_squares, in_text = tuple(map(AnsweredFinding, checked.findings)), (AnsweredFinding(found),)
    counts = rule_counts(Examined(FACTS, at_squares, in_text, True, NEWEST, *rules, lacking=lacking))
    with_findings = {item.rule for item in (*checked.findings, found)} & checked.applied
    assert (counts.applied, counts.passed) == (len(checked.applied), len(checked.applied - with_findings))
    assert [rule for rule, _needs in counts.lacking] == sorted(checked.not_applicable)
    assert dict(counts.lacking)["V19"] == "预算表"


def found_in_text() -> Finding:
    return replace(found("V10", "narrative[0]"), span=Span(0, 2, 0, 0))


def test_a_warning_asks_for_its_explanation_and_shows_the_one_given() -> None:
    warning = found("V14", "received.total", Severity.WARNING)
    (entry,) = panel(warning, told={"received.total": ("补发了上年待遇。", False)}).entries
    (field,) = entry.fields
    assert (field.name, field.value, entry.first.answered.stands) == (
        "explain:V14:received.total",
        "补发了上年待遇。",
        True,
    )


def test_what_was_said_to_other_figures_stands_in_its_field_and_is_asked_again() -> None:
    warning = found("V14", "received.total", Severity.WARNING)
    shown = panel(warning, told={"received.total": ("补发了上年待遇。", True)})
    (field,) = shown.entries[0].fields
    assert (field.value, field.is_stale, shown.entries[0].first.answered.stands, shown.warnings) == (
        "补发了上年待遇。",
        True,
        False,
        1,
    )


def test_a_confirmation_has_one_field_for_the_whole_form() -> None:
    warning = replace(found("V11", "indicators[7].actual", Severity.WARNING), confirms=("参保人数 10人",))
    (entry,) = panel(warning).entries
    assert [(field.name, field.label) for field in entry.fields] == [("explain:V11:form", "确认或说明")]


def test_a_deviation_is_each_rows_own_with_its_reason_and_measure() -> None:
    shown = panel(found("V08", "indicators[7].actual"), found("V08", "indicators[8].actual"))
    assert [[field.name for field in entry.fields] for entry in shown.entries] == [
        [f"indicators[{ref}].deviation_reason", f"indicators[{ref}].corrective_measure"] for ref in (7, 8)
    ]


def test_one_click_corrects_every_square_of_an_entry() -> None:
    keys = ("indicators[7].target", "indicators[8].target")
    (correction,) = panel(*(found("V09", key, expected="95%–105%") for key in keys)).entries[0].corrections
    assert (correction.keys, correction.value, correction.label) == (" ".join(keys), "95%–105%", "2 处改为 95%–105%")


def test_a_square_that_cannot_be_corrected_hides_no_correction_of_the_others() -> None:
    texts = {"indicators[7].target": "95%–105%", "indicators[8].target": "", "indicators[9].target": "95%–105%"}
    (entry,) = panel(*(found("V09", key, expected=expected) for key, expected in texts.items())).entries
    (correction,) = entry.corrections
    assert (correction.keys, correction.label) == (
        "indicators[7].target indicators[9].target",
        "2 处改为 95%–105%",
    )
    assert len(entry.chips) == 3


def test_squares_that_want_different_texts_have_a_click_each_that_names_them() -> None:
    findings = (
        found("V09", "indicators[7].target", expected="≥5"),
        found("V09", "indicators[8].target", expected="≥6"),
    )
    corrections = panel(*findings).entries[0].corrections
    assert [(item.keys, item.value, item.label) for item in corrections] == [
        ("indicators[7].target", "≥5", "四·1 改为 ≥5"),
        ("indicators[8].target", "≥6", "四·2 改为 ≥6"),
    ]


def test_what_a_rule_recomputes_elsewhere_is_not_offered_as_a_correction() -> None:
    assert panel(found("V04", "received.total", expected="100")).entries[0].corrections == ()


def test_blank_squares_are_collected_with_addresses_of_their_own() -> None:
    labels = [chip.label for chip in panel().missing]
    assert labels == ["二·预算数", "二·到位数", "二·执行数", "三·年度预期目标", "三·目前完成情况"]


def test_two_squares_of_one_row_are_told_apart() -> None:
    (entry,) = panel(found("V07", "indicators[7].target"), found("V07", "indicators[7].actual")).entries
    assert [chip.label for chip in entry.chips] == ["四·1·预期指标值", "四·1·指标完成值"]


def test_what_a_row_holds_beside_the_paper_is_found_at_its_actual() -> None:
    assert short_address("indicators[8].grade", FACTS) == "四·2"
    assert short_address("indicators", FACTS) == "指标行"


def test_a_panel_is_known_by_what_it_shows() -> None:
    first, same, other = panel(), panel(), panel(found("V07", PLACES[1]))
    assert (first.digest == same.digest, first.digest == other.digest) == (True, False)


def test_marks_that_wait_for_an_answer_are_one_click_away() -> None:
    keys = ("indicators[8].actual", "received.total", "indicators[8].actual")
    shown = findings_panel(Findings(FACTS, (), ()), NO_RULES, places=PLACES, unanswered=keys)
    assert [chip.label for chip in shown.unanswered] == ["四·2", "二·到位数"]


def test_what_is_said_of_a_level_that_rows_share_leads_to_the_name_of_its_row() -> None:
    (entry,) = panel(found("V17", "indicators[8].level2", Severity.WARNING)).entries
    assert [(chip.key, chip.label) for chip in entry.chips] == [("indicators[8].level3", "四·2")]
    assert [field.name for field in entry.fields] == ["explain:V17:indicators[8].level2"]


def test_words_in_a_square_have_a_chip_of_their_own() -> None:
    facts = revised(FACTS, texts={"goal_progress": "支出完成预算的102.28%，其中社会保险待遇支出九成。"})
    spans = (Span(0, 14), Span(15, 28))
    found_there = tuple(
        AnsweredFinding(replace(found("V01", "goal_progress", said=f"句{span.start}"), span=span)) for span in spans
    )
    (entry,) = findings_panel(Findings(facts, found_there, ()), NO_RULES, places=PLACES).entries
    assert [(chip.key, chip.words) for chip in entry.chips] == [("goal_progress", (0, 14)), ("goal_progress", (15, 28))]
    assert [chip.label for chip in entry.chips] == [
        "三·目前完成情况“支出完成预算的102.28%”",
        "三·目前完成情况“其中社会保险待遇支出九成。”",
    ]


@pytest.mark.parametrize("span", [Span(0, 99), Span(3, 3), Span(0, 2, 0, 0)])
def test_words_that_the_square_does_not_hold_lead_to_the_square(span: Span) -> None:
    facts = revised(FACTS, texts={"goal_progress": "支出完成预算"})
    shown = Findings(facts, (AnsweredFinding(replace(found("V01", "goal_progress"), span=span)),), ())
    (entry,) = findings_panel(shown, NO_RULES, places=PLACES).entries
    assert [(chip.label, chip.words) for chip in entry.chips] == [("三·目前完成情况", None)]


def test_arithmetic_is_shown_unless_the_sentence_says_it() -> None:
    sums = Message("23600 ÷ 23160 = 101.90%")
    said = replace(found("V01", PLACES[1], said="23600 ÷ 23160 = 101.90%，文中写 102.28%"), arithmetic=sums)
    unsaid = replace(found("V01", PLACES[2], said="文中写 102.28%"), arithmetic=sums)
    assert [panel(item).entries[0].arithmetic for item in (said, unsaid)] == [(), ("23600 ÷ 23160 = 101.90%",)]


def test_what_is_waived_is_listed_last_and_asks_for_nothing() -> None:
    waivers = (GrantedWaiver("V07", "区划调整", "王处长", date(2026, 12, 31)),)
    square = AnsweredFinding(found("V07", PLACES[2]), waivers=waivers)
    text = AnsweredFinding(found_in_text(), waivers=waivers)
    warning = AnsweredFinding(found("V14", "received.total", Severity.WARNING))
    shown = findings_panel(Findings(FACTS, (square, warning), (text,)), NO_RULES, places=PLACES)
    assert (shown.errors, shown.warnings) == (0, 1)
    assert [(entry.rule, entry.first.look, len(entry.chips), entry.fields) for entry in shown.entries[1:]] == [
        ("V07", "waived", 1, ()),
        ("V10", "waived", 0, ()),
    ]


def test_an_error_can_be_taken_to_the_prefecture_once_and_not_at_all_where_a_figure_cannot_be_read() -> None:
    errors = (found("V00", "received.total"), found("V07", PLACES[2]), found("V09", PLACES[1]))
    entries = panel(*errors, found("V14", PLACES[3], Severity.WARNING), ask_url="/ask/", asked={"V09"}).entries
    assert {entry.rule: (entry.ask_url, entry.is_asked) for entry in entries} == {
        "V00": ("", False),
        "V07": ("/ask/", False),
        "V09": ("", True),
        "V14": ("", False),
    }


def test_what_the_report_asks_stands_in_its_line_and_not_in_the_counts_of_the_form() -> None:
    report = ReportLine("/report/", is_written=True, errors=2, warnings=1)
    shown = findings_panel(Findings(FACTS, (), ()), NO_RULES, places=PLACES, report=report)
    assert (shown.errors, shown.warnings, shown.is_clean) == (0, 0, False)
