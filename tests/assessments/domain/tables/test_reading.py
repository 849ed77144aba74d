"""Budget tables are read as printed: nothing is lost, nothing is guessed."""

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.funds import Fund
from assessments.domain.tables import BudgetItem, BudgetTables, Datum, Scope, Stage, read_tables
from assessments.domain.tables.figures import read_figure
from tests.filings import KASHGAR, parcel

_COLUMNS = ["项目", "2022年预算调整数", "2022年预计执行数", "预计执行数为预算数的%"]


def _read(*rows: list[str], columns: list[str] = _COLUMNS, **others: Any) -> BudgetTables:
    found = read_tables([{"no": "表三", "title": "", "columns": columns, "rows": list(rows)} | others], {})
    assert found is not None
    return found


def _kashgar() -> BudgetTables:
    found = parcel(KASHGAR).dossier.tables
    assert found is not None
    return found


def _of_kashgar(year: int, stage: Stage, fund: Fund | None, item: BudgetItem) -> str | None:
    quantity = _kashgar().amount(Datum(Scope.WHOLE, year, stage, fund, item))
    return quantity.printed() if quantity else None


def test_every_row_of_the_published_tables_is_understood() -> None:
    tables = _kashgar()
    assert [table.no for table in tables.tables] == ["表一", "表二", "表三", "表四", "表五", "表六", "表七"]
    assert [len(table.rows) for table in tables.tables] == [24, 32, 17, 8, 32, 17, 8]
    assert [row.label for table in tables.tables for row in table.rows if row.item is BudgetItem.UNKNOWN] == []
    assert {cell.where for table in tables.tables for cell in table.cells() if cell.measure.problem} == set()


def test_a_figure_is_found_by_what_it_is_a_figure_of() -> None:
    assert _of_kashgar(2022, Stage.ACTUAL, None, BudgetItem.CLOSING) == "1881584万元"
    assert _of_kashgar(2023, Stage.BUDGET, None, BudgetItem.OPENING) == "1844673万元"
    assert _of_kashgar(2022, Stage.ADJUSTED, Fund.RESIDENT_MEDICAL, BudgetItem.BENEFITS) == "333604万元"
    assert _of_kashgar(2022, Stage.ACTUAL, Fund.RESIDENT_MEDICAL, BudgetItem.SERIOUS_ILLNESS) == "56848万元"
    assert _of_kashgar(2023, Stage.BUDGET, Fund.GOV_PENSION, BudgetItem.SUBSIDY) is None
    assert _of_kashgar(2024, Stage.BUDGET, None, BudgetItem.INCOME) is None


def test_a_place_names_table_row_and_figure() -> None:
    places = {cell.where: cell.text for table in _kashgar().tables for cell in table.cells()}
    assert places["tables.表六.大病保险支出[0]"] == "56848"
    assert places["tables.表五.机关事业单位基本养老保险基金收入.财政补贴收入[0]"] == "27185"
    assert places["tables.表一.社会保险基金上年结余收入[1]"] == "1844673"
    assert len(places) == sum(len(row.cells) for table in _kashgar().tables for row in table.rows)


def test_blank_is_not_zero_and_a_dash_is_blank() -> None:
    found = _read(["社会保险基金支出合计", "", "0", ""], ["其中：待遇支出", "—", "-", "/"])
    assert [cell.is_blank for table in found.tables for cell in table.cells()] == [
        True, False, True, True, True, False
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1,234.5", "1234.5"),
        ("１２３", "123"),
        ("(15)", "-15"),
        ("（1,234）", "-1234"),
        ("△7", "-7"),
        ("-7", "-7"),
        ("−7", "-7"),
    ],
)
def test_a_figure_is_read_however_it_is_spelled(text: str, meant: str) -> None:
    assert read_figure(text, "万元").printed() == meant


@pytest.mark.parametrize("text", ["1,23,4", "12..5", "约五百", "12万"])
def test_what_is_no_figure_is_kept_with_what_would_be_right(text: str) -> None:
    measure = read_figure(text, "万元")
    assert (measure.quantity, measure.problem is not None) == (None, True)


def test_a_part_belongs_to_the_row_above_it() -> None:
    (table,) = _read(
        ["失业保险基金支出", "10", "9", ""],
        ["其中：失业保险待遇支出", "8", "7", ""],
        ["稳定就业补贴支出", "1", "1", ""],
        ["五、城乡居民基本医疗保险基金支出", "20", "19", ""],
        ["其中：待遇支出", "18", "17", ""],
        ["其中：大病保险支出", "3", "2", ""],
    ).tables
    assert [(row.fund, row.part_of) for row in table.rows] == [
        (Fund.UNEMPLOYMENT, None),
        (Fund.UNEMPLOYMENT, 0),
        (Fund.UNEMPLOYMENT, 0),
        (Fund.RESIDENT_MEDICAL, None),
        (Fund.RESIDENT_MEDICAL, 3),
        (Fund.RESIDENT_MEDICAL, 4),
    ]


