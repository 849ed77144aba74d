"""绩效自评表, edition self-assessment-2022: A4 portrait, one page for each fund, six columns (forms.md §1.1)."""

from assessments.domain.formulas import Completion, Mean, Quotient, Sum
from assessments.domain.kinds import SELF_ASSESSMENT
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.wording import gettext_noop as _
from assessments.sheets.blocks import Column, Content, Lines, Rows, Section, Tree
from assessments.sheets.contents import PLAIN, Box, Meaning, SquareKind, Topic, beside, head
from assessments.sheets.edition import Edition, Foot

_REQUIRED = Meaning(required=True)
_GOAL = Meaning(topic=Topic.GOAL, required=True)
_PARTS = ("social_insurance_fund", "other")


def _amount(column: str, line: str, name: str, role: ClaimRole) -> Box:
    means = PLAIN if line in _PARTS else Meaning(role=role, required=True)
    return Box(f"{column}.{line}", SquareKind.MONEY, name, means=means)


def _amounts(line: str, label: str, of_which: str) -> tuple[Content, ...]:
    budget = _amount("budget", line, f"预算数 {of_which}".strip(), ClaimRole.BUDGET)
    executed = _amount("executed", line, f"执行数 {of_which}".strip(), ClaimRole.ACTUAL)
    return (beside(label.format("预算数"), cols=2), budget, beside(label.format("执行数")), executed)


def _described(label: str, name: str) -> Column:
    return Column(f"{label}（包含数字及文字描述）", name, SquareKind.SQUARE, limit=500, called=label, means=_REQUIRED)


EDITION = Edition(
    code="self-assessment-2022",
    kind=SELF_ASSESSMENT,
    name="绩效自评表",
    title="{region}社会保险基金支出绩效自评表",
    subtitle="（{year}年度）",
    right="单位：{unit}",
    columns=(17, 18, 25, 43, 38.5, 38.5),
    blocks=(
        Lines(
            Box("project_name", SquareKind.LOCKED, "项目名称", cols=5, means=Meaning(given="{project}")),
            Box("reporting_unit", SquareKind.LOCKED, "社会保险基金预算支出部门", cols=5, means=Meaning(given="{unit}")),
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
                    Box("goal_expected", SquareKind.LONG_TEXT, "预期目标", cols=3, limit=5000, means=_GOAL),
                    Box("goal_actual", SquareKind.LONG_TEXT, "实际完成目标", cols=2, limit=5000, means=_GOAL),
                ),
            ),
        ),
        Section(
            "年度绩效\n目标完成\n情况",
            "指标",
            Tree(
                "indicators",
                (
                    Column("一级指标", "level1", SquareKind.LEVEL, limit=60, means=_REQUIRED),
                    Column("二级指标", "level2", SquareKind.LEVEL, limit=60, means=_REQUIRED),
                    Column("三级指标", "level3", SquareKind.NAME, means=_REQUIRED),
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
    formulas={
        "execution_rate": Quotient("executed.total", "budget.total", _("执行率")),
        "indicators[].completion_rate": Completion("target", "actual"),
        "overall_completion_rate": Mean("indicators[].completion_rate", _("完成率")),
    },
    totals={f"{column}.total": Sum(tuple(f"{column}.{part}" for part in _PARTS)) for column in ("budget", "executed")},
)
