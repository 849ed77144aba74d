"""V16 on heads: one unit, one name, the own county."""

from typing import Any

import pytest

from assessments.domain.register import Register, RegisteredUnit
from tests.dossiers import Said, said

_REGION = "某地区甲乙县"
_NAME = "某地区甲乙县社会保险管理局"


def _file(*units: str, region: str = _REGION) -> dict[str, Any]:
    return {"filings": [{"form": "self_assessment", "region": region, "reporting_unit": unit} for unit in units]}


def _found(*units: str, register: Register | None = None) -> list[Said]:
    return said(_file(*units), "V16", register=register)


@pytest.mark.parametrize(
    "units",
    [
        (_NAME,),
        (_NAME, _NAME),
        (_NAME, "甲乙县社会保险管理局"),
        (_NAME, "某地区 甲乙县 社会保险管理局"),
        (_NAME, "甲乙县医疗保障局"),
        (_NAME, ""),
        ("甲乙县人力资源和社会保障局",),
        (_NAME, "甲乙县机关事业单位社会保险中心"),
        ("甲乙社会保险管理局",),
        ("某地区社会保险管理局甲乙分局",),
        (_NAME, "甲乙县城乡居民社会养老保险局", "甲乙县失业保险所"),
    ],
)
def test_one_name_with_or_without_the_prefecture_passes(units: tuple[str, ...]) -> None:
    assert _found(*units) == []


def test_a_centre_for_development_beside_a_bureau_is_another_name() -> None:
    found = _found(_NAME, _NAME, "甲乙县社会保险事业发展中心")
    assert [item[:3] for item in found] == [("error", "filings[2].reporting_unit", "甲乙县社会保险事业发展中心")]


def test_with_a_register_a_special_office_is_held_to_the_registered_one() -> None:
    register = Register((RegisteredUnit(_NAME),))
    found = _found("甲乙县机关事业单位社会保险中心", register=register)
    assert [item[:2] for item in found] == [("error", "filings[0].reporting_unit")]


def test_without_a_region_the_title_names_the_county() -> None:
    head = {"form": "self_assessment", "title": "甲乙县社会保险基金支出绩效自评表"}
    file = {"filings": [head | {"reporting_unit": "某地区社会保险管理局"}]}
    assert said(file, "V16") == [("error", "filings[0].reporting_unit", "某地区社会保险管理局", "甲乙县社会保险管理局")]


def test_a_unit_without_its_county_is_an_error_with_the_right_name() -> None:
    assert _found(_NAME, "某地区社会保险管理局") == [
        ("error", "filings[1].reporting_unit", "某地区社会保险管理局", _NAME)
    ]
    assert _found("某地区社会保险管理局") == [
        ("error", "filings[0].reporting_unit", "某地区社会保险管理局", "甲乙县社会保险管理局")
    ]


def test_a_unit_of_another_county_is_an_error() -> None:
    assert [item[1] for item in _found(_NAME, "某地区丙丁县社会保险管理局")] == ["filings[1].reporting_unit"]


def test_another_name_is_an_error_at_the_rarer_one() -> None:
    found = _found(_NAME, "甲乙县社会保险中心", _NAME)
    assert found == [("error", "filings[1].reporting_unit", "甲乙县社会保险中心", _NAME)]


def test_a_short_name_is_a_notice() -> None:
    assert [item[0] for item in _found(_NAME, "甲乙县社保局")] == ["notice"]


def test_the_register_says_what_a_unit_is_called() -> None:
    unit = RegisteredUnit("甲乙县社会保险中心", aliases=("甲乙县社保中心",))
    register = Register((RegisteredUnit("丙丁县社会保险管理局"), unit))
    assert _found("甲乙县社会保险中心", "甲乙县社保中心", register=register) == []
    assert _found(_NAME, register=register) == [("error", "filings[0].reporting_unit", _NAME, "甲乙县社会保险中心")]


def test_a_prefectures_own_paper_needs_no_county() -> None:
    assert said(_file("某地区社会保险管理局", region="某地区"), "V16") == []


def test_a_reports_cover_is_a_head_too() -> None:
    cover = {"implementing_unit": "甲乙县社会保险中心"}
    file = _file(_NAME) | {"narrative": {"region": _REGION, "cover": cover, "paragraphs": []}}
    assert [item[1] for item in said(file, "V16")] == ["narrative.cover.implementing_unit"]


def test_the_first_page_of_a_report_names_its_unit() -> None:
    file = _file(_NAME) | {"narrative": {"region": _REGION, "paragraphs": ["实施单位（公章）：甲乙县社会保险中心"]}}
    assert [item[1] for item in said(file, "V16")] == ["narrative[0]"]
