"""The numbers of headings."""

import pytest

from assessments.domain.narrative.headings import number_of


@pytest.mark.parametrize(
    ("text", "level", "value"),
    [
        ("第一部分 概况", 0, 1),
        ("一、总体情况", 1, 1),
        ("十二、其他", 1, 12),
        ("二十一、其他", 1, 21),
        ("（三）居民", 2, 3),
        ("(四)居民", 2, 4),
        ("3、规范管理", 3, 3),
        ("2、2020年该项目", 3, 2),
        ("1.产出指标", 3, 1),
        ("（2）数量指标", 4, 2),
    ],
)
def test_a_number_has_a_level_and_a_value(text: str, level: int, value: int) -> None:
    number = number_of(text)
    assert number is not None
    assert (number.level, number.value) == (level, value)


@pytest.mark.parametrize("text", ["一是加强管理", "1.26亿元", "2020年", "附件：", "十四五规划", ""])
def test_other_beginnings_are_no_numbers(text: str) -> None:
    assert number_of(text) is None
