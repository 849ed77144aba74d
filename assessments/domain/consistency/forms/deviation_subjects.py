"""The subjects of section 五: those of a form's deviations that it speaks of (V08, V22 and V28).

Named is an indicator where a telling pair of characters of its name stands in the text; words that every indicator has
(人数, 率, 保险 …) do not tell.
"""

import re

from assessments.domain.computed import RowResult
from assessments.domain.consistency.rule import Case
from assessments.domain.facts import Indicator
from assessments.domain.measures.spelling import bare

#: Longer texts are searched to here.
LONGEST = 5000

_COMMON = re.compile(
    r"人数|人员|户数|金额|标准|比例|比率|准确|情况|指标|目标|完成|基本|社会|保险|基金|保障|城乡|居民|机关|事业|单位|企业|职工|预算|[率数额度的及和与等]"
)
_CATEGORY = re.compile(r"数量|质量|时效|成本|效益|满意度|可持续")
#: Said of all deviations at once.
_OF_ALL = re.compile(
    r"各[项个类]|全部|所有|以上|上述|总体|总情况|整体|[部个]分?[指项]标|[个部][别分](?:指标|项目|绩效)|[几多两三四五六]项|[均都](?:未|没|有|因|受|系)"
)
#: Said of a deviation, whichever it is.
_OF_A_DEVIATION = re.compile(
    r"偏差|偏离|偏[慢低高少多]|滞后|延[迟后期误]|未(?:能)?(?:达|完成|足额)|没有(?:达|完成)|进度|较[慢低少]|不足|低于|高于|超[过出额]|影响|减少|增[加多]|下降"
)
_OF_EXECUTION = re.compile(r"执行|支[出付]|拨付|资金|预算|到位|结余|发放|进度|收入|缴费")


def is_named(row: Indicator, text: str) -> bool:
    """True if ``text`` (without blanks) names an indicator; one whose name tells nothing counts as named."""
    name = bare(row.level3[:80])
    if name in text:
        return True
    pairs = _telling_pairs(name)
    return not pairs or any(pair in text for pair in pairs)


def speaks_of(case: Case, row: Indicator, result: RowResult, text: str) -> bool:
    """True if ``text`` speaks of the deviation of a row: by its name, its category or a figure of it, or of all.

    Words on a deviation that name no indicator of the form are about every one.
    """
    if is_named(row, text) or _points_at(row, result, text):
        return True
    return _OF_ALL.search(text) is not None or (_OF_A_DEVIATION.search(text) is not None and not _names_one(case, text))


def speaks_of_execution(case: Case, text: str) -> bool:
    """The same of the execution of the budget."""
    if _OF_EXECUTION.search(text) or _OF_ALL.search(text):
        return True
    return _OF_A_DEVIATION.search(text) is not None and not _names_one(case, text)


def _names_one(case: Case, text: str) -> bool:
    """Whether ``text`` points at some indicator of the form."""
    for row, result in case.rows():
        if _points_at(row, result, text) or (_telling_pairs(bare(row.level3[:80])) and is_named(row, text)):
            return True
    return False


def _points_at(row: Indicator, result: RowResult, text: str) -> bool:
    return _shares(_categories(row), text) or _shares(_figures(result), text)


def _telling_pairs(name: str) -> set[str]:
    telling = [run for run in _COMMON.sub(" ", name).split() if len(run) > 1]
    return {run[at : at + 2] for run in telling for at in range(len(run) - 1)}


def _categories(row: Indicator) -> set[str]:
    """数量 of 数量指标: a text that speaks of 数量指标 speaks of all below it."""
    return {f"{word}指标" for word in _CATEGORY.findall(bare((row.level1 + row.level2)[:80]))}


def _figures(result: RowResult) -> set[str]:
    """The row's target and actual as printed, without their unit where they have enough digits to be told by."""
    printed = [*result.target.quantities, *result.actual.quantities]
    return {f"{each.number:f}" for each in printed if len(each.number.as_tuple().digits) > 2} | {
        each.printed() for each in printed if each.unit
    }


def _shares(words: set[str], text: str) -> bool:
    return any(re.search(rf"(?<![0-9.]){re.escape(each)}(?![0-9])", text) for each in words)
