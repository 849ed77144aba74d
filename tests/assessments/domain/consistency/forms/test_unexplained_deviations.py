"""V08: the target is met, or the deviation is explained."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assessments.domain.computed import compute
from assessments.domain.consistency import NEWEST, RULE_SETS, check, check_form
from assessments.domain.facts import Facts, Grade, Nature
from assessments.domain.lights import Light
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
        ("100万元", "74.9万元", Nature.FLOW),
        ("100万元", "60万元", Nature.FLOW),
        ("90万元–110万元", "55万元", Nature.FLOW),
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
        ("100万元", "59.9万元", Nature.FLOW),
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


_ROWS = (
    row("16804人", "8791人", "财政缴费补贴人数", level2="数量指标"),
    row("10517人", "10141人", "保障退休待遇人数", "1", level2="数量指标"),
    row("≥95%", "91.2%", "参保人员满意度", "2", level2="满意度指标"),
)


def _left(words: str, rule_set: str = NEWEST) -> list[str]:
    facts = monitoring(*_ROWS, texts={"deviation_and_measures": words})
    return [item.where[11:12] for item in check_form(facts, rule_set=rule_set).findings if item.rule == "V08"]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("新系统已上线，运行平稳。", ["0", "1", "2"]),
        ("补贴对象比预计少，加强摸底。", ["1", "2"]),
        ("满意度调查尚未全面开展。", ["0", "1"]),
        ("退休待遇人数少 376 人、满意度偏低。", ["0"]),
        ("实际 8791 人，系外出务工。", ["1", "2"]),
        ("数量指标偏低，系外出务工。", ["2"]),
        ("受疫情影响，进度偏慢，后期加快。", []),
        ("各项指标均受疫情影响。", []),
        ("完成目标执行总情况80%与目标有偏差。", []),
    ],
)
def test_section_five_settles_what_it_speaks_of(words: str, left: list[str]) -> None:
    assert _left(words) == left


def test_any_words_in_section_five_settle_all_by_the_earlier_rule_sets() -> None:
    assert [_left("新系统已上线，运行平稳。", rule_set) for rule_set in RULE_SETS] == [[], [], *[["0", "1", "2"]] * 2]


def test_a_deviation_that_section_five_leaves_out_says_so() -> None:
    said = _finding(monitoring(_ROWS[0], texts={"deviation_and_measures": "新系统已上线。"}))[0]
    assert said.endswith("没有达到。第五部分没有说到它，请在那里或本行写明偏差原因和改进措施")


def test_a_budget_rate_is_judged_by_the_computed_rate_and_the_month() -> None:
    indicator = row("95%–105%", "", "支出预算执行率")
    money = {"adjusted_budget.total": "100", "executed.total": "56"}
    assert _v08(monitoring(indicator, money=money)) == ["indicators[0].actual"]
    assert _v08(monitoring(indicator, money=money | {"executed.total": "72"})) == []
    assert _v08(monitoring(indicator, money=money | {"executed.total": "80"})) == []
    assert _v08(monitoring(indicator, money=money, month=None)) == []


@pytest.mark.parametrize(("actual", "month"), [("10", 9), ("9", 9), ("12", 9), ("8", 9), ("12", 6), ("15", 12)])
def test_a_count_that_grows_through_the_year_is_held_to_the_month(actual: str, month: int) -> None:
    for unit in ("次", "场次", "件", "人次", "家", "期", "份"):
        indicator = row(f"12{unit}", f"{actual}{unit}", "政策宣传培训")
        assert _v08(monitoring(indicator, month=month)) == []


@pytest.mark.parametrize(("actual", "month"), [("5", 9), ("11", 12), ("16", 9)])
def test_a_count_far_behind_its_month_or_far_above_its_year_is_reported(actual: str, month: int) -> None:
    assert _v08(monitoring(row("12次", f"{actual}次", "培训"), month=month)) == ["indicators[0].actual"]


def test_work_that_is_done_early_is_no_excess_until_it_is_far_above_the_whole_year() -> None:
    assert _finding(monitoring(row("12次", "16次", "培训"))) == ("“培训”目标 12次，完成 16次，超过三成以上。", "12次")


@given(st.integers(1, 12), st.integers(1, 10**6), st.integers(0, 2 * 10**6))
def test_no_light_on_the_way_stands_beside_a_target_missed_in_time(month: int, target: int, actual: int) -> None:
    """Until the year is over, what time scales is missed exactly where its light is red or yellow."""
    facts = monitoring(row(f"{target}万元", f"{actual}万元", nature=Nature.FLOW), month=month)
    light, found = compute(facts).rows["0"].light, [item for item in check(facts) if item.rule == "V08"]
    missed = any("没有达到" in str(item.message) for item in found)
    assert missed == (light in (Light.RED, Light.YELLOW) or (month == 12 and actual < target))


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
        ("≥1亿元", "5900万元", Nature.FLOW, "完成 5900万元，按 9 月的时序没有达到。", "≥0.75亿元"),
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
