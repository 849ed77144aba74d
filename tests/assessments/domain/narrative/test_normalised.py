"""A paragraph in one alphabet, and where its characters stood."""

import pytest

from assessments.domain.narrative.normalised import plain


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("收入　１２，６２８．５０ 万元", "收入12,628.50万元"),
        ("增长 5.2 ％", "增长5.2%"),
        ("1 2", "1 2"),
        ("<p>收入<b>5</b>万元</p>", "收入5万元"),
        ("收入&nbsp;5万元", "收入5万元"),
        ("5<8，a<b", "5<8,a<b"),
        ("收\u200b入", "收入"),
        ("上\n下", "上\n下"),
        ("", ""),
    ],
)
def test_blanks_markup_and_full_width_signs_go(paragraph: str, text: str) -> None:
    assert plain(paragraph).text == text


def test_words_are_found_again_as_printed() -> None:
    paragraph = "其中：<b>保费 收入</b>　６９９２ 万元。"
    read = plain(paragraph)
    start = read.text.index("保费")
    assert read.printed(start, read.text.index("。")) == "保费 收入</b>　６９９２ 万元"


def test_no_words_are_nowhere() -> None:
    assert plain("收入").span(1, 1) == (0, 0)
    assert plain("").printed(0, 5) == ""
