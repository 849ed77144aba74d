"""Columns of a budget table: figures of a year and stage, or a rate of two of them (forms.md §1.6)."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from assessments.domain.measures.spelling import bare
from assessments.domain.periods import read_period
from assessments.domain.tables.items import BudgetItem
from assessments.domain.wording import gettext_noop as _

_LONGEST = 80


class Stage(StrEnum):
    """The stage of a year's figure: 预算数, 预算调整数, 执行数 (预计执行数 and 决算数 are stages of it)."""

    BUDGET = "budget"
    ADJUSTED = "adjusted"
    ACTUAL = "actual"


STAGE_NAMES: dict[Stage, str] = {
    Stage.BUDGET: _("预算数"),
    Stage.ADJUSTED: _("预算调整数"),
    Stage.ACTUAL: _("执行数"),
}


class RateSort(StrEnum):
    """The sort of a printed percentage: one column over another, the growth from one to another, or something else."""

    QUOTIENT = "quotient"
    GROWTH = "growth"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """One column of figures: its head, and either ``stage`` (with the year) or ``rate``; neither is an unknown column.

    Of a rate ``upper`` and ``lower`` are the stages that its head names (预计执行数为预算数的%), None where it names
    none; ``of_last_year`` says that it speaks of the year before (比上年增长%).
    ``item`` is what a head of figures says that they are (收入预算数), None where it leaves that to the labels.
    """

    head: str
    year: int | None = None
    stage: Stage | None = None
    rate: RateSort | None = None
    upper: Stage | None = None
    lower: Stage | None = None
    of_last_year: bool = False
    item: BudgetItem | None = None


_ITEMS: tuple[tuple[re.Pattern[str], BudgetItem], ...] = (
    (re.compile(r"上年(?:末|年末)?(?:累计|滚存)?结余|年初(?:累计|滚存)?结余"), BudgetItem.OPENING),
    (re.compile(r"(?:累计|滚存|年末|年终)结余"), BudgetItem.CLOSING),
    (re.compile(r"(?:本年|当年|收支)结余"), BudgetItem.BALANCE),
    (re.compile(r"收入"), BudgetItem.INCOME),
    (re.compile(r"支出"), BudgetItem.EXPENDITURE),
)
_STAGES: tuple[tuple[re.Pattern[str], Stage], ...] = (
    (re.compile(r"调整"), Stage.ADJUSTED),
    (re.compile(r"执行|决算|完成|预计|实际"), Stage.ACTUAL),
    (re.compile(r"预算|年初|计划|安排"), Stage.BUDGET),
)
_PERCENT = re.compile(r"%|百分比|比例|执行率|完成率|增幅|增长率|增减率|占比")
_GROWTH = re.compile(r"增|减|同比")
_SHARE = re.compile(r"占")
_OF = re.compile(r"(?:为|占|是|/|÷|[比较](?!例|率|重))")
_DONE = re.compile(r"完成(.*预算)")
_SINCE, _ADJUSTED = re.compile(r"同比|同期"), re.compile(r"调[增减整]")
_LAST, _THIS = re.compile(r"上年|去年"), re.compile(r"本年|当年|今年")
_LABELS = re.compile(r"科目|项目|名称|险种|编码|代码|序号|行次|单位")


def read_columns(heads: tuple[str, ...], title: str) -> tuple[FigureColumn, ...]:
    """The columns of these heads; a year that a head leaves out is taken from the table's title. Never raises."""
    years = years_in(title)
    columns = tuple(_read(head, years) for head in heads)
    return columns if any(column.stage for column in columns) else _of_title(columns, title, years)


def _of_title(columns: tuple[FigureColumn, ...], title: str, years: tuple[int, ...]) -> tuple[FigureColumn, ...]:
    """Heads that only say of what they are (本年收入, 年末滚存结余), with the one year and the stage of the title."""
    stage = stage_of(bare(title[:_LONGEST]))
    items = [_item_of(bare(column.head[:_LONGEST])) if not column.rate else None for column in columns]
    if stage is None or len(years) != 1 or len(set(items) - {None}) < 2:
        return columns
    return tuple(
        replace(column, year=years[0], stage=stage, item=item) if item else column
        for column, item in zip(columns, items, strict=True)
    )


def _item_of(plain: str) -> BudgetItem | None:
    return next((item for pattern, item in _ITEMS if pattern.search(plain)), None)


def is_head_of_labels(head: str) -> bool:
    """True if a head stands above labels or codes (项目, 科目名称, 科目代码), not above figures."""
    plain = bare(head[:_LONGEST])
    return bool(_LABELS.search(plain)) and stage_of(plain) is None and not _PERCENT.search(plain)


def is_head_of_codes(head: str) -> bool:
    """True if a head stands above account codes."""
    return bool(re.search(r"代码|编码", bare(head[:_LONGEST])))


def stage_of(plain: str) -> Stage | None:
    """The stage that a head names."""
    return next((stage for pattern, stage in _STAGES if pattern.search(plain)), None)


def _read(head: str, years: tuple[int, ...]) -> FigureColumn:
    plain = bare(head[:_LONGEST])
    if _PERCENT.search(plain):
        return _rate(head, plain)
    stage = stage_of(plain)
    if stage is None:
        return FigureColumn(head)
    return FigureColumn(head, _year(plain, stage, years), stage, item=_item_of(plain))


def _rate(head: str, plain: str) -> FigureColumn:
    grows = _GROWTH.search(_ADJUSTED.sub("", plain)) is not None
    if not grows and _SHARE.search(plain):
        return FigureColumn(head, rate=RateSort.OTHER)
    first, of, second = _OF.sub("|", plain, count=1).partition("|")
    done = _DONE.search(plain)
    upper, lower = stage_of(first), stage_of(second) if of else stage_of(done[1]) if done else None
    years = read_period(first).year, read_period(second).year
    is_before = years[0] is not None and years[1] is not None and years[1] < years[0]
    of_last_year = is_before or _LAST.search(second or first) is not None or bool(grows and _SINCE.search(plain))
    rate = RateSort.GROWTH if grows else RateSort.QUOTIENT
    return FigureColumn(head, rate=rate, upper=upper, lower=lower, of_last_year=of_last_year)


def _year(plain: str, stage: Stage | None, years: tuple[int, ...]) -> int | None:
    """The year that a head names; else, from the title's years, the earlier one for execution, the later for plans."""
    if stated := read_period(plain).year:
        return stated
    if not years:
        return None
    if _LAST.search(plain):
        return years[-1] - 1
    if _THIS.search(plain):
        return years[-1]
    return years[0] if stage is Stage.ACTUAL else years[-1]


def years_in(title: str) -> tuple[int, ...]:
    """The years that a title names, the earliest first."""
    return tuple(sorted({int(year) for year in re.findall(r"(?<![0-9])((?:19|20)[0-9]{2})(?=年)", bare(title[:200]))}))
