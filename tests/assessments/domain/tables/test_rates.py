"""Which two columns a printed percentage is of."""

import pytest

from assessments.domain.exchange import read_file_object
from assessments.domain.tables import readings_of
from tests.dossiers import said, tables

_YEARS = ["2021年执行数", "2022年预算数", "2022年执行数"]


def _readings(*heads: str) -> list[tuple[str, str]]:
    file = tables(["收入合计", *(str(number) for number in range(1, len(heads) + 1))], columns=["项目", *heads])
    found = read_file_object(file).dossier.tables
    assert found is not None
    (row,) = found.tables[0].rows
    return [(upper.column.head, lower.column.head) for upper, lower in readings_of(row, len(heads) - 1)]


@pytest.mark.parametrize(
    ("head", "lower"),
    [
        ("为预算的%", "2022年预算数"),
        ("执行数为预算数的%", "2022年预算数"),
        ("完成预算%", "2022年预算数"),
        ("比上年增长%", "2021年执行数"),
        ("较上年增减（%）", "2021年执行数"),
        ("同比增长%", "2021年执行数"),
        ("为上年执行数的%", "2021年执行数"),
        ("2022年执行数为2021年执行数的%", "2021年执行数"),
    ],
)
def test_the_head_says_what_the_last_column_is_held_to(head: str, lower: str) -> None:
    assert _readings(*_YEARS, head) == [("2022年执行数", lower)]


def test_growth_since_a_year_that_is_not_in_the_table_is_of_nothing() -> None:
    assert _readings("2022年预算数", "2022年执行数", "比上年增长%") == []
    assert _readings("2022年预算数", "2022年执行数", "增长%") == []
    assert _readings("2021年执行数", "2022年执行数", "增长%") == [("2022年执行数", "2021年执行数")]


def test_the_budget_may_be_the_first_or_the_adjusted_one() -> None:
    heads = ("2022年预算数", "2022年预算调整数", "2022年执行数", "执行数为预算数的%")
    assert _readings(*heads) == [("2022年执行数", "2022年预算调整数"), ("2022年执行数", "2022年预算数")]
    for rate, found in (("100.0%", []), ("50.0%", []), ("80.0%", ["100.0%"])):
        file = tables(["收入合计", "200", "100", "100", rate], columns=["项目", *heads])
        assert [item[3] for item in said(file, "V01")] == found


def test_one_figure_has_no_percentage() -> None:
    assert _readings("2022年执行数", "为预算的%") == []
