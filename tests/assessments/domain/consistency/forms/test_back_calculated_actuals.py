"""V12: an actual that is the target times the share of the year."""

import pytest

from tests.dossiers import monitoring_file, said, self_assessment_file


def _found(target: str, actual: str, month: int = 9, name: str = "参保缴费人数") -> list[str]:
    row = {"level3": name, "target": target, "actual": actual}
    return [item[2] for item in said(monitoring_file(row, month=month), "V12")]


@pytest.mark.parametrize(
    ("target", "actual", "month"),
    [
        ("2834人", "2126人", 9),
        ("2834人", "2125.5人", 9),
        ("1200万元", "600万元", 6),
        ("100%", "75%", 9),
        ("≥95%", "71.25%", 9),
    ],
)
def test_a_back_calculated_actual_is_asked_about(target: str, actual: str, month: int) -> None:
    assert _found(target, actual, month) == [actual]


@pytest.mark.parametrize(
    ("target", "actual", "month"),
    [
        ("2834人", "2977人", 9),
        ("4期", "3期", 9),
        ("2834人", "2834人", 12),
        ("≥95%", "≥95%", 9),
        ("2834人", "", 9),
        ("按时发放", "75%", 9),
        ("2834人", "2126万元", 9),
        ("95%–105%", "71.25%", 9),
    ],
)
def test_everything_else_passes(target: str, actual: str, month: int) -> None:
    assert _found(target, actual, month) == []


def test_a_budget_rate_grows_with_the_year_by_nature() -> None:
    assert _found("100%", "75%", name="支出预算执行率") == []


def test_a_whole_year_has_no_month() -> None:
    assert said(self_assessment_file({"level3": "人数", "target": "2834人", "actual": "2126人"}), "V12") == []
