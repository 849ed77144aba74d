"""An edition of several lists, as budget books will be: rows that anyone adds, and rows that the paper itself has."""

from assessments.domain.formulas import Balance, Growth, Sum
from assessments.domain.kinds import SELF_ASSESSMENT
from assessments.sheets.blocks import CodedRow, CodedRows, Column, Rows, Section, Tree
from assessments.sheets.contents import Box, Meaning, SquareKind, beside, head
from assessments.sheets.edition import Edition

_AMOUNTS = (
    Column("预算数", "budget", SquareKind.MONEY, means=Meaning(signed=True, required=True)),
    Column("执行数", "executed", SquareKind.MONEY, means=Meaning(signed=True)),
    Column("上年执行数", "before", SquareKind.MONEY),
    Column("结余", "left", SquareKind.COMPUTED, means=Meaning(unit="亿元")),
    Column("增幅", "growth", SquareKind.COMPUTED),
)

EDITION = Edition(
    code="many-lists",
    kind=SELF_ASSESSMENT,
    name="多表",
    title="{region}多表",
    columns=(20, 30, 30, 25, 25, 25, 25),
    blocks=(
        Rows((beside("项目名称"), Box("project_name", SquareKind.TEXT, "项目名称", cols=6))),
        Section(
            "收入",
            "收入",
            CodedRows(
                "income",
                (CodedRow("10201", "养老保险费收入"), CodedRow("10203", "医疗保险费收入"), CodedRow("total", "合计")),
                _AMOUNTS,
                heads=((head("项目"), *(head(column.label) for column in _AMOUNTS)),),
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
                    Column("指标值", "target", SquareKind.SQUARE, cols=3),
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
                    Column("事项", "matter", SquareKind.NAME, cols=3, means=Meaning(required=True)),
                    Column("金额", "sum", SquareKind.MONEY, cols=2),
                ),
            ),
        ),
    ),
    formulas={
        "income[].left": Balance(("budget",), ("executed",)),
        "income[].growth": Growth("executed", "before", "增幅"),
        "income[total].executed": Sum(("income[10201].executed", "income[10203].executed")),
    },
)
