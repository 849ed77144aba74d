"""The nature of an indicator where none was chosen (forms.md §3)."""

import re

from assessments.domain.facts import Indicator, Nature
from assessments.domain.measures import Kind, Measure
from assessments.domain.measures.spelling import bare
from assessments.domain.units import MONEY, PERCENT

#: Natures whose target and actual are numbers.
NUMERIC_NATURES = frozenset({Nature.FLOW, Nature.STOCK, Nature.BUDGET_RATE, Nature.STANDARD})
#: Natures that are scaled by month / 12.
SCALED_NATURES = frozenset({Nature.FLOW, Nature.BUDGET_RATE})

_BUDGET_RATE = re.compile(r"支出(?:预算)?执行率")
_STOCK_NAME = re.compile(r"(?:人数|户数|标准)(?![率化])|^(?:[人次例日]均|平均)|(?:次均|人均)费用$")
_HEADS = frozenset({"人", "户"})


def nature_of(row: Indicator, target: Measure) -> Nature:
    """The chosen nature of ``row``, else the default one of its name and target."""
    return row.nature or default_nature(row.level3, target)


def default_nature(name: str, target: Measure) -> Nature:
    """What an indicator called ``name`` with this target is, where nobody chose (forms.md §3, our choice).

    支出预算执行率 → budget rate; other rates → standard; 人数 and 标准 → stock; amounts of money → flow; other
    numbers → standard; deadlines and words → wording. A blank or unreadable target is judged by the name alone.
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
    return Nature.FLOW if dimension == MONEY else Nature.STANDARD
