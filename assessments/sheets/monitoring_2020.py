"""监控情况表, edition monitoring-2020: 附件1, A4 portrait, eight columns (forms.md §1.3)."""

from assessments.sheets.blocks import Column, Content, Rows, Section, Tree
from assessments.sheets.contents import Box, Label, LabelRole, SquareKind, beside, head
from assessments.sheets.paper import Foot, Sheet

_AMOUNTS = (("adjusted_budget", "预算数"), ("received", "到位数"), ("executed", "执行数"))


def _amounts(line: str, label: str, *beyond: Content) -> tuple[Content, ...]:
    pairs = [
        (beside(label or f"{name}："), Box(f"{column}.{line}", SquareKind.MONEY, f"{name} {label}".strip()))
        for column, name in _AMOUNTS
    ]
    return (*(item for pair in pairs for item in pair), *beyond)


SHEET = Sheet(
    code="monitoring-2020",
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
                    *(beside("部门单位名称"), Box("reporting_unit", SquareKind.LOCKED, "部门单位名称", cols=2)),
                    *(beside("项目周期"), Box("project_period", SquareKind.TEXT, "项目周期", cols=3)),
                ),
                (
                    *(beside("项目名称"), Box("project_name", SquareKind.LOCKED, "项目名称", cols=2)),
                    *(beside("监控时点"), Box("monitoring_point", SquareKind.LOCKED, "监控时点", cols=3)),
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
                    Box("goal_expected", SquareKind.LONG_TEXT, "年度预期目标", cols=3, limit=5000),
                    Box("goal_progress", SquareKind.LONG_TEXT, "目前完成情况", cols=2, limit=5000),
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
                    Column("一级指标", "level1", SquareKind.LEVEL, limit=60),
                    Column("二级指标", "level2", SquareKind.LEVEL, limit=60),
                    Column("三级指标", "level3", SquareKind.NAME, cols=2),
                    Column("预期指标值", "target", SquareKind.SQUARE, limit=500),
                    Column("指标完成值", "actual", SquareKind.SQUARE, limit=500),
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
)
