"""Rates of what is due, rates with their arithmetic in brackets, and budgets without 收入 or 支出."""

import pytest

from tests.assessments.domain.narrative.texts import claims, values


def _rates(text: str) -> list[tuple[str, list[str], list[str]]]:
    return [
        (
            rate.stated.printed(),
            [each.quantity.printed() for each in rate.outcomes],
            [each.quantity.printed() for each in rate.bases],
        )
        for rate in claims(text).rates
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("应参保100人，实际参保95人，参保率95%。", [("95%", ["95人"], ["100人"])]),
        ("应征失业保险保险费100万元，实际征缴95万元，征缴率95%。", [("95%", ["95万元"], ["100万元"])]),
        ("应征保险费100万元，征缴率95%。", []),
        ("征缴率95%，其中应缴100万元，实缴95万元。", [("95%", ["95万元"], ["100万元"])]),
        ("参保率95%（应参保100人，已参保95人）。", [("95%", ["95人"], ["100人"])]),
        ("失业保险支出95万元，完成年初预算（100万元）的95%。", [("95%", [], ["100万元"])]),
        ("应参保100人，实际参保95人，满意度95%。", []),
        ("应参保100人，应缴费90人，实际缴费80人，参保率95%。", []),
        ("保险费占基金收入的95%（95万元÷100万元）。", [("95%", ["95万元"], ["100万元"])]),
        ("执行率95%（支出95万元/预算100万元×100%）。", [("95%", ["95万元"], ["100万元"])]),
        ("满意度95%（问卷95份，共100份）。", []),
        ("满意度95%（目标90%/95%/98%）。", []),
    ],
)
def test_rates_with_both_their_figures(text: str, found: list[tuple[str, list[str], list[str]]]) -> None:
    assert _rates(text) == found


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("失业保险预算100万元。", "spending"),
        ("失业保险执行数为100万元。", "spending"),
        ("失业保险预算100万元。失业保险基金收入200万元。", ""),
        ("失业保险补助100万元。", "补助"),
        ("失业保险100万元。", ""),
    ],
)
def test_a_budget_without_a_name_is_of_spending_where_income_is_never_spoken_of(text: str, item: str) -> None:
    assert values(text)[0][1] == item
