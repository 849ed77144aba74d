"""V00 on tables: figures that nobody can read."""

import pytest

from tests.dossiers import said, tables


def _found(figure: str, unit: str = "万元") -> list[tuple[str, str]]:
    file = tables(["社会保险基金收入合计", figure], columns=["项目", "2022年预算数"], amount_unit=unit)
    return [(where, found) for _severity, where, found, _expected in said(file, "V00")]


@pytest.mark.parametrize("figure", ["", "—", "0", "1,234", "-5", "(5)", "１２３", "123万元"])
def test_figures_dashes_and_blanks_pass(figure: str) -> None:
    assert _found(figure) == []


@pytest.mark.parametrize("figure", ["1,23,4", "12..5", "约五百", "1e5", "5亿元"])
def test_what_is_no_figure_is_an_error_at_its_cell(figure: str) -> None:
    assert _found(figure) == [("tables.表二.社会保险基金收入合计[0]", figure)]


def test_percentages_and_remarks_are_no_amounts() -> None:
    columns = ["项目", "2022年预算数", "执行数为预算数的%", "备注"]
    assert said(tables(["社会保险基金收入合计", "5", "约一半", "含补贴"], columns=columns), "V00") == []


def test_what_is_no_table_is_named() -> None:
    assert [item[1] for item in said({"tables": [1, "x"]}, "V00")] == ["tables[0]", "tables[1]"]


def test_amounts_of_target_tables_are_read_too() -> None:
    file = {"targets": [{"income_budget": "约29", "expenditure_budget": "26"}]}
    assert [item[1:3] for item in said(file, "V00")] == [("targets[0].income_budget", "约29")]
