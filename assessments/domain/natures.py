"""The nature of an indicator where none was chosen (forms.md §3)."""

import re

from assessments.domain.directions import less_is_better
from assessments.domain.facts import Indicator, Nature
from assessments.domain.measures import Kind, Measure
from assessments.domain.measures.spelling import bare
from assessments.domain.units import MONEY, PERCENT, TO_ONE
from assessments.domain.wording import gettext_noop as _

#: What a nature is called where it is chosen.
NATURE_NAMES: dict[Nature, str] = {
    Nature.FLOW: _("累计量"),
    Nature.STOCK: _("时点数或标准"),
    Nature.BUDGET_RATE: _("支出预算执行率"),
    Nature.STANDARD: _("达标类"),
    Nature.WORDING: _("文字类"),
}
#: Natures whose target and actual are numbers.
NUMERIC_NATURES = frozenset({Nature.FLOW, Nature.STOCK, Nature.BUDGET_RATE, Nature.STANDARD})
#: Natures that are scaled by month / 12.
SCALED_NATURES = frozenset({Nature.FLOW, Nature.BUDGET_RATE})

_BUDGET_RATE = re.compile(r"支出(?:预算)?执行率")
_STOCK_NAME = re.compile(r"(?:人数|户数|标准)(?![率化])|^(?:[人次例日]均|平均)|(?:次均|人均)费用$")
_HEADS = frozenset({"人", "户"})
#: Units of how long, how often within something, how good or in which place: a standard, whatever the month.
_STANDING = frozenset(
    {"", TO_ONE, "天", "个月", "年", "小时", "分钟", "周", "季度", "倍", "岁", "分", "名次", "个工作日", "个百分点"}
)
#: What is done adds up; what there is (定点机构, 参保单位) does not.
_DONE = re.compile(
    r"新增|新建|检查|稽[核查]|核查|巡查|抽查|培训|宣传|发放|办理|受理|开展|组织|购[置买]|走访|完成|处理|查处"
)
_THERE_IS = re.compile(r"定点|在[册网保编职岗用]|现有|存量|保有|库存|参保|覆盖|签约|开通|联网|机构|网点|站点")


def nature_of(row: Indicator, target: Measure) -> Nature:
    """The chosen nature of ``row``, else the default one of its name and target."""
    return row.nature or default_nature(row.level3, target)


def default_nature(name: str, target: Measure) -> Nature:
    """The nature of an indicator called ``name`` with this target, where nobody chose (forms.md §3, our choice).

    支出预算执行率 → budget rate; other rates → standard; 人数 and 标准 → stock; amounts of money and counts of what is
    done → flow; other numbers → standard; deadlines and words → wording. A blank or unreadable target is judged by the
    name alone.
    """
    if target.kind in (Kind.WORDING, Kind.DEADLINE):
        return Nature.WORDING
    plain = bare(name[:200])
    dimension = target.unit.dimension if target.unit else ""
    if _BUDGET_RATE.search(plain) and "收入" not in plain:
        return Nature.BUDGET_RATE
    if dimension == PERCENT or "执行率" in plain:
        return Nature.STANDARD
    if dimension in _HEADS or _STOCK_NAME.search(plain):
        return Nature.STOCK
    return Nature.FLOW if dimension == MONEY else _of_count(plain, dimension.removesuffix("/年"), target)


def _of_count(name: str, counted: str, target: Measure) -> Nature:
    """What a number is that counts neither money nor heads: 10 次 are reached in the course of a year.

    What must stay small (投诉 ≤5次, 0起) is kept or not in any month.
    """
    must_stay_small = not target.low or target.low < 0 or less_is_better(name)
    if counted in _STANDING or "/" in counted or must_stay_small:
        return Nature.STANDARD
    return Nature.STOCK if _THERE_IS.search(name) and not _DONE.search(name) else Nature.FLOW
