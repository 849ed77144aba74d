"""自评表 with scores, edition self-assessment-scored: A4 portrait, nine columns (财预〔2020〕10号, forms.md §1.2)."""

from assessments.domain.formulas import Completion, EarnedPoints, Mean, Quotient, Sum, Total
from assessments.domain.kinds import SELF_ASSESSMENT
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.scoring import POINTS
from assessments.domain.wording import gettext_noop as _
from assessments.sheets.blocks import Column, Content, Rows, Section, Tree
from assessments.sheets.contents import PLAIN, Box, Label, LabelRole, Meaning, SquareKind, Topic, beside, head
from assessments.sheets.edition import Edition, Foot

_COLUMNS = (
    ("initial_budget", _("年初预算数"), ClaimRole.INITIAL),
    ("budget", _("全年预算数"), ClaimRole.BUDGET),
    ("executed", _("全年执行数"), ClaimRole.ACTUAL),
)
_PARTS = ("fiscal", "carried_over", "other")
_REQUIRED = Meaning(required=True)
_POINTS = Meaning(unit=POINTS, required=True)
_RESULT = Meaning(unit=POINTS)
_GOAL = Meaning(topic=Topic.GOAL, required=True)


def _amounts(line: str, label: str, *beyond: Content) -> tuple[Content, ...]:
    boxes = (
        Box(
            f"{column}.{line}",
            SquareKind.MONEY,
            name if line == "total" else f"{name} {label}",
            means=PLAIN if line in _PARTS else Meaning(role=role, required=True),
        )
        for column, name, role in _COLUMNS
    )
    return (beside(label, cols=2), *boxes, *(beyond or (Label("—", LabelRole.NOTHING),) * 3))


EDITION = Edition(
    code="self-assessment-scored",
    kind=SELF_ASSESSMENT,
    name="绩效自评表（计分）",
    title="{region}社会保险基金支出绩效自评表",
    subtitle="（{year}年度）",
    right="金额单位：{unit}",
    columns=(12, 16, 17, 30, 23, 23, 13, 17, 29),
    blocks=(
        Rows(
            (
                beside("项目名称", cols=2),
                Box("project_name", SquareKind.LOCKED, "项目名称", cols=7, means=Meaning(given="{project}")),
            ),
            (
                *(beside("主管部门", cols=2), Box("department", SquareKind.TEXT, "主管部门", cols=2)),
                beside("实施单位", cols=2),
                Box("reporting_unit", SquareKind.LOCKED, "实施单位", cols=3, means=Meaning(given="{unit}")),
            ),
        ),
        Section(
            "项目\n资金",
            "资金",
            Rows(
                (
                    *(Label("", LabelRole.NOTHING, cols=2), head("年初预算数"), head("全年预算数"), head("全年执行数")),
                    *(head("分值"), head("执行率"), head("得分")),
                ),
                _amounts(
                    "total",
                    "年度资金总额：",
                    Box("weight.execution", SquareKind.LOCKED, "预算执行分值", means=_RESULT),
                    Box("execution_rate", SquareKind.COMPUTED, "执行率"),
                    Box("execution_score", SquareKind.COMPUTED, "预算执行得分", means=_RESULT),
                ),
                _amounts("fiscal", "其中：本年财政拨款"),
                _amounts("carried_over", "上年结转资金"),
                _amounts("other", "其他资金"),
            ),
        ),
        Section(
            "年度\n总体\n目标",
            "目标",
            Rows(
                (head("预期目标", cols=4), head("实际完成情况", cols=4)),
                (
                    Box("goal_expected", SquareKind.LONG_TEXT, "预期目标", cols=4, limit=5000, means=_GOAL),
                    Box("goal_actual", SquareKind.LONG_TEXT, "实际完成情况", cols=4, limit=5000, means=_GOAL),
                ),
            ),
        ),
        Section(
            "绩效\n指标",
            "指标",
            Tree(
                "indicators",
                (
                    Column("一级\n指标", "level1", SquareKind.LEVEL, limit=60, called="一级指标", means=_REQUIRED),
                    Column("二级\n指标", "level2", SquareKind.LEVEL, limit=60, called="二级指标", means=_REQUIRED),
                    Column("三级指标", "level3", SquareKind.NAME, means=_REQUIRED),
                    Column("年度指标值", "target", SquareKind.SQUARE, limit=500, means=_REQUIRED),
                    Column("实际完成值", "actual", SquareKind.SQUARE, limit=500, means=_REQUIRED),
                    Column("分值", "weight", SquareKind.POINTS, limit=20, means=_POINTS),
                    Column("得分", "score", SquareKind.POINTS, limit=20, means=_RESULT),
                    Column(
                        "偏差原因分析\n及改进措施",
                        "deviation_reason",
                        SquareKind.TEXT,
                        limit=2000,
                        called="偏差原因分析及改进措施",
                        means=Meaning(topic=Topic.DEVIATION),
                    ),
                ),
            ),
            Rows(
                (
                    head("总分", cols=5),
                    Box("total_weight", SquareKind.COMPUTED, "分值合计", means=_RESULT),
                    Box("total_score", SquareKind.COMPUTED, "总分", means=_RESULT),
                    Label("", LabelRole.NOTHING),
                ),
            ),
        ),
    ),
    feet=(
        Foot(("填报人：{preparer}", "负责人：{responsible_person}")),
        Foot(("{reporting_unit}", "{date}"), seal="（公章）"),
    ),
    levels={
        "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
        "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
        "满意度指标": ("服务对象满意度指标",),
    },
    weights={"execution": 10, "产出指标": 50, "效益指标": 30, "满意度指标": 10},
    formulas={
        "execution_rate": Quotient("executed.total", "budget.total", _("执行率")),
        "execution_score": EarnedPoints("execution_rate", "weight.execution"),
        "indicators[].completion_rate": Completion("target", "actual"),
        "indicators[].score": EarnedPoints("completion_rate", "weight"),
        "overall_completion_rate": Mean("indicators[].completion_rate", _("完成率"), "indicators[].weight"),
        "total_weight": Total(("weight.execution", "indicators[].weight")),
        "total_score": Total(("execution_score", "indicators[].score")),
    },
    totals={f"{column}.total": Sum(tuple(f"{column}.{part}" for part in _PARTS)) for column, _name, _role in _COLUMNS},
)
