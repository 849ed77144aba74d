"""The reading line repeats meaning, not the text."""

import pytest

from assessments.domain.measures import read, read_amount


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("≥95%", "不低于 95%"),
        ("＞95%", "大于 95%"),
        ("≤0", "不超过 0"),
        ("5%以下", "不超过 5%"),
        ("2834人", "2,834 人"),
        ("≥28.44亿元", "不低于 28.44 亿元"),
        ("23600万元", "2.36 亿元"),
        ("5317.46万元", "5,317.46 万元"),
        ("95%至105%", "95%–105%"),
        ("3.59亿元±5%", "3.4105–3.7695 亿元"),
        ("105%≤≥95%", "读作 95%–105%"),
        ("每月25日前", "不晚于每月 25 日"),
        ("2020年12月31日前", "不晚于 2020 年 12 月 31 日"),
        ("5日内", "不超过 5 日"),
        ("50、6.17", "2 个数：50、6.17"),
        ("按时发放", "文字指标"),
        ("1e5", "“1e5”读不出数值，请填一个数，例如 96.4%"),
    ],
)
def test_a_reading_says_what_was_understood(text: str, said: str) -> None:
    assert str(read(text).reading()) == said


@pytest.mark.parametrize("text", ["", "100%", "12人", "不低于95%", "2,834人", "124.07", "95%–105%"])
def test_a_reading_that_adds_nothing_is_left_out(text: str) -> None:
    assert read(text).reading() is None


@pytest.mark.parametrize(
    ("text", "said"),
    [("14158", "1.4158 亿元"), ("5490", "5,490 万元"), ("542", "542 万元"), ("0.5", "5,000 元"), ("0", "0 万元")],
)
def test_an_amount_is_said_with_its_unit_so_that_a_wrong_unit_shows(text: str, said: str) -> None:
    assert str(read_amount(text).reading()) == said


def test_a_long_text_is_quoted_in_short() -> None:
    assert len(str(read("9" * 5000).problem)) < 60
