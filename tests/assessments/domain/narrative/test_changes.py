"""Changes: what changed, by how much, and from what."""

import pytest

from assessments.domain.narrative.claims import ChangeClaim
from tests.assessments.domain.narrative.texts import claims


def _said(change: ChangeClaim) -> tuple[str, str, int, int | None, int | None]:
    return (change.now.item, change.stated.printed(), change.sign, change.now.year, change.base.year)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("收入5万元，较上年增加1万元。", [("income", "1万元", 1, 2022, 2021)]),
        ("收入5万元，同比下降2%。", [("income", "2%", -1, 2022, 2021)]),
        ("收入5万元，比2019年增长2%。", [("income", "2%", 1, 2022, 2019)]),
        ("支出5万元，2021年支出4万元，本年与上年同期相比增支1万元。", [("spending", "1万元", 1, 2022, 2021)]),
        ("支出5万元，与上年4万元相比，增加了1万元。", [("spending", "1万元", 1, 2022, 2021)]),
        ("支出5万元，高于上年1万元。", [("spending", "1万元", 1, 2022, 2021)]),
        ("支出由上年的4万元增加到5万元，增幅25%。", [("spending", "25%", 1, 2022, 2021)]),
        ("与2019年相比，支出下降5%，由4万元降至3.8万元。", [("spending", "5%", -1, 2022, 2019)]),
        ("支出5万元，比去年的4万元多1万元。", [("spending", "1万元", 1, 2022, 2021)]),
        (
            "参保9人、退休8人，分别比上年增加2人和1人。",
            [("participants", "2人", 1, 2022, 2021), ("retirees", "1人", 1, 2022, 2021)],
        ),
        ("收入增减变动2%。", [("income", "2%", 0, 2022, 2021)]),
    ],
)
def test_what_changed_and_from_when(text: str, said: list[tuple[str, str, int, int | None, int | None]]) -> None:
    assert [_said(change) for change in claims(text).changes] == said


def test_a_change_from_the_budget_is_of_one_year() -> None:
    (change,) = claims("支出5万元，较年初预算6万元减少1万元。").changes
    assert change.now == change.base
    assert change.base_role == "initial_budget"


def test_a_rate_knows_the_amount_before_it() -> None:
    amount, rate = claims("收入5万元，较上年增加1万元，增长25%。").changes
    assert rate.is_rate
    assert rate.amount is amount


@pytest.mark.parametrize(
    "text",
    [
        "收入5万元，环比增长2%。",
        "收入5万元，年均增长2%。",
        "由于土地收入减少等因素，收入5万元。",
        "执行率提高2个百分点。",
        "超过2万元。",
    ],
)
def test_what_cannot_be_recomputed_is_no_change(text: str) -> None:
    assert claims(text).changes == ()
