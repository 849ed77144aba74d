"""Amounts as ledgers write them: a refusal says what to write, and offers it only where nothing else can be meant."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.measures import Kind, read_amount
from tests.strategies import texts


@pytest.mark.parametrize(
    ("text", "said", "offered"),
    [
        (" -   ", "“-”不是金额：是 0 请填 0，没有这笔钱请留空", ""),
        ("——", "“——”不是金额：是 0 请填 0，没有这笔钱请留空", ""),
        ("/", "“/”不是金额：是 0 请填 0，没有这笔钱请留空", ""),
        ("无", "“无”不是金额：是 0 请填 0，没有这笔钱请留空", ""),
        ("(1,234.50)", "“(1,234.50)”是负数 -1234.50，这里的金额不能小于 0", ""),
        ("1,234.50-", "“1,234.50-”是负数 -1234.50，这里的金额不能小于 0", ""),
        ("-1.2亿元", "“-1.2亿元”是负数 -12000，这里的金额不能小于 0", ""),
        (
            "¥1,234.00",
            "“¥1,234.00”看不出是元还是万元，请按万元只填数字：1234.00，若原是元则填 0.1234",
            "",
        ),
        ("￥ 1,234.00 万元", "“￥ 1,234.00 万元”请写成 1234.00", "1234.00"),
        ("1.2亿", "“1.2亿”请按万元填写：12000", "12000"),
        ("人民币1.2亿元", "“人民币1.2亿元”请按万元填写：12000", "12000"),
        ("596万", "“596万”请按万元填写：596", "596"),
        ("0.0596亿元", "“0.0596亿元”请按万元填写：596", "596"),
        ("596.", "“596.”请写成 596", "596"),
        (".5万元", "“.5万元”请写成 0.5", "0.5"),
        ("+5", "“+5”请写成 5", "5"),
        ("1 234.5", "“1 234.5”请写成 1234.5", "1234.5"),
        ("1.234元", "“1.234元”的位数太多，整数最多 14 位，小数最多 6 位", ""),
    ],
)
def test_an_amount_in_another_spelling_is_told_how_to_be_written(text: str, said: str, offered: str) -> None:
    measure = read_amount(text)
    assert (measure.kind, measure.raw) == (Kind.UNREADABLE, text)
    assert (str(measure.problem), measure.correction) == (said, offered)


def test_where_an_amount_may_be_negative_its_plain_spelling_is_offered() -> None:
    assert read_amount("(1,234.50)", allow_negative=True).correction == "-1234.50"
    assert read_amount("(0)", allow_negative=True).correction == "0"


@given(texts, st.booleans())
def test_what_is_offered_can_be_written(text: str, negative: bool) -> None:
    measure = read_amount(text, allow_negative=negative)
    assert measure.correction == "" or (
        measure.kind is Kind.UNREADABLE and read_amount(measure.correction, allow_negative=negative).kind is Kind.VALUE
    )


@given(
    st.decimals(0, 10**8, places=2),
    st.sampled_from([("{:f}亿元", 8), ("{:f}亿", 8), ("{:f}千元", 3), ("¥{:f}亿元", 8), ("{:,f}万", 4)]),
)
def test_an_amount_in_another_unit_is_offered_with_its_value(number: Decimal, spelling: tuple[str, int]) -> None:
    template, power = spelling
    offered = read_amount(template.format(number)).correction
    assert read_amount(offered).value == number.scaleb(power)
