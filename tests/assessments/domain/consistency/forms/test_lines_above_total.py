"""V18: a part is never more than its whole."""

import pytest

from tests.dossiers import Said, said, self_assessment_file, table, tables


def _money(part: str, line: str = "basic_pension") -> list[Said]:
    return said(self_assessment_file(executed={"total": "23600", line: part}), "V18")


@pytest.mark.parametrize("part", ["23500", "23600", "", "x", "0"])
def test_a_line_up_to_the_total_passes(part: str) -> None:
    assert _money(part) == []


def test_a_line_above_the_total_is_an_error_at_the_line() -> None:
    assert _money("24500") == [("error", "filings[0].executed.basic_pension", "24500", "≤ 23600")]


def test_lines_that_have_to_add_up_are_another_rules() -> None:
    assert _money("24500", "social_insurance_fund") == []


_WHOLE = "五、城乡居民基本医疗保险基金支出"


def _table(benefits: str, serious: str, whole: str = "440913", label: str = "大病保险支出") -> list[Said]:
    rows = [[_WHOLE, whole], ["其中：基本医疗保险待遇支出", benefits], [label, serious]]
    return said(tables(*rows, columns=["项目", "2023年预算数"]), "V18")


@pytest.mark.parametrize(
    ("benefits", "serious", "whole"),
    [
        ("392207", "45726", "440913"),
        ("392207", "", "440913"),
        ("", "", "5"),
        ("392207", "45726", ""),
        ("9", "-1", "-5"),
    ],
)
def test_parts_up_to_their_whole_pass(benefits: str, serious: str, whole: str) -> None:
    assert _table(benefits, serious, whole) == []


def test_parts_that_are_more_together_are_an_error_at_the_whole() -> None:
    where = "tables.表二.城乡居民基本医疗保险基金支出[0]"
    assert _table("392207", "56848") == [("error", where, "440913", "449055")]


def test_a_part_that_is_more_by_itself_is_an_error_at_the_part() -> None:
    assert _table("492207", "45726") == [("error", "tables.表二.基本医疗保险待遇支出[0]", "492207", "≤ 440913")]


def test_what_rounding_can_explain_is_a_notice() -> None:
    assert [item[0] for item in _table("395188", "45726")] == ["notice"]


def test_a_part_of_a_part_is_not_counted_twice() -> None:
    assert _table("392207", "56848", label="其中：大病保险支出") == []
    assert [item[1] for item in _table("50000", "56848", label="其中：大病保险支出")] == ["tables.表二.大病保险支出[0]"]


def test_an_unknown_row_is_a_part_only_where_it_says_so() -> None:
    rows = [["失业保险基金支出", "100"], ["参保人数", "5000"], ["其中：稳岗返还", "500"]]
    found = said(tables(*rows, columns=["项目", "2023年预算数"]), "V18")
    assert [item[1] for item in found] == ["tables.表二.稳岗返还[0]"]


def test_the_own_level_is_a_part_of_the_prefecture() -> None:
    columns = ["项目", "2023年预算数"]
    outcomes = []
    for own in ("90", "100", "120"):
        both = [
            table(["社会保险基金收入合计", "100"], columns=columns),
            table(["社会保险基金收入合计", own], columns=columns, no="表九"),
        ]
        outcomes.append([item[1] for item in said({"tables": both}, "V18")])
    assert outcomes == [[], [], ["tables.表九.社会保险基金收入合计[0]"]]
