"""A column's head says which figure of which year stands below it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.tables.heads import RateSort, Stage, is_head_of_labels, read_columns
from assessments.domain.tables.items import BudgetItem


@pytest.mark.parametrize(
    ("head", "year", "stage"),
    [
        ("2022年预算调整数", 2022, Stage.ADJUSTED),
        ("2022年调整预算数", 2022, Stage.ADJUSTED),
        ("2022年预计执行数", 2022, Stage.ACTUAL),
        ("２０２２年执行数", 2022, Stage.ACTUAL),
        ("2022 年决算数", 2022, Stage.ACTUAL),
        ("2023年预算数", 2023, Stage.BUDGET),
        ("2023年年初预算数", 2023, Stage.BUDGET),
        ("2022年年末累计结余预计数", 2022, Stage.ACTUAL),
        ("2023年年末累计结余预算数", 2023, Stage.BUDGET),
        ("上年预计执行数", 2022, Stage.ACTUAL),
        ("本年预算数", 2023, Stage.BUDGET),
        ("预算数", 2023, Stage.BUDGET),
        ("执行数", 2022, Stage.ACTUAL),
        ("备注", None, None),
    ],
)
def test_a_head_names_year_and_stage(head: str, year: int | None, stage: Stage | None) -> None:
    (column,) = read_columns((head,), "某地区2022年社会保险基金预算执行情况和2023年社会保险基金预算安排平衡表")
    assert (column.year, column.stage, column.rate) == (year, stage, None)


@pytest.mark.parametrize(
    ("head", "rate", "upper"),
    [
        ("预计执行数为预算数的%", RateSort.QUOTIENT, Stage.ACTUAL),
        ("预算数为上年预计执行数的％", RateSort.QUOTIENT, Stage.BUDGET),
        ("预算执行率", RateSort.QUOTIENT, Stage.ACTUAL),
        ("比上年增长%", RateSort.GROWTH, None),
        ("占总收入比例", RateSort.OTHER, None),
    ],
)
def test_a_percentage_says_what_it_is_of(head: str, rate: RateSort, upper: Stage | None) -> None:
    (column,) = read_columns((head,), "")
    assert (column.stage, column.rate, column.upper) == (None, rate, upper)


def test_a_year_that_nobody_names_is_not_guessed() -> None:
    assert read_columns(("预算数",), "社会保险基金预算表")[0].year is None


def test_labels_stand_under_their_own_heads() -> None:
    heads = ("科目代码", "科目名称", "项 目", "2022年执行数", "项目执行率")
    assert [is_head_of_labels(head) for head in heads] == [True, True, True, False, False]


@given(st.lists(st.text(), max_size=5), st.text())
def test_any_text_is_a_head(heads: list[str], title: str) -> None:
    assert len(read_columns(tuple(heads), title)) == len(heads)


def test_heads_that_only_name_items_have_the_year_and_stage_of_the_title() -> None:
    heads = ("险种", "上年结余", "本年收入", "本年支出", "年末滚存结余")
    columns = read_columns(heads, "某地区2022年社会保险基金决算表")
    items = [None, BudgetItem.OPENING, BudgetItem.INCOME, BudgetItem.EXPENDITURE, BudgetItem.CLOSING]
    assert [column.item for column in columns] == items
    assert {(column.year, column.stage) for column in columns[1:]} == {(2022, Stage.ACTUAL)}
    for title in ("社会保险基金决算表", "2022年社会保险基金表", "2021年和2022年社会保险基金决算表"):
        assert not any(column.stage for column in read_columns(heads, title))
