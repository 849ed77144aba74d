"""Which fund a figure is about."""

import pytest

from assessments.domain.narrative.subjects import ALL, MEDICALS, PENSIONS, Naming, subject_at
from tests.assessments.domain.narrative.texts import values


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("机关事业单位基本养老保险", "GOV_PENSION"),
        ("机关事业养老保险", "GOV_PENSION"),
        ("企业职工基本养老保险", "EMPLOYEE_PENSION"),
        ("城乡居民社会养老保险", "RESIDENT_PENSION"),
        ("居民养老", "RESIDENT_PENSION"),
        ("城镇职工基本医疗保险", "EMPLOYEE_MEDICAL"),
        ("职工医保", "EMPLOYEE_MEDICAL"),
        ("居民基本医疗保险", "RESIDENT_MEDICAL"),
        ("工伤保险", "WORK_INJURY"),
        ("失业保险", "UNEMPLOYMENT"),
        ("各项社会保险", ALL),
        ("养老保险", PENSIONS),
        ("医疗保险", MEDICALS),
    ],
)
def test_a_name_is_read_to_its_end(name: str, subject: str) -> None:
    assert subject_at(f"{name}基金", 0, Naming()) == (subject, len(name))


@pytest.mark.parametrize("text", ["养老保险费收入", "基本医疗保险待遇支出", "社会保险法", "税务机关", "社会保险中心"])
def test_words_of_a_measure_or_an_office_name_no_fund(text: str) -> None:
    assert subject_at(text, 0, Naming()) is None


def test_pension_money_is_no_pension_fund() -> None:
    assert subject_at("机关养老金", 0, Naming()) == ("GOV_PENSION", 2)


def test_a_name_for_two_funds_is_told_by_the_rest_of_the_text() -> None:
    pensions, both = Naming.of("城乡居民养老保险"), Naming.of("居民养老保险和居民医疗保险")
    assert subject_at("居民支出", 0, pensions) == ("RESIDENT_PENSION", 2)
    assert subject_at("居民支出", 0, both) == ("", 2)
    assert subject_at("城镇职工基本养老保险", 0, Naming.of("城镇职工")) == ("EMPLOYEE_PENSION", 10)
    assert subject_at("城镇职工基本养老保险", 0, Naming.of("企业职工养老")) == ("urban_workers_pension", 10)


def test_a_heading_names_the_fund_of_its_paragraphs() -> None:
    assert values("（一）失业保险基金", "基金收入5万元。", "（二）工伤保险基金", "基金收入6万元。") == [
        ("UNEMPLOYMENT", "income", 2022, "actual", "5万元"),
        ("WORK_INJURY", "income", 2022, "actual", "6万元"),
    ]


def test_a_sentence_without_subject_goes_on_about_the_last_one() -> None:
    assert [value[0] for value in values("失业保险基金收入5万元。支出4万元。工伤保险基金收入6万元，支出5万元。")] == [
        "UNEMPLOYMENT",
        "UNEMPLOYMENT",
        "WORK_INJURY",
        "WORK_INJURY",
    ]


def test_a_clause_on_funds_in_general_does_not_change_the_subject() -> None:
    text = "严格执行社保基金管理政策，全年支出4万元。"
    assert [value[0] for value in values("（一）失业保险基金", text)] == ["UNEMPLOYMENT"]


def test_several_funds_together_are_no_single_one() -> None:
    assert [value[0] for value in values("机关养老保险和失业保险基金收入共5万元。")] == ["GOV_PENSION+UNEMPLOYMENT"]
