"""What the rules on squares and tables find in the public filings, and nothing else (forms.md §5)."""

from collections.abc import Iterable

from assessments.domain.consistency import Finding, check, check_dossier
from tests.filings import BACHU, HESHUO, KASHGAR, TASHKURGAN, parcel

_Named = tuple[str, str, str]


def _found(findings: Iterable[Finding]) -> list[_Named]:
    """The findings on squares, cells and names; those on quoted figures have a test of their own."""
    return [
        (finding.rule, finding.severity.value, finding.where)
        for finding in findings
        if finding.span is None or finding.rule == "V16"
    ]


def _in_file(name: str) -> list[_Named]:
    return _found(check_dossier(parcel(name).dossier).findings)


def _limits_as_actuals(*rows: int) -> list[_Named]:
    return [("V07", "error", f"indicators[{number}].actual") for number in rows]


def _elapsed_time(*rows: int) -> list[_Named]:
    return [("V13", "warning", f"indicators[{number}].completion_rate") for number in rows]


def test_bachus_civil_servants_form() -> None:
    assert sorted(_found(check(parcel(BACHU).filings[0]))) == sorted(
        [
            *_limits_as_actuals(2, 4, 5, 10),
            ("V11", "warning", "indicators[0].actual"),
            ("V03", "error", "indicators[3].actual"),
            ("V16", "warning", "indicators[10].level3"),
        ]
    )


def test_bachus_residents_form() -> None:
    assert sorted(_found(check(parcel(BACHU).filings[1]))) == sorted(
        [
            *_limits_as_actuals(4, 10),
            ("V16", "error", "reporting_unit"),
            ("V11", "warning", "indicators[0].actual"),
            ("V03", "error", "indicators[3].actual"),
            ("V17", "warning", "indicators[5].level2"),
            ("V17", "warning", "indicators[8].level3"),
            ("V16", "warning", "indicators[10].level3"),
        ]
    )


def test_tashkurgans_civil_servants_form() -> None:
    """Section 五 is filled, so that no deviation stands unexplained; 80% is the half-up mean of the stated rates."""
    assert sorted(_found(check(parcel(TASHKURGAN).filings[0]))) == sorted(
        [
            *_limits_as_actuals(2, 3, 4, 5, 10),
            *_elapsed_time(4, 5, 6, 7, 8, 9, 10),
            ("V15", "warning", "received.total"),
            ("V16", "error", "goal_progress"),
            ("V09", "error", "indicators[2].target"),
            ("V09", "error", "indicators[3].target"),
            ("V03", "error", "indicators[3].actual"),
            ("V28", "warning", "deviation_and_measures"),
        ]
    )


def test_tashkurgans_residents_form() -> None:
    """The 75% of 100% against 100% is V13's alone, and 2672/2827 prints 95%; neither is V01."""
    assert sorted(_found(check(parcel(TASHKURGAN).filings[1]))) == sorted(
        [
            *_limits_as_actuals(8, 9, 10, 11, 16),
            *_elapsed_time(10, 11, 12, 13, 14, 15, 16),
            ("V15", "warning", "received.total"),
            ("V16", "notice", "goal_progress"),
            ("V14", "warning", "overall_completion_rate"),
            ("V01", "error", "indicators[0].completion_rate"),
            ("V08", "error", "indicators[1].actual"),
            ("V08", "error", "indicators[2].actual"),
            ("V08", "error", "indicators[3].actual"),
            ("V08", "error", "indicators[7].actual"),
            ("V07", "warning", "indicators[4].actual"),
            ("V09", "error", "indicators[8].target"),
            ("V09", "error", "indicators[9].target"),
            ("V03", "error", "indicators[9].actual"),
        ]
    )


def test_two_forms_together_find_what_each_finds_alone() -> None:
    for name in (BACHU, TASHKURGAN):
        alone = [
            (rule, severity, f"filings[{number}].{where}")
            for number, facts in enumerate(parcel(name).filings)
            for rule, severity, where in _found(check(facts))
        ]
        assert sorted(_in_file(name)) == sorted(alone)


def test_kashgars_budget_and_targets() -> None:
    """Every percentage, column sum and 总计 agrees; the caps that were cut off are notices beside their warnings."""
    rounding = [
        ("V23", "notice", f"targets[{where}")
        for where in (
            "0].expenditure_budget",
            "0].indicators[8].target",
            "1].income_budget",
            "1].expenditure_budget",
            "2].indicators[7].target",
            "2].indicators[8].target",
        )
    ]
    assert sorted(_in_file(KASHGAR)) == sorted(
        [
            ("V06", "error", "tables.表一.社会保险基金年终结余[1]"),
            ("V16", "error", "targets[2].prefecture_departments"),
            ("V16", "error", "targets[2].provincial_departments"),
            ("V16", "error", "targets[3].prefecture_departments"),
            ("V16", "error", "targets[3].provincial_departments"),
            ("V18", "error", "tables.表六.城乡居民基本医疗保险基金支出[0]"),
            ("V19", "error", "tables.表一.社会保险基金上年结余收入[1]"),
            ("V20", "error", "tables.表七.城乡居民基本养老保险基金年末累计结余[1]"),
            ("V20", "error", "tables.表七.机关事业单位基本养老保险基金年末累计结余[1]"),
            ("V20", "error", "tables.表七.职工基本医疗保险基金年末累计结余[1]"),
            ("V20", "error", "tables.表七.城乡居民基本医疗保险基金年末累计结余[1]"),
            ("V21", "error", "tables.表三.大病保险支出[1]"),
            ("V22", "warning", "tables.表五.机关事业单位基本养老保险基金收入.财政补贴收入[1]"),
            ("V24", "warning", "targets[0].indicators[11].target"),
            ("V24", "warning", "targets[2].indicators[8].target"),
            ("V24", "warning", "targets[3].indicators[8].target"),
            *rounding,
        ]
    )


def test_heshuos_report_calls_its_own_office_by_another_name() -> None:
    assert _in_file(HESHUO) == [("V16", "error", "narrative[26]")]


def test_found_and_expected_are_figures() -> None:
    found = {
        (finding.rule, finding.where): (finding.found, finding.expected)
        for name in (BACHU, KASHGAR, TASHKURGAN)
        for finding in check_dossier(parcel(name).dossier).findings
    }
    assert found["V01", "filings[1].indicators[0].completion_rate"] == ("109.00%", "108.97%")
    assert found["V03", "filings[0].indicators[3].actual"] == ("10934", "77.23%")
    assert found["V14", "filings[1].overall_completion_rate"] == ("81%", "86.3%")
    assert found["V09", "filings[1].indicators[9].target"] == ("105%≤95%", "95%–105%")
    assert found["V18", "tables.表六.城乡居民基本医疗保险基金支出[0]"] == ("367065", "370184")
    assert found["V19", "tables.表一.社会保险基金上年结余收入[1]"] == ("1844673", "1881584")
    assert found["V21", "tables.表三.大病保险支出[1]"] == ("", "56848")
    assert found["V23", "targets[2].indicators[8].target"] == ("≤25.60亿元", "25.61")
    assert found["V24", "targets[0].indicators[11].target"] == ("≤0.6%", "0.71%")


def test_what_the_closing_balances_lack_is_said_with_its_sign() -> None:
    findings = check_dossier(parcel(KASHGAR).dossier).findings
    lacking = [str(finding.message.values["difference"]) for finding in findings if finding.rule in ("V19", "V20")]
    assert sorted(lacking) == sorted(["−36911", "+5335", "−2909", "−16152", "−23185"])
