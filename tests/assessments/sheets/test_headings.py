"""The lines around a table."""

from assessments.editions import EDITIONS
from assessments.sheets.headings import heading

SELF_ASSESSMENT = EDITIONS["self-assessment-2022"]
MONITORING = EDITIONS["monitoring-2020"]


def test_the_title_names_region_and_year() -> None:
    lines = heading(SELF_ASSESSMENT, {"region": "喀什地区巴楚县", "year": "2022", "unit": "万元"})
    assert (lines.title, lines.subtitle) == ("喀什地区巴楚县社会保险基金支出绩效自评表", "（2022年度）")
    assert (lines.left, lines.right) == ("", "单位：万元")


def test_the_monitoring_form_names_the_county_alone() -> None:
    words = {"region": "喀什地区塔什库尔干县", "county": "塔什库尔干县", "unit": "万元", "reporting_unit": "社保局"}
    lines = heading(MONITORING, words)
    assert lines.title == "塔什库尔干县社保基金支出绩效监控情况表"
    assert (lines.annex, lines.left, lines.right) == ("附件1：", "填报单位（公章）：社保局", "金额单位：万元")


def test_the_title_that_an_import_printed_goes_first() -> None:
    assert heading(MONITORING, {"title": "某县情况表", "county": "塔什库尔干县"}).title == "某县情况表"


def test_braces_in_a_name_are_printed_as_they_are() -> None:
    assert heading(MONITORING, {"reporting_unit": "{x}"}).left == "填报单位（公章）：{x}"


def test_a_missing_word_leaves_its_place_blank() -> None:
    lines = heading(SELF_ASSESSMENT, {})
    assert lines.subtitle == ""
    assert lines.feet[0].lines == ("填报人：", "负责人：")
    assert lines.feet[1].seal == "（公章）"
