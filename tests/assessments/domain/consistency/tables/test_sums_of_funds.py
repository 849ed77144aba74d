"""V05 on tables: funds and totals."""

import pytest

from tests.dossiers import Said, findings, said, tables

_PENSION, _GOV = "城乡居民基本养老保险基金支出", "机关事业单位基本养老保险基金支出"


def _found(whole: str, first: str = "64542", second: str = "353055", *more: list[str]) -> list[Said]:
    rows = [["社会保险基金支出合计", whole], [_PENSION, first], [_GOV, second], *more]
    return said(tables(*rows, columns=["项目", "2022年预计执行数"]), "V05")


@pytest.mark.parametrize(
    ("whole", "first", "second"),
    [
        ("417597", "64542", "353055"),
        ("417,597", "６４５４２", "353055"),
        ("", "64542", "353055"),
        ("417597", "", ""),
        ("417597", "64542", ""),
        ("417597", "64542", "约三十五万"),
    ],
)
def test_funds_that_add_up_and_sums_of_less_than_two_funds_pass(whole: str, first: str, second: str) -> None:
    assert _found(whole, first, second) == []


def test_funds_that_do_not_add_up_are_an_error_at_the_total() -> None:
    assert _found("427597") == [("error", "tables.表二.社会保险基金支出合计[0]", "427597", "417597")]


def test_one_off_in_the_last_digit_is_a_notice() -> None:
    assert [item[0] for item in _found("417598")] == ["notice"]


def test_a_fund_that_is_listed_twice_says_nothing() -> None:
    assert _found("417597", "64542", "353055", [_PENSION, "5000"]) == []


def test_a_total_of_benefits_may_count_serious_illness_or_not() -> None:
    rows = [
        ["社会保险基金支出合计", "500000"],
        ["其中：社会保险待遇支出", ""],
        ["城乡居民基本医疗保险基金支出", "400000"],
        ["其中：待遇支出", "300000"],
        ["大病保险支出", "40000"],
        [_GOV, "100000"],
        ["其中：待遇支出", "90000"],
    ]
    outcomes = {}
    for whole in ("390000", "430000", "410000"):
        rows[1][1] = whole
        outcomes[whole] = [item[3] for item in said(tables(*rows, columns=["项目", "2022年执行数"]), "V05")]
    assert outcomes == {"390000": [], "430000": [], "410000": ["390000"]}


def _balance(whole: str, **more: str) -> list[Said]:
    rows = [
        ["10210", "城乡居民基本养老保险基金收入", "107796"],
        ["10211", "机关事业单位基本养老保险基金收入", "414513"],
        ["11008", "上年结余收入", "1000000"],
        ["11017", "上级补助收入", more.get("subsidy", "")],
        ["", "收入总计", whole],
    ]
    return said(tables(*rows, columns=["科目代码", "科目名称", "2022年执行数"], no="表一"), "V05")


def test_the_balance_table_adds_up_to_its_grand_total() -> None:
    assert _balance("1522309") == []
    assert _balance("1523309", subsidy="1000") == []
    assert _balance("1523309") == [("error", "tables.表一.收入总计[0]", "1523309", "1522309")]


def test_the_difference_is_told_with_its_sign() -> None:
    rows = [["社会保险基金支出合计", "427597"], [_PENSION, "64542"], [_GOV, "353055"]]
    (finding,) = findings(tables(*rows, columns=["项目", "2022年预计执行数"]), "V05")
    assert str(finding.message) == "“社会保险基金支出合计”填的是 427597，各项之和为 417597，相差 +10000"
    assert str(finding.arithmetic) == "64542 + 353055"
