"""V16 in running text: what the text calls the own office."""

import pytest

from assessments.domain.register import Register, RegisteredUnit
from tests.dossiers import Said, findings, monitoring_file, said

_NAME = "甲乙县社会保险管理局"


def _found(text: str, unit: str = _NAME, register: Register | None = None) -> list[Said]:
    file = monitoring_file(reporting_unit=unit, region="某地区甲乙县", goal_progress=text)
    return said(file, "V16", register=register)


@pytest.mark.parametrize(
    "text",
    [
        "甲乙县社会保险管理局严格执行政策",
        "我县社会保险管理局严格执行政策",
        "上解至州社保局专户",
        "丙丁县社会保险中心给予支持",
        "各县社会保险中心",
        "甲乙县人社局、财政局大力支持",
        "甲乙县医疗保障局",
        "甲乙县社保经办机构",
        "参加社会保险所需的材料",
        "围绕社会保险中心工作",
        "建立社会保险服务中心",
        "在自治区财政厅、社保中心的支持下",
        "",
    ],
)
def test_the_own_name_and_other_offices_pass(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1-9月甲乙县社会保险中心严格执行政策", "甲乙县社会保险中心"),
        ("县社会保险中心开设收入户", "县社会保险中心"),
        ("由我县社会保险事业服务中心发放", "县社会保险事业服务中心"),
        ("甲乙自治县社会保险中心发放", "甲乙自治县社会保险中心"),
    ],
)
def test_another_name_for_the_own_office_is_an_error(text: str, name: str) -> None:
    assert _found(text) == [("error", "filings[0].goal_progress", name, _NAME)]


def test_a_name_that_only_leaves_words_out_is_a_notice() -> None:
    assert _found("1-9月甲乙县社保局严格执行政策") == [("notice", "filings[0].goal_progress", "甲乙县社保局", _NAME)]


def test_a_register_decides_about_short_names() -> None:
    with_alias = Register((RegisteredUnit(_NAME, aliases=("甲乙县社保局",)),))
    without = Register((RegisteredUnit(_NAME),))
    text = "1-9月甲乙县社保局严格执行政策"
    assert _found(text, register=with_alias) == []
    assert [item[0] for item in _found(text, register=without)] == ["error"]


def test_one_name_is_reported_once_in_a_text_and_its_words_are_marked() -> None:
    text = "甲乙县社会保险中心负责。甲乙县社会保险中心发放。"
    (finding,) = findings(monitoring_file(reporting_unit=_NAME, goal_progress=text), "V16")
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "甲乙县社会保险中心"


def test_a_report_is_read_paragraph_by_paragraph_and_a_name_named_once() -> None:
    paragraphs = ["实施单位（公章）：甲乙县社会保险中心", "县社会保险管理局开户。", "县社会保险管理局报送。"]
    file = {"narrative": {"region": "某州甲乙县", "paragraphs": paragraphs}}
    assert said(file, "V16") == [("error", "narrative[1]", "县社会保险管理局", "甲乙县社会保险中心")]
    (finding,) = findings(file, "V16")
    assert finding.span is not None
    assert (finding.span.narrative, finding.span.paragraph) == (0, 1)


def test_a_medical_bureau_may_have_a_centre() -> None:
    bureau = "甲乙县医疗保障局"
    assert _found("甲乙县医疗保障服务中心负责结算", unit=bureau) == []
    assert [item[0] for item in _found("甲乙县医保局负责监管", unit=bureau)] == ["notice"]


def test_a_unit_without_office_says_nothing() -> None:
    assert _found("甲乙县社会保险中心发放", unit="甲乙县民政局") == []
