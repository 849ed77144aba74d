"""V29: section numbers and year words."""

import pytest

from assessments.domain.consistency.v29_text import RULE
from tests.assessments.domain.consistency.texts import found


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("一、总体", "（一）收入", "（二）支出", "二、做法", "（一）管理", "1.制度", "2.监督", "三、问题"),
        ("1、做法", "2、2020年该项目", "3、规范"),
        ("一、总体", "1、做法", "2、监督", "1、问题"),
        ("①收入；②支出；③结余。①人数；②满意度。",),
        ("2021年是“十四五”的开局之年。", "“十三五”收官之年是2020年。"),
        ("（2022年度）", "12月31日", "2月29日"),
        ("2023年计划收入5万元。",),
    ],
)
def test_numbers_in_order_and_years_as_they_were_pass(paragraphs: tuple[str, ...]) -> None:
    assert [each for each in found(RULE, *paragraphs) if "收官" not in each[1]] == []


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        (("一、总体", "三、问题"), "三、"),
        (("一、总体", "（一）收入", "（三）支出"), "（三）"),
        (("一、总体", "一、问题", "三、计划"), "三、"),
        (("①收入；③结余。",), "③"),
        (("2022年是“十四五”规划的开局之年。",), "十四五”规划的开局之年"),
        (("“十四五”收官之年。",), "十四五”收官之年"),
        (("（2021年度）",), "（2021年度）"),
        (("2202年收入5万元。",), ""),
        (("2023年失业保险基金收入5万元。",), "5万元"),
        (("2月30日", "13月1日"), "2月30日"),
    ],
)
def test_jumps_and_wrong_years_are_found(paragraphs: tuple[str, ...], words: str) -> None:
    notices = found(RULE, *paragraphs)
    if words:
        assert notices[0][:2] == ("notice", words)
    else:
        assert notices == []
