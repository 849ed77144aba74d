"""V01 on tables: printed percentages."""

import pytest

from tests.dossiers import Said, said, tables

_EXECUTION = ["项目", "2022年预算调整数", "2022年预计执行数", "预计执行数为预算数的%"]


def _found(budget: str, executed: str, rate: str, columns: list[str] = _EXECUTION) -> list[Said]:
    return said(tables(["社会保险基金收入合计", budget, executed, rate], columns=columns), "V01")


@pytest.mark.parametrize(
    ("budget", "executed", "rate"),
    [
        ("1158257", "1207152", "104.22%"),
        ("1158257", "1207152", "104.22％"),
        ("1,158,257", "1207152", "104.2%"),
        ("1158257", "1207152", "104.22"),
        ("27185", "", "0.00%"),
        ("27185", "—", "0.00%"),
        ("", "", ""),
        ("", "5", "0.00%"),
        ("0", "5", "—"),
        ("1158257", "1207152", ""),
        ("1158257", "约一百万", "104.22%"),
        ("-5", "10", "50%"),
    ],
)
def test_a_percentage_that_recomputes_or_has_nothing_to_recompute_from_passes(
    budget: str, executed: str, rate: str
) -> None:
    assert _found(budget, executed, rate) == []


@pytest.mark.parametrize(
    ("budget", "executed", "rate", "expected"),
    [
        ("1158257", "1207152", "104.32%", "104.22%"),
        ("1158257", "1207152", "95.95%", "104.22%"),
        ("27185", "", "100.00%", "0.00%"),
        ("1158257", "1207152", "105%", "104%"),
    ],
)
def test_a_percentage_that_does_not_is_an_error_at_its_cell(
    budget: str, executed: str, rate: str, expected: str
) -> None:
    assert _found(budget, executed, rate) == [("error", "tables.表二.社会保险基金收入合计[2]", rate, expected)]


def test_a_truncated_percentage_is_a_notice() -> None:
    assert _found("10526", "10471", "99.47%") == [("notice", "tables.表二.社会保险基金收入合计[2]", "99.47%", "99.48%")]


def test_the_head_says_which_column_is_divided_by_which() -> None:
    turned = ["项目", "2022年预计执行数", "2022年预算数", "执行数为预算数的%"]
    assert _found("120", "100", "120.00%", turned) == []
    assert _found("120", "100", "83.33%", turned) != []


def test_growth_is_not_a_quotient() -> None:
    growth = ["项目", "2022年预计执行数", "2023年预算数", "比上年增长%"]
    assert _found("1000000", "1050000", "5.00%", growth) == []
    assert _found("1000000", "950000", "-5.00%", growth) == []
    assert [item[3] for item in _found("1000000", "1050000", "6.00%", growth)] == ["5.00%"]


def test_a_share_is_left_alone() -> None:
    assert _found("100", "50", "7.00%", ["项目", "2022年预算数", "2022年执行数", "占总收入比例"]) == []
