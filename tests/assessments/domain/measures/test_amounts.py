"""A square of the money block takes a plain number and nothing else."""

from decimal import Decimal

import pytest

from assessments.domain.measures import Kind, read_amount


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("14158", "14158"),
        ("14158.5", "14158.5"),
        ("1,234", "1234"),
        ("1，234，567.5", "1234567.5"),
        ("１４１５８", "14158"),
        (" 542 ", "542"),
        ("14158万元", "14158"),
        ("14158 万元", "14158"),
        ("0", "0"),
        ("007", "7"),
        ("9" * 14, "9" * 14),
        ("0.123456", "0.123456"),
    ],
)
def test_an_amount_is_read(text: str, number: str) -> None:
    measure = read_amount(text)
    assert (measure.kind, measure.number) == (Kind.VALUE, Decimal(number))
    assert measure.value == Decimal(number) * 10_000


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("abc", "不是金额"),
        ("1_000", "不是金额"),
        ("1e5", "不是金额"),
        ("NaN", "不是金额"),
        ("٣", "不是金额"),
        ("²", "不是金额"),
        ("12 34", "不是金额"),
        ("5人", "不是金额"),
        ("≥5", "不是金额"),
        ("😀" * 5, "不是金额"),
        ("1,23,4", "1,234"),
        ("12..5", "不是金额"),
        ("9" * 15, "最多 14 位"),
        ("9" * 60, "最多 14 位"),
        ("9" * 10_000, "最多 14 位"),
        ("0.1234567", "最多 6 位"),
        ("-5", "不能小于 0"),
        ("1.4158亿元", "按万元填写：14158"),
        ("141580000元", "按万元填写：14158"),
        ("1\x002", "不能显示的字符"),
        ("\ud800", "不能显示的字符"),
    ],
)
def test_anything_else_is_refused_with_what_would_be_right(text: str, hint: str) -> None:
    measure = read_amount(text)
    assert (measure.kind, measure.number) == (Kind.UNREADABLE, None)
    assert hint in str(measure.problem)


@pytest.mark.parametrize("text", ["", "  ", "　"])
def test_a_blank_amount_is_blank_and_never_zero(text: str) -> None:
    assert (read_amount(text).kind, read_amount(text).number) == (Kind.BLANK, None)


def test_a_balance_may_be_negative() -> None:
    assert read_amount("-36911", allow_negative=True).number == Decimal(-36911)


def test_an_amount_is_in_the_forms_own_unit() -> None:
    assert read_amount("1.5", "亿元").value == Decimal(150_000_000)
    assert "按亿元填写：1.5" in str(read_amount("15000万元", "亿元").problem)
    assert read_amount("7", "万美元").number == Decimal(7)
