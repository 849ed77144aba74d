"""Percentages: rates of execution and completion, shares, and values of their own."""

import pytest

from tests.assessments.domain.narrative.texts import claims, figures


@pytest.mark.parametrize(
    ("text", "item", "label"),
    [
        ("支出5万元，完成预算的98%。", "spending", "budget"),
        ("支出5万元，完成年初预算6万元的98%。", "spending", "initial_budget"),
        ("支出5万元，占调整后预算的98%。", "spending", "adjusted_budget"),
        ("收入执行数5万元，为预算数6万元的98%。", "income", "budget"),
        ("支出预算执行率98%。", "spending", "budget"),
        ("预算5万元，执行4万元，完成率98%。", "", "budget"),
        ("保险费收入5万元，完成预算的98%。", "premiums", "budget"),
        ("调整预算5万元，支出4万元，执行率98%。", "spending", "adjusted_budget"),
    ],
)
def test_rates_of_a_budget(text: str, item: str, label: str) -> None:
    (rate,) = claims(text).rates
    assert (rate.key.item, rate.over.value, rate.stated.printed()) == (item, label, "98%")


def test_a_rate_of_a_target_has_its_figures() -> None:
    (rate,) = claims("参保人数8万人，完成目标任务7.9万人的101.27%。").rates
    assert [claim.quantity.printed() for claim in (*rate.outcomes, *rate.bases)] == ["8万人", "7.9万人"]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("保费收入5万元，占基金总收入的50%。", "premiums", "income"),
        ("保费收入5万元，占基金收入9万元的50%。", "premiums", "income"),
        ("待遇支出占基金支出的比重为98%。", "benefits", "spending"),
        ("其中：利息收入5万元，占比50%。", "interest", ""),
    ],
)
def test_shares(text: str, part: str, whole: str) -> None:
    (share,) = claims(text).shares
    assert (share.part.item, share.whole.item) == (part, whole)


def test_other_percentages_are_values() -> None:
    assert figures("满意度96%，社会化发放率100%。") == [("satisfaction", "96%"), ("社会化发放率", "100%")]


def test_a_ratio_of_people() -> None:
    named, usual = claims("在职与退休人数之比为3.2:1，抚养比3.2:1。").proportions
    assert (named.first.item, named.second.item) == ("active", "retirees")
    assert usual.first == named.first
    assert claims("比例3:1。").proportions == ()