def test_a_subtotal_of_some_funds_is_not_the_total_and_its_parts_are_nobodys() -> None:
    (table,) = _read(["养老保险基金支出小计", "10", "9", ""], ["其中：待遇支出", "8", "7", ""]).tables
    assert [(row.item, row.cells[0].datum) for row in table.rows] == [
        (BudgetItem.UNKNOWN, None),
        (BudgetItem.UNKNOWN, None),
    ]


def test_own_level_is_said_by_the_file_the_title_or_the_number() -> None:
    row = ["社会保险基金支出合计", "1", "1", ""]
    files: list[dict[str, Any]] = [
        {},
        {"title": "某地区本级支出表"},
        {"no": "表十"},
        {"no": "表 12"},
        {"scope": "own_level"},
    ]
    scopes = [_read(row, **others).tables[0].scope for others in files]
    assert scopes == [Scope.WHOLE, *[Scope.OWN] * 4]


def test_the_first_row_is_the_head_where_a_table_names_no_columns() -> None:
    (table,) = _read(_COLUMNS, ["社会保险基金支出合计", "10", "9", "90.00%"], columns=[]).tables
    assert [cell.datum is not None for cell in table.cells()] == [True, True, False]


def test_tables_with_one_number_are_told_apart_by_their_place() -> None:
    table = {"no": "表一", "columns": ["项目", "2022年预算数"], "rows": [["社会保险基金收入合计", "1"]]}
    found = read_tables([table, table], {})
    assert found is not None
    assert [cell.where for each in found.tables for cell in each.cells()] == [
        "tables[0].社会保险基金收入合计[0]",
        "tables[1].社会保险基金收入合计[0]",
    ]


_VALUES = st.recursive(
    st.none() | st.text(max_size=8) | st.integers() | st.sampled_from(["其中：保险费收入", "2022年预算数", "表一"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["no", "rows", "columns"]), inner),
    max_leaves=20,
)


@given(st.lists(_VALUES, min_size=1, max_size=3))
def test_anything_in_the_place_of_tables_is_read(found: list[Any]) -> None:
    read = read_tables(found, {})
    assert read is not None
    assert len(read.tables) + len(read.unread) == len(found)


def test_heads_may_say_what_the_figures_are_where_the_labels_only_name_the_fund() -> None:
    columns = ["险种", "2022年收入预算数", "2022年支出预算数", "2022年收支结余预算数", "2022年滚存结余预算数"]
    rows = [["合计", "10", "8", "2", "20"], ["失业保险基金", "4", "3", "1", "12"], ["工伤保险", "6", "5", "1", "8"]]
    (table,) = _read(*rows, columns=columns).tables
    read = {(row.fund, row.item): [(cell.where, cell.text) for cell in row.cells] for row in table.rows}
    assert read[Fund.UNEMPLOYMENT, BudgetItem.EXPENDITURE] == [("tables.表三.失业保险基金[1]", "3")]
    assert read[None, BudgetItem.CLOSING] == [("tables.表三.合计[3]", "20")]
    assert {item for _fund, item in read} == {
        BudgetItem.INCOME,
        BudgetItem.EXPENDITURE,
        BudgetItem.BALANCE,
        BudgetItem.CLOSING,
    }


def test_transfers_below_a_fund_are_that_funds() -> None:
    (table,) = _read(
        ["失业保险基金收入", "10", "9", ""],
        ["其中：保险费收入", "8", "7", ""],
        ["上级补助收入", "1", "1", ""],
        ["工伤保险基金收入", "10", "9", ""],
        ["上级补助收入", "2", "2", ""],
    ).tables
    data = [row.cells[0].datum for row in table.rows if row.item is BudgetItem.FROM_ABOVE]
    assert [datum and datum.fund for datum in data] == [Fund.UNEMPLOYMENT, Fund.WORK_INJURY]


def test_a_table_of_many_rows_is_read_in_a_moment() -> None:
    rows = [["保险费收入", "1", "2", "200.00%"] for _number in range(20_000)]
    begun = time.process_time()
    (table,) = _read(*rows).tables
    assert len(table.rows) == 20_000
    assert time.process_time() - begun < 5
