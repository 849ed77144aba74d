"""Words that explain nothing, and words that at least confirm."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.stock_phrases import confirms_nothing, says_nothing

EMPTY = [
    *("", "。", "……", "无", "无。", "没有", "同上", "同 上", "如上所述", "见前", "略", "/", "—", "1", "123", "１２３"),
    *("test", "TEST!", "N/A", "ok", "啊啊啊", "同上同上", "无说明", "原因：无"),
]
BARE = [
    *("属实", "情况属实", "以上情况属实。", "已核实", "经核实无误", "数据已核对，正确", "确认", "确认是实际数"),
    *("已确认为实际完成数", "如实填报", "没有问题", "均正常"),
]
REASONS = [
    *("补发了上年待遇。", "年底集中缴费", "系统升级，9月数据10月才能导出", "同上年相比新增2个乡", "test库数据未清理"),
    *("无新增参保人员，人数未变化", "实际缴费人数与任务数一致", "已核实，系退费重复统计"),
]


@pytest.mark.parametrize("text", EMPTY)
def test_words_that_neither_explain_nor_confirm(text: str) -> None:
    assert (says_nothing(text), confirms_nothing(text)) == (True, True)


@pytest.mark.parametrize("text", BARE)
def test_words_that_only_confirm(text: str) -> None:
    assert (says_nothing(text), confirms_nothing(text)) == (True, False)


@pytest.mark.parametrize("text", REASONS)
def test_words_that_give_a_reason(text: str) -> None:
    assert (says_nothing(text), confirms_nothing(text)) == (False, False)


@given(st.text())
def test_what_confirms_nothing_explains_nothing(text: str) -> None:
    assert says_nothing(text) or not confirms_nothing(text)


@pytest.mark.parametrize("piece", ["无", "没有", "已经", "核实", "nan", "如上所述"])
def test_however_often_a_phrase_is_repeated_the_answer_comes_at_once(piece: str) -> None:
    began = time.process_time()
    assert (says_nothing(piece * 5000), says_nothing(piece * 5000 + "，因为退费")) == (True, False)
    assert time.process_time() - began < 1
