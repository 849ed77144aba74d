"""Words that explain nothing: 无, 同上, 已核实, and whatever is put together of such words."""

import re
import unicodedata

_FILLERS = """
    本单位 我单位 我局 本局 该单位 数据 数字 数值 指标 情况 上述 以上 此项 该项 本项 全部 均为
    系 均 都 皆 已经 经过 经 已 是 为 请 予以 特此 说明 原因 理由 的 了 再次 多次
"""
_NOTHING = """
    无 没有 没 暂无 同上 同前 同上条 略 见上 见前 见上文 见前文 如上 如前 如上所述 如前所述 详见上文 参见上文
    不详 不清楚 不知道 待定 测试 none null nil nan na n ok okay test testing no yes y x xx xxx asdf abc aaa
"""
_CONFIRMING = """
    属实 核实 核对 核查 核验 复核 查实 确认 无误 正确 准确 正常 真实 真实有效 没问题 没有问题 无问题
    实际数 实际 实际完成数 实际发生数 实际执行数 如实填报 据实填报 按实填报 按实际填报
"""


def _any_of(words: str) -> str:
    """A pattern of the words, longest first and never taken back, so that no text takes more than linear time."""
    return f"(?>{'|'.join(sorted(map(re.escape, words.split()), key=len, reverse=True))})*+"


_EMPTY = re.compile(_any_of(_FILLERS + _NOTHING))
_STOCK = re.compile(_any_of(_FILLERS + _NOTHING + _CONFIRMING))


def says_nothing(text: str) -> bool:
    """True if the words give no reason: only punctuation or digits, one character over and over, stock phrases."""
    words = _bare(text)
    return _is_trivial(words) or _STOCK.fullmatch(words) is not None


def confirms_nothing(text: str) -> bool:
    """True if the words do not even say yes: 属实 and 确认是实际数 do, 无 and 同上 do not."""
    words = _bare(text)
    return _is_trivial(words) or _EMPTY.fullmatch(words) is not None


def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum())


def _is_trivial(words: str) -> bool:
    return len(set(words)) < 2 or words.isnumeric()
