"""The panel beside the form: what belongs together stands together, one click from its squares."""

from assessments.domain.consistency import Finding, Severity, check_form
from assessments.domain.facts import Facts, Form, Indicator
from assessments.domain.wording import Message
from assessments.rendering.findings_panel import Panel, findings_panel, short_address

ROWS = tuple(Indicator(str(ref), "产出指标", "数量指标", f"指标{ref}", "10人", "9人") for ref in (7, 8, 9))
FACTS = Facts(Form.MONITORING_REPORT, "monitoring-2020", year=2026, month=9, indicators=ROWS)
PLACES = ("received.total", *(f"indicators[{row.ref}].{name}" for row in ROWS for name in ("target", "actual")))


def found(
    rule: str, where: str, severity: Severity = Severity.ERROR, expected: str = "", said: str = "说明"
) -> Finding:
    texts = (Message(f"{rule} 的标题"), Message(said), Message("短语"))
    return Finding(rule, severity, where, *texts, expected=expected)


def panel(*findings: Finding, explained: dict[tuple[str, str], str] | None = None) -> Panel:
    return findings_panel(FACTS, findings, explained or {}, places=PLACES)


def test_findings_of_one_rule_and_cause_are_one_entry() -> None:
    (entry,) = panel(found("V07", "indicators[7].actual"), found("V07", "indicators[9].actual")).entries
    assert [chip.label for chip in entry.chips] == ["四·1", "四·3"]
    assert (entry.sentence, entry.tone) == ("说明", "err")


def test_different_sentences_of_one_entry_are_all_said_up_to_three() -> None:
    keys = [f"indicators[{ref}].{name}" for ref in (7, 8) for name in ("target", "actual")]
    findings = [found("V07", key, said=f"句{number}") for number, key in enumerate(keys)]
    assert panel(*findings[:2]).entries[0].sentence == "句0 句1"
    assert panel(*findings).entries[0].sentence == "句0 句1 句2 等 4 处"


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
    shown = panel(found("V07", PLACES[2]), *warnings, explained={("V14", "received.total"): "已核对原始凭证。"})
    assert (shown.errors, shown.warnings) == (1, 1)
    assert [entry.told for entry in shown.entries] == [False, True, False]


def test_a_rule_without_its_inputs_has_not_passed() -> None:
    checked = check_form(FACTS)
    assert {"V19", "V23"} <= checked.not_applicable
    assert panel(found("V07", PLACES[2])).passed == len(checked.applied) - 1


def test_a_warning_asks_for_its_explanation_and_shows_the_one_given() -> None:
    warning = found("V14", "received.total", Severity.WARNING)
    (entry,) = panel(warning, explained={("V14", "received.total"): "已核对。"}).entries
    (field,) = entry.fields
    assert (field.name, field.value, entry.told) == ("explain:V14:received.total", "已核对。", True)


def test_a_deviation_is_each_rows_own_with_its_reason_and_measure() -> None:
    shown = panel(found("V08", "indicators[7].actual"), found("V08", "indicators[8].actual"))
    assert [[field.name for field in entry.fields] for entry in shown.entries] == [
        [f"indicators[{ref}].deviation_reason", f"indicators[{ref}].corrective_measure"] for ref in (7, 8)
    ]


def test_one_click_corrects_every_square_of_an_entry() -> None:
    keys = ("indicators[7].target", "indicators[8].target")
    correction = panel(*(found("V09", key, expected="95%–105%") for key in keys)).entries[0].correction
    assert correction is not None
    assert (correction.keys, correction.value, correction.label) == (" ".join(keys), "95%–105%", "2 处改为 95%–105%")


def test_nothing_is_corrected_where_squares_want_different_texts() -> None:
    findings = (
        found("V09", "indicators[7].target", expected="≥5"),
        found("V09", "indicators[8].target", expected="≥6"),
    )
    assert panel(*findings).entries[0].correction is None


def test_what_a_rule_recomputes_elsewhere_is_not_offered_as_a_correction() -> None:
    assert panel(found("V04", "received.total", expected="100")).entries[0].correction is None


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
    shown = findings_panel(FACTS, (), {}, places=PLACES, unanswered=keys)
    assert [chip.label for chip in shown.unanswered] == ["四·2", "二·到位数"]


def test_what_is_said_of_a_level_that_rows_share_leads_to_the_name_of_its_row() -> None:
    (entry,) = panel(found("V17", "indicators[8].level2", Severity.WARNING)).entries
    assert [(chip.key, chip.label) for chip in entry.chips] == [("indicators[8].level3", "四·2")]
    assert [field.name for field in entry.fields] == ["explain:V17:indicators[8].level2"]
