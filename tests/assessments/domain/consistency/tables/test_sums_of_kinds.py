"""V05 on tables: a complete list of kinds adds up to its fund."""

import pytest

from tests.dossiers import Said, said, tables

_COLUMNS = ["项目", "2023年预算数"]
_TITLE = "2023年失业保险基金收支预算表"


def _found(*rows: list[str], title: str = _TITLE) -> list[Said]:
    return said(tables(*rows, columns=_COLUMNS, title=title), "V05")


@pytest.mark.parametrize("total", ["本年收入合计", "收入合计", "本年收入小计"])
def test_a_numbered_list_to_the_others_adds_up_to_the_row_that_closes_it(total: str) -> None:
    kinds = (["一、保险费收入", "90"], ["二、集体补助收入", "5"], ["三、其他收入", "5"])
    assert _found(*kinds, [total, "100"]) == []
    assert _found(*kinds, [total, "110"]) == [("error", f"tables.表二.{total}[0]", "110", "100")]


def test_what_is_passed_on_may_be_counted_or_not() -> None:
    kinds = (["一、保险费收入", "90"], ["二、其他收入", "10"], ["上级补助收入", "7"])
    for total, found in (("100", 0), ("107", 0), ("105", 1)):
        assert len(_found(*kinds, ["本年收入合计", total])) == found


def test_kinds_below_the_fund_add_up_where_the_others_are_named() -> None:
    rows = (["失业保险基金收入", "101"], ["其中：保险费收入", "90"], ["利息收入", "5"])
    assert _found(*rows, title="") == []
    assert [item[3] for item in _found(*rows, ["其他收入", "5"], title="")] == ["100"]


@pytest.mark.parametrize(
    "rows",
    [
        (["一、保险费收入", "90"], ["二、利息收入", "5"]),
        (["一、保险费收入", "90"], ["三、其他收入", "5"]),
        (["保险费收入", "90"], ["其他收入", "5"]),
        (["一、保险费收入", "90"], ["二、其他收入", "约5"]),
        (["一、保险费收入", "90"], ["二、其他收入", ""]),
        (["一、保险费收入", "90"], ["二、其他收入", "5"], ["被征地农民补助", "5"]),
    ],
)
def test_a_list_that_may_be_incomplete_or_cannot_be_read_says_nothing(rows: tuple[list[str], ...]) -> None:
    assert _found(*rows, ["本年收入合计", "200"]) == []
