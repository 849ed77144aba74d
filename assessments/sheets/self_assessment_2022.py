"""绩效自评表, edition self-assessment-2022: A4 portrait, one page for each fund, six columns (forms.md §1.1)."""

from assessments.sheets.blocks import Column, Content, Lines, Rows, Section, Tree
from assessments.sheets.contents import Box, SquareKind, beside, head
from assessments.sheets.paper import Foot, Sheet


def _amounts(line: str, label: str, of_which: str) -> tuple[Content, ...]:
    budget = Box(f"budget.{line}", SquareKind.MONEY, f"预算数 {of_which}".strip())
    executed = Box(f"executed.{line}", SquareKind.MONEY, f"执行数 {of_which}".strip())
    return (beside(label.format("预算数"), cols=2), budget, beside(label.format("执行数")), executed)


def _described(label: str, name: str) -> Column:
    return Column(f"{label}（包含数字及文字描述）", name, SquareKind.SQUARE, limit=500, called=label)


SHEET = Sheet(
    code="self-assessment-2022",
    name="绩效自评表",
    title="{region}社会保险基金支出绩效自评表",
    subtitle="（{year}年度）",
    right="单位：{unit}",
    columns=(17, 18, 25, 43, 38.5, 38.5),
    blocks=(
        Lines(
            Box("project_name", SquareKind.LOCKED, "项目名称", cols=5),
            Box("reporting_unit", SquareKind.LOCKED, "社会保险基金预算支出部门", cols=5),
        ),
        Section(
            "预算执行\n情况\n（万元）",
            "预算",
            Rows(
                _amounts("total", "{}：", ""),
                _amounts("social_insurance_fund", "其中：社会保险基金", "其中：社会保险基金"),
                _amounts("other", "其他资金", "其他资金"),
            ),
        ),
        Section(
            "年度目标\n完成情况",
            "目标",
            Rows(
                (head("预期目标", cols=3), head("实际完成目标", cols=2)),
                (
                    Box("goal_expected", SquareKind.LONG_TEXT, "预期目标", cols=3, limit=5000),
                    Box("goal_actual", SquareKind.LONG_TEXT, "实际完成目标", cols=2, limit=5000),
                ),
            ),
        ),
        Section(
            "年度绩效\n目标完成\n情况",
            "指标",
            Tree(
                "indicators",
                (
                    Column("一级指标", "level1", SquareKind.LEVEL, limit=60),
                    Column("二级指标", "level2", SquareKind.LEVEL, limit=60),
                    Column("三级指标", "level3", SquareKind.NAME),
                    _described("预期指标值", "target"),
                    _described("实际完成指标值", "actual"),
                ),
            ),
        ),
    ),
    feet=(
        Foot(("填报人：{preparer}", "负责人：{responsible_person}")),
        Foot(("{reporting_unit}", "{date}"), seal="（公章）"),
    ),
    levels={
        "项目完成指标": ("数量指标", "质量指标"),
        "项目效益指标": ("社会效益指标", "可持续影响力指标"),
        "满意度指标": ("满意度指标",),
    },
)
