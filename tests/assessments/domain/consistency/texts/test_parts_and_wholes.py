"""V05 and V18 in running text: parts and wholes."""

import pytest

from assessments.domain.consistency.texts import parts_above_whole, sums_of_funds, sums_of_parts
from tests.assessments.domain.consistency.texts.short_report import found


@pytest.mark.parametrize(
    "text",
    [
        "支出11193万元，其中待遇支出11162万元，转移支出22万元，其他支出9万元。",
        "支出11216万元，其中待遇支出11162万元，转移支出22万元。",
        "支出1.12亿元，其中待遇支出1.116亿元，其他支出0.003亿元。",
        "参保13147人，其中在职9995人，退休3152人。",
        "待遇支出5万元，转移支出4万元，支出合计9万元。",
    ],
)
def test_lists_that_add_up_or_are_open_pass(text: str) -> None:
    assert found(sums_of_parts.RULE, text) == []
    assert found(parts_above_whole.RULE, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出11216万元，其中待遇支出11162万元，其他支出9万元。", ("error", "11216万元", "11171万元")),
        ("待遇支出615万元，转移支出129万元，本年支出总额745万元。", ("notice", "745万元", "744万元")),
        ("参保13147人，其中在职9995人，退休3125人。", ("error", "13147人", "13120人")),
        ("机关养老保险支出5万元，失业保险支出4万元，合计8万元。", ("notice", "8万元", "9万元")),
        ("机关养老保险支出51万元，失业保险支出42万元，合计83万元。", ("error", "83万元", "93万元")),
    ],
)
def test_a_complete_list_that_does_not_add_up_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert found(sums_of_parts.RULE, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出0.53亿元，其中：基础养老金支出0.63亿元，丧葬补助金支出0.013亿元。", ("error", "0.63亿元", "")),
        ("支出0.53亿元，其中：基础养老金支出0.53亿元，丧葬补助金支出0.13亿元。", ("error", "0.53亿元", "0.66亿元")),
    ],
)
def test_parts_beyond_the_whole_are_found(text: str, expected: tuple[str, str, str]) -> None:
    assert found(parts_above_whole.RULE, text) == [expected]


_FUNDS = ("机关养老保险基金支出10471万元。", "居民养老保险基金支出745万元。")


def test_funds_add_up_to_all_of_them() -> None:
    assert found(sums_of_funds.RULE, "各项社会保险基金支出11216万元。", *_FUNDS) == []
    assert found(sums_of_funds.RULE, "各项社会保险基金支出11016万元。", *_FUNDS) == [
        ("error", "11016万元", "11216万元")
    ]


def test_a_text_need_not_speak_of_every_fund() -> None:
    assert found(sums_of_funds.RULE, "各项社会保险基金支出12000万元。", *_FUNDS) == []


def test_it_does_where_the_same_funds_add_up_elsewhere() -> None:
    income = ("各项社会保险基金收入9万元。", "机关养老保险基金收入5万元。", "居民养老保险基金收入4万元。")
    assert found(sums_of_funds.RULE, *income, "各项社会保险基金支出12000万元。", *_FUNDS) == [
        ("error", "12000万元", "11216万元")
    ]


def test_a_part_of_a_change_may_be_more_than_all_of_it() -> None:
    assert found(parts_above_whole.RULE, "收入比上年增加5万元，其中保费收入增加8万元。") == []


def test_accounts_are_all_of_employees_medical_insurance() -> None:
    words = "基金收入{}万元，其中统筹基金收入60万元，个人账户收入40万元。"
    title = "（一）职工基本医疗保险"
    assert found(sums_of_parts.RULE, title, words.format(100)) == []
    assert found(sums_of_parts.RULE, title, words.format(120)) == [("error", "120万元", "100万元")]
