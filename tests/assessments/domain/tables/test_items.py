"""A row's label says whose figure it is, however it is numbered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.funds import Fund
from assessments.domain.tables.items import BudgetItem, read_label


@pytest.mark.parametrize(
    ("label", "item", "fund"),
    [
        ("全地区社会保险基金收入合计", BudgetItem.INCOME, None),
        ("社会保险基金支出合计", BudgetItem.EXPENDITURE, None),
        ("一、企业职工基本养老保险基金收入", BudgetItem.INCOME, Fund.EMPLOYEE_PENSION),
        ("（二）城乡居民基本养老保险基金支出", BudgetItem.EXPENDITURE, Fund.RESIDENT_PENSION),
        (" 三、 机关事业单位基本养老保险基金 年末累计结余", BudgetItem.CLOSING, Fund.GOV_PENSION),
        ("其中：保险费收入", BudgetItem.PREMIUM, None),
        ("其中:1.财政补贴收入", BudgetItem.SUBSIDY, None),
        ("　　利息收入", BudgetItem.INTEREST, None),
        ("委托投资收益", BudgetItem.INVESTMENT, None),
        ("其中：基本医疗保险待遇支出", BudgetItem.BENEFITS, None),
        ("大病保险支出", BudgetItem.SERIOUS_ILLNESS, None),
        ("社会保险基金上年结余收入", BudgetItem.OPENING, None),
        ("上年末滚存结余", BudgetItem.OPENING, None),
        ("本年收支结余", BudgetItem.BALANCE, None),
        ("年末滚存结余", BudgetItem.CLOSING, None),
        ("收入总计", BudgetItem.ALL_INCOME, None),
        ("支出总计", BudgetItem.ALL_EXPENDITURE, None),
        ("稳定就业补贴支出", BudgetItem.UNKNOWN, None),
        ("个人账户养老金支出", BudgetItem.UNKNOWN, None),
        ("养老保险基金支出小计", BudgetItem.UNKNOWN, None),
        ("", BudgetItem.UNKNOWN, None),
    ],
)
def test_a_label_names_item_and_fund(label: str, item: BudgetItem, fund: Fund | None) -> None:
    read = read_label(label)
    assert (read.item, read.fund) == (item, fund)


@pytest.mark.parametrize(
    ("code", "item", "fund"),
    [
        ("10212", BudgetItem.INCOME, Fund.RESIDENT_MEDICAL),
        ("20903", BudgetItem.EXPENDITURE, Fund.EMPLOYEE_MEDICAL),
        ("209", BudgetItem.EXPENDITURE, None),
        ("23009", BudgetItem.CLOSING, None),
        ("11008", BudgetItem.OPENING, None),
    ],
)
def test_an_account_code_counts_more_than_a_misprinted_label(code: str, item: BudgetItem, fund: Fund | None) -> None:
    read = read_label("社会保险基金收入支出", code)
    assert (read.item, read.fund) == (item, fund)


def test_a_name_stands_without_numbering_and_without_of_which() -> None:
    assert [read_label(label).name for label in ("其中：1、保险费收入", "（一）其中：保险费收入", "①保险费收入")] == [
        "保险费收入"
    ] * 3


@given(st.text(), st.text())
def test_any_text_is_a_label(label: str, code: str) -> None:
    assert read_label(label, code).item in set(BudgetItem)
