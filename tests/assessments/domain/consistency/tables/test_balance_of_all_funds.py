"""V06 on tables: opening + income − expenditure = closing for all funds together."""

import pytest

from tests.dossiers import Said, said, tables

_COLUMNS = ["项目", "2022年执行数", "2023年预算数"]


def _found(closing: str, *more: list[str], before: str = "1844673") -> list[Said]:
    rows = [
        ["社会保险基金收入合计", "", "1268642"],
        ["社会保险基金支出合计", "", "1151470"],
        ["社会保险基金年末累计结余", before, closing],
        *more,
    ]
    return said(tables(*rows, columns=_COLUMNS, no="表一"), "V06")


def test_an_account_that_closes_passes() -> None:
    assert _found("1961845") == []


def test_an_account_that_does_not_is_an_error_at_the_closing_balance() -> None:
    assert _found("1998756") == [("error", "tables.表一.社会保险基金年末累计结余[1]", "1998756", "1961845")]


def test_transfers_between_levels_count() -> None:
    assert _found("1971845", ["社会保险基金上级补助收入", "", "10000"]) == []
    assert _found("1951845", ["社会保险基金补助下级支出", "", "10000"]) == []
    assert _found("1961845", ["社会保险基金上级补助收入", "", "10000"]) != []


def test_without_last_years_closing_the_tables_own_opening_counts() -> None:
    assert _found("1961845", ["上年结余收入", "", "1844673"], before="") == []
    assert _found("1961844", ["上年结余收入", "", "1845673"], before="") != []
    assert _found("5", before="") == []


def test_last_years_file_gives_the_opening_balance() -> None:
    this = tables(
        ["社会保险基金收入合计", "100"],
        ["社会保险基金支出合计", "90"],
        ["年末累计结余", "60"],
        columns=["项目", "2023年执行数"],
    )
    for before, found in (("50", []), ("40", ["50"])):
        last = tables(["社会保险基金年末累计结余", before], columns=["项目", "2022年执行数"])
        assert [item[3] for item in said(this, "V06", last_year=last)] == found


@pytest.mark.parametrize(("right", "found"), [("2876731", []), ("2876000", ["2876731"]), ("", [])])
def test_both_sides_of_the_balance_table_come_to_the_same(right: str, found: list[str]) -> None:
    columns = ["科目名称", "2022年执行数"] * 2
    file = tables(["收入总计", "2876731", "支出总计", right], columns=columns, no="表一")
    assert [item[3] for item in said(file, "V06")] == found


@pytest.mark.parametrize(("current", "found"), [("14", []), ("15", ["14"]), ("", [])])
def test_income_less_expenditure_is_the_years_balance(current: str, found: list[str]) -> None:
    columns = ["险种", "2022年收入决算数", "2022年支出决算数", "2022年本年结余决算数"]
    file = tables(["失业保险基金", "1014", "1000", current], columns=columns)
    assert [item[3] for item in said(file, "V06")] == found


def test_a_balance_far_off_is_an_error_at_its_cell() -> None:
    columns = ["险种", "2022年收入决算数", "2022年支出决算数", "2022年本年结余决算数"]
    file = tables(["失业保险基金", "1014", "1000", "41"], columns=columns)
    assert said(file, "V06") == [("error", "tables.表二.失业保险基金[2]", "41", "14")]
