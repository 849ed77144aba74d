"""An edition of several lists, as budget books will be: rows that anyone adds, and rows that the paper itself has."""

from assessments.domain.formulas import Sum
from assessments.domain.kinds import SELF_ASSESSMENT
from assessments.sheets.blocks import CodedRow, CodedRows, Column, Rows, Section, Tree
from assessments.sheets.contents import Box, Meaning, SquareKind, beside, head
from assessments.sheets.edition import Edition

_AMOUNTS = (
    Column("预算数", "budget", SquareKind.MONEY, means=Meaning(signed=True, required=True)),
    Column("执行数", "executed", SquareKind.MONEY, means=Meaning(signed=True)),
)

EDITION = Edition(
    code="many-lists",
    kind=SELF_ASSESSMENT,
    name="多表",
    title="{region}多表",
    columns=(20, 40, 40, 40, 40),
    blocks=(
        Rows((beside("项目名称"), Box("project_name", SquareKind.TEXT, "项目名称", cols=4))),
        Section(
            "收入",
            "收入",
            CodedRows(
                "income",
                (CodedRow("10201", "养老保险费收入"), CodedRow("10203", "医疗保险费收入"), CodedRow("total", "合计")),
                _AMOUNTS,
                heads=((head("项目", cols=2), head("预算数"), head("执行数")),),
                label_cols=2,
            ),
        ),
        Section(
            "指标",
            "指标",
            Tree(
                "indicators",
                (
                    Column("一级指标", "level1", SquareKind.LEVEL),
                    Column("二级指标", "level2", SquareKind.LEVEL),
                    Column("三级指标", "level3", SquareKind.NAME),
                    Column("指标值", "target", SquareKind.SQUARE),
                ),
            ),
        ),
        Section(
            "说明",
            "说明",
            Tree(
                "notes",
                (
                    Column("类别", "topic", SquareKind.LEVEL),
                    Column("事项", "matter", SquareKind.NAME, cols=2),
                    Column("金额", "sum", SquareKind.MONEY),
                ),
            ),
        ),
    ),
    formulas={"income[total].executed": Sum(("income[10201].executed", "income[10203].executed"))},
)
