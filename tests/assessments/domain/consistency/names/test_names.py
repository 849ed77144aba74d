"""V16 on places, departments, funds and doubled names."""

import pytest

from tests.dossiers import findings, said, self_assessment_file


def _form(**squares: str) -> list[tuple[str, str]]:
    found = said(self_assessment_file(**squares), "V16")
    return [(where.removeprefix("filings[0]."), expected) for _severity, where, _found, expected in found]


@pytest.mark.parametrize(
    ("region", "title"),
    [
        ("某地区甲乙县", "某地区甲乙县社会保险基金支出绩效自评表"),
        ("某地区甲乙县", "甲乙县社保基金支出绩效自评表"),
        ("某地区塔什库尔干县", "塔什库尔干塔吉克自治县社会保险基金支出绩效自评表"),
        ("某地区甲乙县", "社会保险基金支出绩效自评表"),
        ("某地区甲乙县", "某地区社会保险基金支出绩效自评表"),
        ("", "某地区丙丁县社会保险基金支出绩效自评表"),
        ("乌鲁木齐市米东区", "乌鲁木齐市社会保险基金支出绩效自评表"),
        ("某地区", "某地区丙丁县社会保险基金支出绩效自评表"),
    ],
)
def test_a_title_with_the_own_county_or_none_passes(region: str, title: str) -> None:
    assert _form(region=region, title=title) == []


def test_a_title_with_another_county_is_an_error() -> None:
    title = "某地区丙丁县社会保险基金支出绩效自评表"
    assert _form(region="某地区甲乙县", title=title) == [("title", "某地区甲乙县社会保险基金支出绩效自评表")]


@pytest.mark.parametrize(
    "name",
    [
        "机关事业单位养老保险(改革)基金支出",
        "机关事业单位养老保险（改革）基金支出",
        "机关养老保险",
        "社会保险基金支出",
        "机关事业单位养老保险和城乡居民养老保险基金",
        "",
    ],
)
def test_the_own_fund_by_any_of_its_names_passes(name: str) -> None:
    assert _form(fund="GOV_PENSION", project_name=name) == []


def test_another_fund_in_the_project_name_is_an_error() -> None:
    found = _form(fund="GOV_PENSION", project_name="城乡居民养老保险基金支出")
    assert found == [("project_name", "机关事业单位基本养老保险")]


def test_a_fund_that_nobody_knows_is_an_error() -> None:
    assert _form(fund="灵活就业险") == [("fund", "")]
    file = {"targets": [{"fund_name": "灵活就业险"}]}
    assert [where for _s, where, _f, _e in said(file, "V16")] == ["targets[0].fund_name"]


@pytest.mark.parametrize(
    ("fund", "unit", "year", "expected"),
    [
        ("EMPLOYEE_MEDICAL", "甲县医疗保障局", "2022", []),
        ("EMPLOYEE_MEDICAL", "甲县医保中心", "2022", []),
        ("GOV_PENSION", "甲县社会保险管理局", "2022", []),
        ("WORK_INJURY", "甲县人社局", "2022", []),
        ("RESIDENT_MEDICAL", "甲县社会保险管理局", "2017", []),
        ("RESIDENT_MEDICAL", "甲县财政局", "2022", []),
        ("RESIDENT_MEDICAL", "甲县社会保险管理局", "2022", ["甲县医疗保障局"]),
        ("UNEMPLOYMENT", "甲县医疗保障局", "2022", ["甲县人力资源和社会保障局"]),
    ],
)
def test_a_department_runs_its_own_funds(fund: str, unit: str, year: str, expected: list[str]) -> None:
    assert [right for _where, right in _form(fund=fund, reporting_unit=unit, year=year)] == expected


def test_departments_of_a_target_table_are_looked_at_one_by_one() -> None:
    target = {
        "fund": "RESIDENT_MEDICAL",
        "year": "2023",
        "central_departments": "国家医疗保障局、财政部、税务总局",
        "provincial_departments": "某自治区人力资源和社会保障厅、国家税务总局某自治区税务局",
    }
    (finding,) = findings({"targets": [target]}, "V16")
    assert (finding.where, finding.expected) == ("targets[0].provincial_departments", "某自治区医疗保障局")


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("project_name", "失业保险失业保险基金支出", "失业保险基金支出"),
        ("project_name", "职工医保（含生育）支出职工医保（含生育）支出", "职工医保（含生育）支出"),
        ("reporting_unit", "甲县社会保险管理局社会保险管理局", "甲县社会保险管理局"),
    ],
)
def test_a_name_written_twice_over_is_an_error(key: str, text: str, expected: str) -> None:
    assert _form(**{key: text}) == [(key, expected)]


def _rows(*names: str) -> list[tuple[str, str, str]]:
    rows = [{"level2": "数量指标", "level3": name, "target": "1"} for name in names]
    found = said(self_assessment_file(*rows), "V16")
    return [(severity, where.rpartition(".")[0][-2:], expected) for severity, where, _found, expected in found]


def test_an_indicator_that_is_listed_twice_is_asked_about() -> None:
    assert _rows("参保缴费人数", "领取待遇人数", "参保缴费人数") == [("warning", "2]", "")]
    assert _rows("参保缴费人数", "领取待遇人数") == []


def test_two_characters_changed_round_are_asked_about() -> None:
    assert _rows("离退休人员上访率", "离休退人员满意度") == [("warning", "1]", "离退休人员满意度")]
    assert _rows("离退休人员上访率", "离退休人员满意度", "退休人员人数") == []
