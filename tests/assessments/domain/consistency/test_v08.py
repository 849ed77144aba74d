"""V08: the target is met, or the deviation is explained."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assessments.domain.consistency import check
from assessments.domain.facts import Facts, Grade, Nature
from tests.filings import monitoring, row, self_assessment


def _v08(facts: Facts) -> list[str]:
    return [finding.where for finding in check(facts) if finding.rule == "V08"]


def _is_reported(target: str, actual: str, **squares: Any) -> bool:
    return _v08(monitoring(row(target, actual, **squares), imported=False)) == ["indicators[0].actual"]


@pytest.mark.parametrize(
    ("target", "actual", "nature"),
    [
        ("2834人", "2834人", Nature.STOCK),
        ("100人", "130人", Nature.STOCK),
        ("≥100人", "300人", Nature.STOCK),
        ("≥95%", "95%", Nature.STANDARD),
        ("≤1%", "0", Nature.STANDARD),
        ("95%–105%", "105%", Nature.STANDARD),
        ("100万元", "75万元", Nature.FLOW),
        ("≤100万元", "100万元", Nature.FLOW),
        ("≥95%", "≥95%", Nature.STANDARD),
        ("≥95%", "", Nature.STANDARD),
    ],
)
def test_a_target_that_is_met_and_a_row_that_cannot_be_judged_pass(target: str, actual: str, nature: Nature) -> None:
    assert not _is_reported(target, actual, nature=nature)


@pytest.mark.parametrize(
    ("target", "actual", "nature"),
    [
        ("16804人", "8791人", Nature.STOCK),
        ("124.07", "161.46", Nature.STOCK),
        ("≥3250人", "2931人", Nature.STOCK),
        ("≤1572人", "1573人", Nature.STOCK),
        ("95%–105%", "106%", Nature.STANDARD),
        ("＞95%", "95%", Nature.STANDARD),
        ("100万元", "74万元", Nature.FLOW),
        ("100万元", "98万元", Nature.FLOW),
        ("≤100万元", "101万元", Nature.FLOW),
        ("0", "1起", Nature.STANDARD),
    ],
)
def test_a_target_missed_or_far_exceeded_is_reported(target: str, actual: str, nature: Nature) -> None:
    assert _is_reported(target, actual, nature=nature)


def test_reason_and_measure_at_the_indicator_settle_it() -> None:
    def said(**words: str) -> list[str]:
        facts = monitoring(row("100人", "50人", "人数", **words))
        return [str(finding.message) for finding in check(facts) if finding.rule == "V08"]

    assert said(deviation_reason="人数减少", corrective_measure="加强宣传") == []
    assert said(deviation_reason="人数减少") == ["“人数”目标 100人，完成 50人，没有达到。请写明改进措施"]
    assert said(corrective_measure="加强宣传") == ["“人数”目标 100人，完成 50人，没有达到。请写明偏差原因"]
    assert said(deviation_reason=" ") == ["“人数”目标 100人，完成 50人，没有达到。请写明偏差原因和改进措施"]


def test_section_five_settles_it_where_the_edition_has_it() -> None:
    words = {"deviation_and_measures": "人数减少"}
    assert _v08(monitoring(row("100人", "50人"), texts=words)) == []
    assert _v08(monitoring(row("100人", "50人"), texts={"deviation_and_measures": "　"})) == ["indicators[0].actual"]
    assert _v08(self_assessment(row("100人", "50人"), texts=words)) == ["indicators[0].actual"]


def test_a_budget_rate_is_judged_by_the_computed_rate_and_the_month() -> None:
    indicator = row("95%–105%", "", "支出预算执行率")
    money = {"adjusted_budget.total": "100", "executed.total": "71"}
    assert _v08(monitoring(indicator, money=money)) == ["indicators[0].actual"]
    assert _v08(monitoring(indicator, money=money | {"executed.total": "72"})) == []
    assert _v08(monitoring(indicator, money=money | {"executed.total": "80"})) == []
    assert _v08(monitoring(indicator, money=money, month=None)) == []


def test_words_not_fully_achieved_are_explained() -> None:
    assert not _is_reported("按时发放", "按时发放", grade=Grade.ACHIEVED)
    assert _is_reported("按时发放", "延迟", grade=Grade.PARTLY)
    assert _is_reported("按时发放", "未发放", grade=Grade.NOT_ACHIEVED)


def test_the_sentence_says_that_the_month_was_looked_at() -> None:
    facts = monitoring(row("100万元", "50万元", "基金支出", nature=Nature.FLOW))
    (finding,) = (item for item in check(facts) if item.rule == "V08")
    expected = "“基金支出”目标 100万元，完成 50万元，按 9 月的时序没有达到。请写明偏差原因和改进措施"
    assert str(finding.message) == expected


def _finding(facts: Facts) -> tuple[str, str]:
    (finding,) = (item for item in check(facts) if item.rule == "V08")
    return str(finding.message).removesuffix("请写明偏差原因和改进措施"), finding.expected


@pytest.mark.parametrize(
    ("target", "actual", "nature", "said", "expected"),
    [
        ("100万元", "50万元", Nature.FLOW, "完成 50万元，按 9 月的时序没有达到。", "75万元"),
        ("≥1亿元", "7000万元", Nature.FLOW, "完成 7000万元，按 9 月的时序没有达到。", "≥0.75亿元"),
        ("100万元", "98万元", Nature.FLOW, "完成 98万元，按 9 月的时序超过三成以上。", "75万元"),
        ("≤100万元", "101万元", Nature.FLOW, "完成 101万元，超出上限。", "≤100万元"),
        ("90万元–100万元", "101万元", Nature.FLOW, "完成 101万元，超出上限。", "90万元–100万元"),
        ("≤0.5%", "0.6%", Nature.STANDARD, "完成 0.6%，超出上限。", "≤0.5%"),
        ("95%–105%", "94%", Nature.STANDARD, "完成 94%，没有达到。", "95%–105%"),
        ("95%–105%", "106%", Nature.STANDARD, "完成 106%，超出上限。", "95%–105%"),
        ("100人", "131人", Nature.STOCK, "完成 131人，超过三成以上。", "100人"),
    ],
)
def test_the_sentence_says_what_was_to_be_reached(
    target: str, actual: str, nature: Nature, said: str, expected: str
) -> None:
    found = _finding(monitoring(row(target, actual, "支出", nature=nature)))
    assert found == (f"“支出”目标 {target}，{said}", expected)


def test_fewer_complaints_than_foreseen_are_no_deviation_and_more_are() -> None:
    assert not _is_reported("5次", "0次", level3="信访投诉次数")
    assert not _is_reported("1%", "0.5%", level3="差错率")
    assert _finding(monitoring(row("5次", "6次", "信访投诉次数")))[0].endswith("完成 6次，超出上限。")


def test_a_loss_that_was_allowed_for_the_year_is_allowed_in_every_month() -> None:
    assert not _is_reported("≥-100万元", "-80万元", nature=Nature.FLOW)
    assert _is_reported("≥-100万元", "-101万元", nature=Nature.FLOW)


@given(st.integers(1, 12), st.integers(1, 10**9))
@example(2, 45)
@example(5, 19)
def test_what_the_month_asks_for_is_enough_to_the_last_digit(month: int, monthly: int) -> None:
    target, due = f"{monthly * 12}元", monthly * month
    facts = monitoring(row(target, f"{due}元", nature=Nature.FLOW), month=month)
    most = monitoring(row(target, f"{Decimal(due * 13) / 10}元", nature=Nature.FLOW), month=month)
    assert (_v08(facts), _v08(most)) == ([], [])
