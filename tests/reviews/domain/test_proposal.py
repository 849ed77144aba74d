"""The proposal for the four parts (forms.md §4)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.facts import Facts, Grade, Nature
from reviews.domain.proposal import Proposal, propose
from reviews.domain.proposal_parts import settled
from reviews.domain.rubric import MAXIMA, PART_NAMES, Part, tariff_of
from reviews.domain.timeliness import Timeliness
from tests.filings import TASHKURGAN, monitoring, parcel, row, self_assessment
from tests.strategies import filings

ALL_PARTS = list(Part)


def _points(proposal: Proposal) -> list[int | None]:
    return [proposal.parts[part].points for part in ALL_PARTS]


def test_the_two_public_monitoring_forms() -> None:
    """The worked example of forms.md §4."""
    civil_servants, residents = (propose(facts) for facts in parcel(TASHKURGAN).filings)
    assert _points(civil_servants) == [30, 26, 30, None]
    assert _points(residents) == [28, 24, 10, None]


def test_the_working_of_the_public_residents_form() -> None:
    parts = propose(parcel(TASHKURGAN).filings[1]).parts
    assert [str(parts[part].sum_line) for part in ALL_PARTS[:3]] == [
        "30 − 1.52 = 28.48，建议 28",
        "27.78 − 8 × 0.5 = 23.78，建议 24",
        "30 − 5 − 10 − 5 = 建议 10",
    ]
    shares = [line.amount for line in parts[Part.GOAL_COMPLETION].lines[:9]]
    assert shares == ["1", "0.523", "0.964", "0.9", "1", "1", "0.945", "1", "1"]
    assert [(str(line.label), line.amount) for line in parts[Part.DEVIATION_RESPONSE].lines] == [
        ("滞后：财政缴费补贴人数", "−5"),
        ("没有偏差原因", "−10"),
        ("没有改进措施", "−5"),
    ]
    unusable = [str(line.label) for line in parts[Part.GOAL_COMPLETION].lines[10:]]
    assert unusable[0] == "财政补贴标准(省级、县级)：无法判定，扣 0.5 分"
    assert len(unusable) == 8


def _execution(executed: str, month: int | None = 12) -> int | None:
    money = {"adjusted_budget.total": "10000", "executed.total": executed}
    return propose(monitoring(money=money, month=month)).parts[Part.BUDGET_EXECUTION].points


@pytest.mark.parametrize(
    ("executed", "points"),
    [
        ("10000", 30),
        ("9500", 30),
        ("10500", 30),
        ("9499", 30),
        ("9425", 30),
        ("9424", 29),
        ("7250", 15),
        ("5001", 0),
        ("5000", 0),
        ("0", 0),
        ("10649", 29),
        ("10650", 29),
        ("10651", 28),
        ("11500", 20),
        ("20000", 20),
    ],
)
def test_execution_against_time(executed: str, points: int) -> None:
    assert _execution(executed) == points


def test_execution_is_held_against_the_month() -> None:
    assert _execution("7500", 9) == 30
    assert _execution("7500", 12) == 17


def test_without_a_rate_or_a_month_there_is_no_proposal() -> None:
    money = {"adjusted_budget.total": "100", "executed.total": "90"}
    no_month = propose(monitoring(money=money, month=None)).parts[Part.BUDGET_EXECUTION]
    assert (no_month.points, str(no_month.why_not)) == (None, "监控时点读不出月份，算不出时序进度")
    no_rate = propose(monitoring()).parts[Part.BUDGET_EXECUTION]
    assert (no_rate.points, str(no_rate.why_not)) == (None, "预算数和执行数填好后自动算出")


def test_a_whole_year_is_held_against_twelve_months() -> None:
    facts = self_assessment(row("100人", "100人"), money={"budget.total": "100", "executed.total": "100"})
    assert _points(propose(facts, Timeliness())) == [30, 30, 30, 10]
    assert propose(facts, Timeliness()).total == 100


def _goals(*rows: tuple[str, str, Nature]) -> int | None:
    made = [row(target, actual, nature=nature, ref=str(number)) for number, (target, actual, nature) in enumerate(rows)]
    return propose(monitoring(*made)).parts[Part.GOAL_COMPLETION].points


def test_goals_are_the_mean_of_the_usable_rows() -> None:
    assert _goals(("100人", "100人", Nature.STOCK)) == 30
    assert _goals(("100人", "50人", Nature.STOCK), ("100人", "100人", Nature.STOCK)) == 23
    assert _goals(("100人", "130人", Nature.STOCK)) == 27
    assert _goals(("100万元", "37.5万元", Nature.FLOW)) == 15
    assert _goals(("≥100%", "50%", Nature.STANDARD)) == 15


def test_every_unusable_row_takes_off_half_a_point() -> None:
    usable, unusable = ("100人", "100人", Nature.STOCK), ("≥95%", "≥95%", Nature.STANDARD)
    assert _goals(usable, unusable) == 30
    assert _goals(usable, unusable, unusable) == 29
    assert _goals(usable, *[unusable] * 80) == 0


def test_without_usable_rows_nothing_is_proposed_for_goals_and_deviations() -> None:
    parts = propose(monitoring(row("≥95%", "≥95%"))).parts
    assert [parts[part].points for part in (Part.GOAL_COMPLETION, Part.DEVIATION_RESPONSE)] == [None, None]
    assert str(parts[Part.GOAL_COMPLETION].why_not) == "没有可以判定的指标，请逐项核对后评分"


def _response(*rows: object, text: str = "", pasted: bool = False) -> int | None:
    facts = monitoring(*rows, texts={"deviation_and_measures": text})  # type: ignore[arg-type]
    return propose(facts, pasted=pasted).parts[Part.DEVIATION_RESPONSE].points


def test_lights_and_missing_words_take_off_points() -> None:
    red, yellow, green = row("100人", "10人"), row("100人", "70人", ref="1"), row("100人", "100人", ref="2")
    assert _response(green) == 30
    assert _response(red, text="人数减少") == 25
    assert _response(red, yellow, text="人数减少") == 23
    assert _response(red) == 10
    assert [_response(red, text=text) for text in ("无", "—", "无偏差。")] == [10, 10, 10]
    assert _response(yellow) == 13
    assert _response(red, text="人数减少", pasted=True) == 22
    assert _response(green, pasted=True) == 30


def _lines(proposal: Proposal, part: Part) -> list[tuple[str, str]]:
    return [(str(line.label), line.amount) for line in proposal.parts[part].lines]


def test_an_unusable_row_whose_rule_is_waived_is_named_and_takes_nothing() -> None:
    usable, limit = row("100人", "100人"), row("≥95%", "≥95%", level3="满意度", ref="1")
    unread = row("好好干", "98%", nature=Nature.STANDARD, level3="合规率", ref="2")
    facts = monitoring(usable, limit, unread, row("≥95%", "≥95%", level3="知晓率", ref="3"))
    goals = Part.GOAL_COMPLETION
    assert (propose(facts).parts[goals].points, propose(facts, waived={"V07"}).parts[goals].points) == (29, 30)
    assert str(propose(facts, waived={"V07"}).parts[goals].sum_line) == "30 − 1 × 0.5 = 29.5，建议 30"
    assert _lines(propose(facts, waived={"V07"}), goals)[2:] == [
        ("合规率：无法判定，扣 0.5 分", "−0.5"),
        ("V07 已豁免：满意度无法判定，不扣分", "0"),
        ("V07 已豁免：知晓率无法判定，不扣分", "0"),
    ]
    assert _lines(propose(facts, waived={"V09"}), goals)[-1] == ("V09 已豁免：合规率无法判定，不扣分", "0")


def test_a_waiver_does_not_fill_blanks_or_choose_grades() -> None:
    facts = monitoring(
        row("100人", "100人"), row("≥95%", "", ref="1"), row("按时", "按时", ref="2"), row("", "3", ref="3")
    )
    every = {f"V{number:02}" for number in range(30)}
    assert propose(facts, waived=every).parts == propose(facts).parts


def test_words_that_a_waiver_spares_take_nothing_and_lights_still_do() -> None:
    red = row("100人", "10人", level3="人数")
    response = Part.DEVIATION_RESPONSE
    silent = propose(monitoring(red), waived={"V08"})
    assert (silent.parts[response].points, _lines(silent, response)) == (
        25,
        [
            ("滞后：人数", "−5"),
            ("V08 已豁免：没有偏差原因，不扣分", "0"),
            ("V08 已豁免：没有改进措施，不扣分", "0"),
        ],
    )
    facts = monitoring(red, texts={"deviation_and_measures": "人数减少"})
    pasted = propose(facts, pasted=True, waived={"V28"})
    assert (pasted.parts[response].points, _lines(pasted, response)) == (
        25,
        [("滞后：人数", "−5"), ("V28 已豁免：偏差说明与其他险种的相同，不扣分", "0")],
    )


def test_words_at_every_late_row_count_as_given() -> None:
    told = row("100人", "10人", deviation_reason="人数减少", corrective_measure="加强宣传")
    half = row("100人", "10人", ref="1", deviation_reason="人数减少")
    assert _response(told) == 25
    assert _response(half) == 20
    assert _response(told, half) == 15


def test_the_response_never_falls_below_zero() -> None:
    assert _response(*[row("100人", "10人", ref=str(number)) for number in range(10)]) == 0


def test_an_ungraded_wording_row_is_unusable_and_a_graded_one_counts() -> None:
    graded = monitoring(row("按时", "按时", grade=Grade.PARTLY))
    assert propose(graded).parts[Part.GOAL_COMPLETION].points == 21


@pytest.mark.parametrize(("days", "answers", "points"), [(0, 0, 10), (1, 0, 9), (3, 2, 5), (40, 0, 0), (0, 12, 0)])
def test_lateness_takes_off_a_point_each(days: int, answers: int, points: int) -> None:
    assert propose(monitoring(), Timeliness(days, answers)).parts[Part.TIMELINESS].points == points


def test_an_unpublished_calendar_is_said() -> None:
    lines = propose(monitoring(), Timeliness(1, 0, (2090,))).parts[Part.TIMELINESS].lines
    assert [str(line.label) for line in lines] == [
        "迟报 1 个工作日，每日扣 1 分",
        "2090 年放假安排未公布，按周一至周五计",
    ]


def test_an_import_has_no_proposal_for_timeliness() -> None:
    part = propose(monitoring()).parts[Part.TIMELINESS]
    assert (part.points, str(part.why_not)) == (None, "没有报送时间，请自行评分")


_WAIVABLE = st.frozensets(st.sampled_from(["V07", "V08", "V09", "V28"]))


@given(filings(), st.booleans(), _WAIVABLE)
def test_a_waiver_never_takes_points(facts: Facts, pasted: bool, waived: frozenset[str]) -> None:
    held, spared = propose(facts, pasted=pasted), propose(facts, pasted=pasted, waived=waived)
    for part, found in held.parts.items():
        assert (found.points is None) == (spared.parts[part].points is None)
        assert (found.points or 0) <= (spared.parts[part].points or 0)


@given(filings(), st.none() | st.builds(Timeliness, st.integers(0, 50), st.integers(0, 20)), st.booleans(), _WAIVABLE)
def test_every_proposal_is_whole_and_within_its_maximum(
    facts: Facts, timeliness: Timeliness | None, pasted: bool, waived: frozenset[str]
) -> None:
    proposal = propose(facts, timeliness, pasted=pasted, waived=waived)
    assert list(proposal.parts) == ALL_PARTS
    for part, found in proposal.parts.items():
        assert (found.points is None) == (found.why_not is not None)
        assert (found.points is None) == (found.sum_line is None)
        if found.points is not None:
            assert type(found.points) is int
            assert 0 <= found.points <= MAXIMA[part] == found.maximum
            assert str(found.points) in str(found.sum_line)
            assert found.lines != ()


def test_the_rubric_is_thirty_thirty_thirty_ten() -> None:
    assert list(MAXIMA.values()) == [30, 30, 30, 10]
    assert [PART_NAMES[part] for part in Part] == ["预算执行情况", "绩效目标完成情况", "目标偏离及应对情况", "按时报送"]
    assert tariff_of("monitoring-2020").over_run_counts == Decimal("0.9")


def test_a_sum_of_one_number_is_not_said_twice() -> None:
    said = [
        settled(Part.GOAL_COMPLETION, Decimal(exact), [], addends) for exact, addends in ((30, "30"), (9, "10 − 1"))
    ]
    assert [str(proposed.sum_line) for proposed in said] == ["建议 30", "10 − 1 = 建议 9"]
    assert str(settled(Part.GOAL_COMPLETION, Decimal("29.97"), [], "29.97").sum_line) == "29.97，建议 30"
