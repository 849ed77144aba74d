"""V29: section numbers and year words."""

import pytest

from assessments.domain.consistency.texts.section_numbers import RULE
from tests.assessments.domain.consistency.texts.short_report import found
from tests.dossiers import findings, monitoring_file


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("一、总体", "（一）收入", "（二）支出", "二、做法", "（一）管理", "1.制度", "2.监督", "三、问题"),
        ("1、做法", "2、2020年该项目", "3、规范"),
        ("一、总体", "1、做法", "2、监督", "1、问题"),
        ("①收入；②支出；③结余。①人数；②满意度。",),
        ("2021年是“十四五”的开局之年。", "“十三五”收官之年是2020年。"),
        ("（2022年度）", "12月31日", "2月28日", "2024年2月29日"),
        ("2023年计划收入5万元。",),
    ],
)
def test_numbers_in_order_and_years_as_they_were_pass(paragraphs: tuple[str, ...]) -> None:
    assert [each for each in found(RULE, *paragraphs) if "收官" not in each[1]] == []


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        (("一、总体", "三、问题"), "三、"),
        (("一、总体", "（一）收入", "（三）支出"), "（三）"),
        (("一、总体", "一、问题", "三、计划"), "三、"),
        (("①收入；③结余。",), "③"),
        (("2022年是“十四五”规划的开局之年。",), "十四五”规划的开局之年"),
        (("“十四五”收官之年。",), "十四五”收官之年"),
        (("（2021年度）",), "（2021年度）"),
        (("2202年收入5万元。",), ""),
        (("2023年失业保险基金收入5万元。",), "5万元"),
        (("2月30日", "13月1日"), "2月30日"),
        (("2022年2月29日前报送。",), "2022年2月29日"),
        (("自2022年1月1日至2月29日，共收入5万元。",), "2月29日"),
        (("（2022年度）", "2月29日"), "2月29日"),
        (("资料截至2022-02-29。",), "2022-02-29"),
        (("11月31日",), "11月31日"),
    ],
)
def test_jumps_and_wrong_years_are_found(paragraphs: tuple[str, ...], words: str) -> None:
    notices = found(RULE, *paragraphs)
    if words:
        assert notices[0][:2] == ("notice", words)
    else:
        assert notices == []


@pytest.mark.parametrize(
    ("period", "actual", "places"),
    [
        ("2020年1月1日-2020年6月31日", "", ["project_period"]),
        ("2020年1月1日-2020年12月31日", "", []),
        ("", "2022年2月29日已发放", ["actual"]),
        ("", "2020年2月29日已发放", []),
    ],
)
def test_a_square_names_a_day_that_exists(period: str, actual: str, places: list[str]) -> None:
    row = {"level3": "发放时间", "target": "按时发放", "actual": actual}
    found_at = findings(monitoring_file(row, project_period=period), "V29")
    assert [item.where.rpartition(".")[2] for item in found_at] == places
