"""V19 and V25 in running text: opening balances and budgets."""

import pytest

from assessments.domain.consistency.texts import differing_budgets, opening_balances
from tests.assessments.domain.consistency.texts.short_report import form, found
from tests.assessments.domain.narrative.texts import report

_BEFORE = report("失业保险基金年末滚存结余7217万元。", year=2021)


def test_the_year_opens_with_last_years_closing_balance() -> None:
    assert found(opening_balances.RULE, "失业保险基金上年滚存结余7217万元。", before=_BEFORE) == []
    assert found(opening_balances.RULE, "失业保险基金上年滚存结余0.72亿元。", before=_BEFORE) == []
    assert found(opening_balances.RULE, "失业保险基金上年滚存结余7271万元。", before=_BEFORE) == [
        ("error", "7271万元", "7217万元")
    ]
    assert found(opening_balances.RULE, "工伤保险基金上年滚存结余7271万元。", before=_BEFORE) == []


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("失业保险支出预算5万元。", "失业保险支出预算5.0万元。"),
        ("失业保险支出年初预算5万元，调整后支出预算6万元。",),
        ("失业保险支出预算5万元。", "失业保险收入预算6万元。"),
        ("失业保险支出预算5万元。", "失业保险支出调整后预算6万元。"),
        ("2021年失业保险支出预算5万元，2022年支出预算6万元。",),
    ],
)
def test_one_budget_or_labelled_ones_pass(paragraphs: tuple[str, ...]) -> None:
    assert found(differing_budgets.RULE, *paragraphs) == []


def test_two_budgets_without_labels_are_found() -> None:
    expected = [("error", "6.0万元", "5.0万元")]
    assert found(differing_budgets.RULE, "失业保险支出预算5.0万元。", "失业保险支出年度预算6.0万元。") == expected
    assert found(differing_budgets.RULE, "失业保险支出年初预算5.0万元。", "失业保险支出预算6.0万元。") == expected


def test_what_was_spent_is_not_the_budget() -> None:
    text = "2022年预算机关养老保险基金总支出2.36亿元。"
    assert found(differing_budgets.RULE, text, forms=(form(),)) == [("error", "2.36亿元", "23160万元")]
    (finding,) = differing_budgets.RULE.check(report(text, forms=(form(),)))
    assert "这是执行数" in str(finding.message)
