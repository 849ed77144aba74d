"""What the rules on squares find in the public filings, and nothing else (forms.md §5)."""

from collections.abc import Iterable

from assessments.domain.consistency import Finding, check
from tests.filings import BACHU, TASHKURGAN, parcel


def _found(findings: Iterable[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.rule, finding.severity.value, finding.where) for finding in findings]


def _limits_as_actuals(*rows: int) -> list[tuple[str, str, str]]:
    return [("V07", "error", f"indicators[{number}].actual") for number in rows]


def test_bachu_fills_limits_as_actuals_six_times() -> None:
    pensions, residents = parcel(BACHU).filings
    assert _found(check(pensions)) == _limits_as_actuals(2, 4, 5, 10)
    assert _found(check(residents)) == _limits_as_actuals(4, 10)


def test_tashkurgans_civil_servants_form() -> None:
    """Section 五 is filled, so that no deviation stands unexplained; 80% is the half-up mean of the stated rates."""
    assert _found(check(parcel(TASHKURGAN).filings[0])) == [
        ("V09", "error", "indicators[2].target"),
        ("V07", "error", "indicators[2].actual"),
        ("V09", "error", "indicators[3].target"),
        ("V07", "error", "indicators[3].actual"),
        ("V07", "error", "indicators[4].actual"),
        ("V07", "error", "indicators[5].actual"),
        ("V07", "error", "indicators[10].actual"),
    ]


def test_tashkurgans_residents_form() -> None:
    """The 75% of 100% against 100% is V13's, and 2672/2827 prints 95%; neither is V01."""
    assert _found(check(parcel(TASHKURGAN).filings[1])) == [
        ("V14", "warning", "overall_completion_rate"),
        ("V01", "error", "indicators[0].completion_rate"),
        ("V08", "error", "indicators[1].actual"),
        ("V08", "error", "indicators[2].actual"),
        ("V08", "error", "indicators[3].actual"),
        ("V07", "warning", "indicators[4].actual"),
        ("V08", "error", "indicators[7].actual"),
        ("V09", "error", "indicators[8].target"),
        ("V07", "error", "indicators[8].actual"),
        ("V09", "error", "indicators[9].target"),
        ("V07", "error", "indicators[9].actual"),
        ("V07", "error", "indicators[10].actual"),
        ("V07", "error", "indicators[11].actual"),
        ("V07", "error", "indicators[16].actual"),
    ]


def test_found_and_expected_are_figures() -> None:
    found = {
        (finding.rule, finding.where): (finding.found, finding.expected)
        for facts in parcel(TASHKURGAN).filings
        for finding in check(facts)
    }
    assert found["V01", "indicators[0].completion_rate"] == ("109.00%", "108.97%")
    assert found["V14", "overall_completion_rate"] == ("81%", "86.3%")
    assert found["V07", "indicators[3].actual"] == ("10934", "77.23%")
    assert found["V09", "indicators[9].target"] == ("105%≤95%", "95%–105%")
