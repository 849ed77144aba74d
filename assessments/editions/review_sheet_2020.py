"""监控审核表, edition review-sheet-2020: 附件2, A4 landscape, 13 columns, one row for each filing (forms.md §1.4)."""

from assessments.domain.formulas import Sum
from assessments.domain.kinds import REVIEW_SHEET
from assessments.sheets.blocks import Column, Tree
from assessments.sheets.contents import SquareKind, head
from assessments.sheets.edition import Edition, Foot

#: The list of the filings that it judges.
ROWS = "rows"
_SCORES = ("score_budget_execution", "score_goal_completion", "score_deviation_response", "score_timeliness")

EDITION = Edition(
    code="review-sheet-2020",
    kind=REVIEW_SHEET,
    name="绩效监控审核表",
    annex="附件2：",
    title="{county}社保基金支出绩效监控审核表",
    left="业务处室：{business_office}",
    right="监控时点：{monitoring_point}",
    columns=(10, 34, 39, 19, 19, 19, 16, 19, 20, 20, 20, 20, 14),
    landscape=True,
    places=0,
    blocks=(
        Tree(
            ROWS,
            (
                Column("序号", "no", SquareKind.COMPUTED),
                Column("部门单位名称", "reporting_unit", SquareKind.LOCKED),
                Column("项目名称", "project_name", SquareKind.LOCKED),
                Column("调整后预算总数", "adjusted_budget", SquareKind.MONEY),
                Column("到位资金总数", "received", SquareKind.MONEY),
                Column("执行资金总数", "executed", SquareKind.MONEY),
                Column("预算执行率", "execution_rate", SquareKind.COMPUTED),
                Column("绩效目标总体完成率", "overall_completion_rate", SquareKind.COMPUTED),
                Column("预算执行情况得分", "score_budget_execution", SquareKind.LOCKED),
                Column("绩效目标完成情况得分", "score_goal_completion", SquareKind.LOCKED),
                Column("目标偏离及应对情况得分", "score_deviation_response", SquareKind.LOCKED),
                Column("按时报送得分", "score_timeliness", SquareKind.LOCKED),
                Column("总分", "total_score", SquareKind.COMPUTED),
            ),
            heads=(
                (
                    *(head("序号", rows=2), head("部门单位名称", rows=2), head("项目名称", rows=2)),
                    *(head("预算执行情况（单位：万元）", cols=3), head("预算\n执行率", rows=2)),
                    *(head("绩效目标\n总体\n完成率", rows=2), head("绩效监控审核结果", cols=4), head("总分", rows=2)),
                ),
                (
                    *(head("调整后\n预算总数"), head("到位资金\n总数"), head("执行资金\n总数")),
                    *(head("预算执行\n情况\n（30分）"), head("绩效目标\n完成情况\n（30分）")),
                    *(head("目标偏离及\n应对情况\n（30分）"), head("按时报送\n（10分）")),
                ),
            ),
        ),
    ),
    feet=(Foot(("处室领导：{office_head}",)), Foot(("经办人：{handler}",))),
    formulas={f"{ROWS}[].total_score": Sum(_SCORES, whole=True)},
)
