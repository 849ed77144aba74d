"""V19, V20 and V21: balances from year to year and from table to table."""

import pytest

from tests.dossiers import Said, findings, said, table, tables

_YEARS = ["项目", "2022年预计执行数", "2023年预算数"]


def _opening(opening: str, closing: str = "1881584") -> list[Said]:
    return said(tables(["上年结余收入", "", opening], ["年终结余", closing, ""], columns=_YEARS), "V19")


@pytest.mark.parametrize(("opening", "closing"), [("1881584", "1881584"), ("", "1881584"), ("1881584", ""), ("x", "5")])
def test_an_opening_balance_that_was_last_years_closing_passes(opening: str, closing: str) -> None:
    assert _opening(opening, closing) == []


def test_another_opening_balance_is_an_error_with_the_difference() -> None:
    assert _opening("1844673") == [("error", "tables.表二.上年结余收入[1]", "1844673", "1881584")]
    file = tables(["上年结余收入", "", "1844673"], ["年终结余", "1881584", ""], columns=_YEARS)
    assert str(findings(file, "V19")[0].message).endswith("相差 −36911")


def test_last_years_file_has_the_closing_balance_too() -> None:
    last = tables(["社会保险基金年末累计结余", "500"], columns=["项目", "2021年执行数"])
    this = tables(["上年结余收入", "400", ""], columns=_YEARS)
    assert [item[3] for item in said(this, "V19", last_year=last)] == ["500"]


def _fund(closing: str, income: str = "112832", *more: list[str]) -> list[Said]:
    rows = [
        ["城乡居民基本养老保险基金收入", "", income],
        ["城乡居民基本养老保险基金支出", "", "71171"],
        ["城乡居民基本养老保险基金年末累计结余", "384149", closing],
        *more,
    ]
    return said(tables(*rows, columns=_YEARS), "V20")


def test_a_fund_whose_account_closes_passes() -> None:
    assert _fund("425810") == []
    assert _fund("425810", "") == []
    assert _fund("") == []


def test_a_fund_whose_account_does_not_close_is_an_error() -> None:
    where = "tables.表二.城乡居民基本养老保险基金年末累计结余[1]"
    assert _fund("431145") == [("error", where, "431145", "425810")]


def test_with_transfers_between_levels_no_fund_has_an_account_of_its_own() -> None:
    assert _fund("431145", "112832", ["上级补助收入", "", "5335"]) == []
    assert _fund("431145", "112832", ["上级补助收入", "", "0"]) != []


def _two(first: str, second: str, third: str | None = None, label: str = "失业保险基金支出") -> list[Said]:
    made = [
        table([label, "9", first], columns=["项目", "2022年预算调整数", "2022年预计执行数"], no="表三"),
        table([label, second, "8"], columns=_YEARS, no="表六"),
    ]
    if third is not None:
        made.append(table([label, third], columns=["项目", "2022年执行数"], no="表一"))
    return said({"tables": made}, "V21")


@pytest.mark.parametrize(("first", "second"), [("7", "7"), ("7", "7.0"), ("", ""), ("1,000", "1000"), ("7", "x")])
def test_the_same_in_two_tables_passes(first: str, second: str) -> None:
    assert _two(first, second) == []


def test_of_two_figures_the_later_one_is_reported_of_three_the_odd_one() -> None:
    assert _two("1007", "1009") == [("error", "tables.表六.失业保险基金支出[0]", "1009", "1007")]
    assert [item[1] for item in _two("1007", "1009", "1009")] == ["tables.表三.失业保险基金支出[1]"]


def test_a_blank_beside_a_number_is_a_difference() -> None:
    assert _two("", "56848") == [("error", "tables.表三.失业保险基金支出[1]", "", "56848")]


def test_a_zero_beside_a_number_is_one_too_and_a_blank_beside_a_zero() -> None:
    assert [item[1] for item in _two("0", "56848")] == ["tables.表六.失业保险基金支出[0]"]
    assert [item[2] for item in _two("", "0")] == [""]


def test_a_rounding_of_the_other_is_no_error() -> None:
    assert [item[0] for item in _two("1007.4", "1007")] == []


def test_a_blank_total_of_the_balance_table_is_its_way_of_printing() -> None:
    columns = ["科目名称", "2022年执行数"] * 2
    balance = table(["收入合计", "", "支出合计", ""], ["收入总计", "5", "支出总计", "5"], columns=columns, no="表一")
    other = table(["社会保险基金收入合计", "5"], columns=["项目", "2022年预计执行数"], no="表二")
    assert said({"tables": [balance, other]}, "V21") == []


def test_the_two_levels_are_not_the_same_datum() -> None:
    made = [
        table(["失业保险基金支出", "9"], columns=["项目", "2022年执行数"], no="表三"),
        table(["失业保险基金支出", "7"], columns=["项目", "2022年执行数"], no="表十"),
    ]
    assert said({"tables": made}, "V21") == []


def test_a_fund_may_have_counted_its_transfers_already() -> None:
    for closing, found in (("110", 0), ("117", 0), ("105", 1)):
        rows = (["上级补助收入", "7"], ["本年收入合计", "60"], ["本年支出合计", "50"], ["上年结余", "100"])
        title = "2023年失业保险基金收支决算表"
        file = tables(*rows, ["年末滚存结余", closing], columns=["项目", "2023年执行数"], title=title)
        assert len(findings(file, "V20")) == found


def test_benefits_with_and_without_serious_illness_are_the_same() -> None:
    rows = (["一、城乡居民基本医疗保险基金支出", "110"], ["其中：基本医疗保险待遇支出", "80"], ["大病保险支出", "20"])
    one = table(*rows, columns=["项目", "2023年预算数"], no="表六")
    for benefits, found in (("80", 0), ("100", 0), ("90", 1)):
        other = table(
            rows[0], ["其中：待遇支出", benefits], columns=["项目", "2023年预算数"], no="表九", scope="whole_prefecture"
        )
        assert len(findings({"tables": [one, other]}, "V21")) == found
