"""V01 in running text: rates of execution and completion."""

import pytest

from assessments.domain.consistency import Span
from assessments.domain.consistency.texts.execution_rates import RULE
from tests.assessments.domain.consistency.texts.short_report import form, found
from tests.assessments.domain.narrative.texts import report


@pytest.mark.parametrize(
    "text",
    [
        "支出10471万元，预算10526万元，完成预算的99.48%。",
        "支出1.0471亿元，预算1.0526亿元，完成预算的99.5%。",
        "完成年初预算10526万元的99.48%，支出10471万元。",
        "预算10526万元，支出10471万元，预算执行率99.48%，比上年提高2个百分点。",
        "年初预算9000万元，调整预算10526万元，支出10471万元，执行率99.48%。",
        "年初预算9000万元，调整预算10526万元，支出10471万元，执行率116.34%。",
        "完成预算的99%。",
        "预算0万元，支出10471万元，执行率99.48%。",
        "支出约10471万元，预算10526万元，完成预算的88%。",
        "缴费人数目标9800人，实际9995人，完成目标的101.99%。",
    ],
)
def test_a_rate_that_follows_from_its_figures_passes(text: str) -> None:
    assert found(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出10471万元，预算10526万元，完成预算的98.47%。", ("error", "98.47%", "99.48%")),
        ("支出10471万元，预算10526万元，完成预算的99.47%。", ("notice", "99.47%", "99.48%")),
        ("收入预算90万元，收入80万元，预算完成率80%。", ("error", "80%", "89%")),
        ("年初预算9000万元，调整预算10526万元，支出10471万元，占调整预算的116.34%。", ("error", "116.34%", "99.48%")),
        ("参保人数8万人，完成目标任务7.9万人的110.27%。", ("error", "110.27%", "101.27%")),
        ("缴费人数目标9800人，实际9995人，完成率91.99%。", ("error", "91.99%", "101.99%")),
    ],
)
def test_another_rate_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert found(RULE, text) == [expected]


def test_without_figures_of_its_own_a_text_is_held_to_its_form() -> None:
    quoting = form(goal_actual="完成年度预算的102.28%，达到了预期目标。")
    assert found(RULE, forms=(quoting,)) == [("error", "102.28%", "101.90%")]
    assert found(RULE, "机关养老保险支出完成预算的101.9%。", forms=(form(),)) == []


def test_the_sentence_shows_the_working_and_where_the_words_are() -> None:
    (finding,) = RULE.check(report("机关养老保险支出9万元，预算10万元，执行率 80％。"))
    assert str(finding.message) == "文中写“执行率 80％”，9 ÷ 10 = 90%"
    assert (finding.where, finding.span) == ("narrative[0]", Span(23, 26, 0, 0))
