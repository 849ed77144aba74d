"""区域绩效目标表, edition regional-target-2023: upright, five columns, in 亿元 (forms.md §1.5, 财社〔2022〕65号)."""

from assessments.domain.kinds import REGIONAL_TARGET
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.tables.items import BudgetItem
from assessments.sheets.blocks import Column, Rows, Section, Tree
from assessments.sheets.contents import Box, Meaning, SquareKind, Topic, beside, head
from assessments.sheets.edition import Edition, Foot

_REQUIRED = Meaning(required=True)
_GOAL = Meaning(topic=Topic.GOAL, required=True)


def _office(key: str, label: str, cols: int, given: str = "") -> Box:
    kind = SquareKind.LOCKED if given else SquareKind.TEXT
    return Box(key, kind, label, cols, means=Meaning(given=given, required=not given))


_BUDGETS = (
    ("income_budget", "收入预算金额", BudgetItem.INCOME),
    ("expenditure_budget", "支出预算金额", BudgetItem.EXPENDITURE),
)


def _budget_of(item: BudgetItem) -> Meaning:
    return Meaning(role=ClaimRole.BUDGET, item=item, required=True)


def _goal(key: str, label: str, cols: int) -> Box:
    return Box(key, SquareKind.LONG_TEXT, label, cols, limit=5000, means=_GOAL)


EDITION = Edition(
    code="regional-target-2023",
    kind=REGIONAL_TARGET,
    name="区域绩效目标表",
    title="{region}社会保险基金预算区域绩效目标表",
    subtitle="（{year}年度）",
    columns=(23, 33, 32, 52, 40),
    blocks=(
        Rows(
            (beside("险种名称", cols=2), _office("fund_name", "险种名称", 3, given="{fund}")),
            (
                beside("中央主管部门及相关部门", cols=2),
                _office("central_departments", "中央主管部门及相关部门", 3),
            ),
            (
                *(beside("省级财政部门"), _office("provincial_finance", "省级财政部门", 1)),
                *(beside("省级主管部门及相关部门"), _office("provincial_departments", "省级主管部门及相关部门", 2)),
            ),
            (
                *(beside("地区财政部门"), _office("prefecture_finance", "地区财政部门", 1, given="{unit}")),
                *(beside("地区主管部门及相关部门"), _office("prefecture_departments", "地区主管部门及相关部门", 2)),
            ),
        ),
        Section(
            "资金情况",
            "资金",
            *(
                Rows((beside(f"{name}（亿元）", cols=2), Box(key, SquareKind.MONEY, name, 2, means=_budget_of(item))))
                for key, name, item in _BUDGETS
            ),
        ),
        Section(
            "绩效目标",
            "目标",
            Rows(
                (beside("整体目标"), _goal("overall_goal", "整体目标", 3)),
                (head("总体目标", cols=2), head("年度目标", cols=2)),
                (_goal("general_goals", "总体目标", 2), _goal("annual_goals", "年度目标", 2)),
            ),
        ),
        Section(
            "绩效指标",
            "指标",
            Tree(
                "indicators",
                (
                    Column("一级指标", "level1", SquareKind.LEVEL, limit=60, means=_REQUIRED),
                    Column("二级指标", "level2", SquareKind.LEVEL, limit=60, means=_REQUIRED),
                    Column("三级指标", "level3", SquareKind.NAME, means=_REQUIRED),
                    Column("指标值", "target", SquareKind.SQUARE, limit=500, means=_REQUIRED),
                ),
            ),
        ),
    ),
    feet=(
        Foot(("填报人：{preparer}", "审定人：{responsible_person}")),
        Foot(("{prefecture_finance}", "{date}"), seal="（公章）"),
    ),
    unit="亿元",
    levels={
        "决策指标": ("政策制定指标",),
        "过程指标": ("基金预算管理指标", "政策执行指标", "风险控制指标"),
        "产出指标": ("数量指标", "质量指标", "时效指标"),
        "效益指标": ("经济效益指标", "社会效益指标", "可持续影响指标"),
        "满意度指标": ("服务对象满意度指标",),
    },
)
