"""V02: running text against cells and against itself."""

import pytest

from assessments.domain.consistency.texts import differing_figures, differing_rates
from assessments.domain.exchange import read_file_object
from tests.assessments.domain.consistency.texts.short_report import form, found, found_in
from tests.filings import row

_FORM = form("23160", "23600", row("3152人", "3152人", "保障退休待遇人数"))


@pytest.mark.parametrize(
    "text",
    [
        "2022年机关养老保险基金支出2.36亿元。",
        "2022年机关养老保险基金支出23600.4万元。",
        "2022年机关养老保险基金预算支出2.32亿元。",
        "机关养老保险领取待遇人员0.3万人。",
        "2021年机关养老保险基金支出1万元。",
        "机关养老保险基金收入1万元。",
        "机关养老保险基金支出调整后预算1万元。",
        "失业保险基金支出1万元。",
        "东至县机关养老保险基金支出1万元。",
        "1-9月机关养老保险基金支出1万元。",
        "机关养老保险基金支出约1万元。",
        "机关养老保险丧葬补助支出1万元。",
    ],
)
def test_the_same_figure_or_another_datum_passes(text: str) -> None:
    assert found(differing_figures.RULE, text, forms=(_FORM,)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年机关养老保险基金支出2.63亿元。", ("error", "2.63亿元", "23600万元")),
        ("2022年机关养老保险基金支出23600.6万元。", ("notice", "23600.6万元", "23600万元")),
        ("2022年机关养老保险基金预算支出2.36亿元。", ("error", "2.36亿元", "23160万元")),
        ("机关养老保险领取待遇人员3521人。", ("error", "3521人", "3152人")),
    ],
)
def test_another_figure_for_a_cell_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert found(differing_figures.RULE, text, forms=(_FORM,)) == [expected]


def test_an_indicator_is_found_by_its_very_name() -> None:
    rows = (row("≥95%", "98.5%", "养老金社会化发放率"),)
    text = "机关养老金社会化发放率{}，首次发放成功率90%。"
    assert found(differing_figures.RULE, text.format("98.5%"), forms=(form("1", "1", *rows),)) == []
    assert found(differing_figures.RULE, text.format("95.8%"), forms=(form("1", "1", *rows),)) == [
        ("error", "95.8%", "98.5%")
    ]


def test_two_figures_for_one_datum_in_a_text() -> None:
    assert found(differing_figures.RULE, "失业保险基金收入5万元。", "失业保险基金收入7万元。") == [
        ("error", "7万元", "5万元")
    ]
    assert found(differing_figures.RULE, "失业保险基金收入5.0万元，支出4万元。", "失业保险基金收入5万元。") == []


def test_budget_tables_are_held_against_their_statement() -> None:
    table = {"no": "表六", "columns": ["项目", "2023年预算数"], "rows": [["失业保险基金支出", "379359"]]}
    said = {"form": "budget_statement", "year": "2023", "paragraphs": ["失业保险基金本年预算支出 397359 万元。"]}
    dossier = read_file_object({"amount_unit": "万元", "tables": [table], "narrative": said}).dossier
    assert found_in(differing_figures.RULE, dossier) == [("error", "397359 万元", "379359万元")]


def test_the_form_that_holds_a_text_comes_first() -> None:
    quoting = form(goal_actual="全年支出23600万元。")
    assert found(differing_figures.RULE, forms=(form("1", "1"), quoting)) == []


def test_forms_of_another_county_hold_other_figures() -> None:
    elsewhere = form("1", "1", region="喀什地区疏附县")
    assert found(differing_figures.RULE, "机关养老保险基金支出23600万元。", forms=(elsewhere,)) == []


def test_a_rate_is_held_to_the_form_and_to_its_indicators() -> None:
    rates = (row("≥95%", "102.13%", "支出预算执行率"),)
    assert found(differing_rates.RULE, forms=(form(goal_actual="完成年度预算的102.28%。"),)) == [
        ("error", "102.28%", "101.90%")
    ]
    assert found(differing_rates.RULE, forms=(form("23160", "23600", *rates, goal_actual="完成预算的101.90%。"),)) == [
        ("error", "101.90%", "102.13%")
    ]
    assert found(differing_rates.RULE, "机关养老保险支出完成调整后预算的90%。", forms=(form(),)) == []


def test_two_rates_for_one_datum_in_a_text() -> None:
    assert found(differing_rates.RULE, "失业保险支出完成预算的90%。", "失业保险支出预算执行率92%。") == [
        ("error", "92%", "90%")
    ]
