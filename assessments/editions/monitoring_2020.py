"""监控情况表, edition monitoring-2020: 附件1, A4 portrait, eight columns (forms.md §1.3)."""

from assessments.domain.formulas import Completion, Mean, Quotient, Sum
from assessments.domain.kinds import MONITORING
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.wording import gettext_noop as _
from assessments.sheets.blocks import Column, Content, Rows, Section, Tree
from assessments.sheets.contents import Box, Label, LabelRole, Meaning, SquareKind, Topic, beside, head
from assessments.sheets.edition import Edition, Foot

_AMOUNTS = (
    ("adjusted_budget", _("预算数"), ClaimRole.ADJUSTED),
    ("received", _("到位数"), ClaimRole.RECEIVED),
    ("executed", _("执行数"), ClaimRole.ACTUAL),
)
_PARTS = ("fiscal", "other")
_REQUIRED = Meaning(required=True)
_GOAL = Meaning(topic=Topic.GOAL, required=True)


def _amounts(line: str, label: str, *beyond: Content) -> tuple[Content, ...]:
    pairs = [
        (
            beside(label or f"{name}："),
            Box(
                f"{column}.{line}",
                SquareKind.MONEY,
                f"{name} {label}".strip(),
                means=Meaning() if label else Meaning(role=role, required=True),
            ),
        )
        for column, name, role in _AMOUNTS
    ]
    return (*(item for pair in pairs for item in pair), *beyond)


def _given(key: str, label: str, given: str, cols: int) -> Box:
    return Box(key, SquareKind.LOCKED, label, cols, means=Meaning(given=given))


_PERIOD = Box("project_period", SquareKind.TEXT, "项目周期", cols=3, means=Meaning(first="{year}.01.01-{year}.12.31"))

EDITION = Edition(
    code="monitoring-2020",
    kind=MONITORING,
    name="绩效监控情况表",
    annex="附件1：",
    title="{county}社保基金支出绩效监控情况表",
    left="填报单位（公章）：{reporting_unit}",
    right="金额单位：{unit}",
    columns=(17, 27, 17, 27, 17, 27, 26, 22),
    places=0,
    blocks=(
        Section(
            "一、基本\n情况",
            "一",
            Rows(
                (
                    *(beside("部门单位名称"), _given("reporting_unit", "部门单位名称", "{unit}", cols=2)),
                    *(beside("项目周期"), _PERIOD),
                ),
                (
                    *(beside("项目名称"), _given("project_name", "项目名称", "{region}{project}", cols=2)),
                    *(beside("监控时点"), _given("monitoring_point", "监控时点", "{period}", cols=3)),
                ),
            ),
        ),
        Section(
            "二、预算\n执行情况",
            "二",
            Rows(
                (
                    *(head("预算安排情况（调整后）", cols=2), head("资金到位情况", cols=2)),
                    *(head("资金执行情况", cols=2), head("预算执行率")),
                ),
                _amounts("total", "", Box("execution_rate", SquareKind.COMPUTED, "预算执行率", rows=3)),
                _amounts("fiscal", "其中：财政资金"),
                _amounts("other", "其他"),
            ),
        ),
        Section(
            "三、目标\n完成情况",
            "三",
            Rows(
                (head("年度预期目标", cols=3), head("目前完成情况", cols=2), head("总体完成率", cols=2)),
                (
                    Box("goal_expected", SquareKind.LONG_TEXT, "年度预期目标", cols=3, limit=5000, means=_GOAL),
                    Box("goal_progress", SquareKind.LONG_TEXT, "目前完成情况", cols=2, limit=5000, means=_GOAL),
                    Box("overall_completion_rate", SquareKind.COMPUTED, "总体完成率", cols=2),
                ),
            ),
        ),
        Section(
            "四、年度\n绩效指标\n完成情况",
            "四",
            Tree(
                "indicators",
                (
                    Column("一级指标", "level1", SquareKind.LEVEL, limit=60, means=_REQUIRED),
                    Column("二级指标", "level2", SquareKind.LEVEL, limit=60, means=_REQUIRED),
                    Column("三级指标", "level3", SquareKind.NAME, cols=2, means=_REQUIRED),
                    Column("预期指标值", "target", SquareKind.SQUARE, limit=500, means=_REQUIRED),
                    Column("指标完成值", "actual", SquareKind.SQUARE, limit=500, means=_REQUIRED),
                    Column("指标完成率", "completion_rate", SquareKind.COMPUTED, limit=40),
                ),
            ),
        ),
        Rows(
            (
                Label("五、绩效目标执行出现的偏差和采取的措施", LabelRole.SECTION),
                Box(
                    "deviation_and_measures",
                    SquareKind.LONG_TEXT,
                    "偏差和采取的措施",
                    cols=7,
                    limit=5000,
                    place="",
                    section="五",
                    means=Meaning(topic=Topic.DEVIATION),
                ),
            )
        ),
    ),
    feet=(Foot(("填报单位：{reporting_unit}", "{date}"), seal="（公章）"),),
    levels={
        "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
        "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
        "满意度指标": ("满意度指标",),
    },
    formulas={
        "execution_rate": Quotient("executed.total", "adjusted_budget.total", _("执行率")),
        "indicators[].completion_rate": Completion("target", "actual"),
        "overall_completion_rate": Mean("indicators[].completion_rate", _("完成率")),
    },
    totals={f"{column}.total": Sum(tuple(f"{column}.{part}" for part in _PARTS)) for column, _name, _role in _AMOUNTS},
)
