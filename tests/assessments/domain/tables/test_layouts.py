"""Tables of one fund, and tables with a column for each fund."""

from typing import Any

from assessments.domain.exchange import read_file_object
from assessments.domain.funds import Fund
from assessments.domain.tables import BudgetItem, BudgetTables, Datum, Scope, Stage
from tests.dossiers import tables

_OF_ONE = "某地区2023年失业保险基金收支预算表"


def _read(file: dict[str, Any]) -> BudgetTables:
    found = read_file_object(file).dossier.tables
    assert found is not None
    return found


def _text(found: BudgetTables, fund: Fund | None, item: BudgetItem) -> str | None:
    cell = found.find(Datum(Scope.WHOLE, 2023, Stage.BUDGET, fund, item))
    return cell.text if cell else None


def test_a_title_names_the_fund_of_a_table_whose_rows_name_none() -> None:
    rows = (["保险费收入", "9"], ["本年收入小计", "10"], ["年末滚存结余", "5"])
    found = _read(tables(*rows, columns=["项目", "2023年预算数"], title=_OF_ONE))
    assert [
        _text(found, Fund.UNEMPLOYMENT, item) for item in (BudgetItem.PREMIUM, BudgetItem.INCOME, BudgetItem.CLOSING)
    ] == [
        "9",
        "10",
        "5",
    ]
    assert _text(found, None, BudgetItem.PREMIUM) is None


def test_a_subtotal_beside_a_total_is_none_of_the_fund() -> None:
    rows = (["本年收入小计", "10"], ["上级补助收入", "2"], ["本年收入合计", "12"])
    found = _read(tables(*rows, columns=["项目", "2023年预算数"], title=_OF_ONE))
    assert _text(found, Fund.UNEMPLOYMENT, BudgetItem.INCOME) == "12"


def test_a_title_that_leaves_a_fund_out_names_none() -> None:
    title = "2023年社会保险基金（不含失业保险）预算表"
    found = _read(tables(["收入合计", "10"], columns=["项目", "2023年预算数"], title=title))
    assert _text(found, None, BudgetItem.INCOME) == "10"


def test_rows_that_name_funds_are_not_overruled_by_the_title() -> None:
    rows = (["收入合计", "10"], ["工伤保险基金收入", "10"])
    found = _read(tables(*rows, columns=["项目", "2023年预算数"], title=_OF_ONE))
    assert (_text(found, None, BudgetItem.INCOME), _text(found, Fund.WORK_INJURY, BudgetItem.INCOME)) == ("10", "10")


def test_a_column_for_each_fund_has_the_year_and_stage_of_the_title() -> None:
    rows = (["一、收入", "30", "10", "20"], ["其中：1.保险费收入", "25", "8", "17"], ["二、支出", "9", "4", "5"])
    columns = ["项目", "合计", "失业保险基金", "工伤保险基金"]
    found = _read(tables(*rows, columns=columns, no="表1", title="某地区2023年社会保险基金收支预算总表"))
    assert [_text(found, fund, BudgetItem.INCOME) for fund in (None, Fund.UNEMPLOYMENT, Fund.WORK_INJURY)] == [
        "30",
        "10",
        "20",
    ]
    cell = found.find(Datum(Scope.WHOLE, 2023, Stage.BUDGET, Fund.WORK_INJURY, BudgetItem.PREMIUM))
    assert cell is not None
    assert cell.where == "tables.表1.保险费收入[2]"


def test_without_a_year_in_the_title_nothing_is_known_of_such_columns() -> None:
    columns = ["项目", "合计", "失业保险基金", "工伤保险基金"]
    assert _read(tables(["收入", "3", "1", "2"], columns=columns, title="社会保险基金预算")).by_datum == {}


def test_heads_that_name_a_fund_twice_are_no_list_of_funds() -> None:
    columns = ["项目", "失业保险基金", "失业保险基金", "工伤保险基金"]
    assert _read(tables(["收入", "3", "1", "2"], columns=columns, title="2023年预算")).by_datum == {}
