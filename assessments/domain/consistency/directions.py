"""Which way an indicator is better, by its name (V09)."""

import re

from assessments.domain.measures.spelling import bare

_MEASURED = r"(?:率|度|数|数量|次数|件数|起数|人数|人次|案件|事件|情况|金额)?$"
_LESS = re.compile(
    r"(?:上访|信访|投诉|差错|错误|违规|违法|违纪|欺诈|骗保|冒领|拖欠|失误|事故|风险事件|使用社会保险基金的情况)"
    + _MEASURED
)
_MORE = re.compile(
    r"(?:满意度|满意率|成功率|准确率|正确率|及时率|足额率|到位率|发放率|覆盖率|参保率|办结率|合格率|达标率|知晓率"
    r"|(?:参保|缴费|待遇|保障|享受|领取|代缴|补贴).*人数)$"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)$")


def _name(text: str) -> str:
    return _IN_BRACKETS.sub("", bare(text[:200]))


def less_is_better(name: str) -> bool:
    """Whether an indicator of this name is to stay small, as 上访率 is."""
    return _LESS.search(_name(name)) is not None


def more_is_better(name: str) -> bool:
    """Whether an indicator of this name is to grow, as 满意度 and 保障退休待遇人数 are."""
    return _MORE.search(_name(name)) is not None
