"""V11: counts equal to their targets, asked about once per form."""

import pytest

from tests.dossiers import findings, said, self_assessment_file


def _row(target: str, actual: str, name: str = "参保缴费人数") -> dict[str, str]:
    return {"level3": name, "target": target, "actual": actual}


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("13147人", "13148人"),
        ("100%", "100%"),
        ("≥95%", "≥95%"),
        ("4期", "4期"),
        ("50人", "50人"),
        ("每月25日前", "每月25日前"),
        ("50", "50"),
        ("13147人", ""),
    ],
)
def test_other_figures_rates_and_small_counts_pass(target: str, actual: str) -> None:
    assert said(self_assessment_file(_row(target, actual)), "V11") == []


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("670元", "人均财政补助标准"),
        ("128元/人·月", "基础养老金标准"),
        ("100", "重度残疾等困难人员代缴标准"),
        ("100", "其他"),
    ],
)
def test_a_standard_is_paid_as_it_was_set(target: str, name: str) -> None:
    assert said(self_assessment_file(_row(target, target, name)), "V11") == []


def test_a_count_of_people_needs_no_unit() -> None:
    place = "filings[0].indicators[0].actual"
    assert said(self_assessment_file(_row("2834", "2834")), "V11") == [("warning", place, "2834", "")]


@pytest.mark.parametrize(
    ("target", "actual"),
    [("13147人", "13147人"), ("5317.46万元", "5317.46万元"), ("1.3万人", "13000人"), ("200户", "200户")],
)
def test_a_count_equal_to_the_last_digit_is_asked_about(target: str, actual: str) -> None:
    file = self_assessment_file(_row(target, actual))
    assert said(file, "V11") == [("warning", "filings[0].indicators[0].actual", actual, "")]


def test_many_equal_counts_are_one_question_that_names_them_all() -> None:
    rows = [_row("13147人", "13147人"), _row("96%", "97%"), _row("3152人", "3152人", "领取待遇人数")]
    (finding,) = findings(self_assessment_file(*rows), "V11")
    assert str(finding.message) == (
        "2 项的完成数与目标数一字不差（参保缴费人数 13147人、领取待遇人数 3152人），请确认是实际数"
    )
