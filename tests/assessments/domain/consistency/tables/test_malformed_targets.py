"""V09 on target tables: the spelling and the direction of a target."""

import pytest

from tests.dossiers import Said, said


def _found(target: str, name: str = "参保人员满意度") -> list[Said]:
    return said({"targets": [{"fund": "EMPLOYEE_MEDICAL", "indicators": [{"level3": name, "target": target}]}]}, "V09")


@pytest.mark.parametrize("target", ["≥90%", "90%以上", "70%-85%", "高于同期人民银行规定三个月整存整取利率", "", "90%"])
def test_a_right_target_passes(target: str) -> None:
    assert _found(target) == []


@pytest.mark.parametrize(
    ("target", "expected"), [("≤90%", "≥90%"), ("95%-90%", "90%–95%"), ("105%≤≥95%", "95%–105%"), ("≥1OO%", "")]
)
def test_a_malformed_or_turned_target_is_named(target: str, expected: str) -> None:
    assert _found(target) == [("error", "targets[0].indicators[0].target", target, expected)]
