"""The scored self-assessment: points by completion, words within a band, a total that adds up (forms.md §1.2, §3)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.computed import compute
from assessments.domain.consistency import Finding, check
from assessments.domain.facts import Facts, Grade, Indicator, Nature
from assessments.domain.kinds import SELF_ASSESSMENT
from assessments.domain.required import missing_squares
from assessments.domain.results import Result
from assessments.domain.scoring import BANDS, grade_of, share_of
from assessments.editions import EDITIONS
from tests.filings import row
from tests.strategies import positive_amounts

EDITION = EDITIONS["self-assessment-scored"]
MONEY = {"initial_budget.total": "900", "budget.total": "1000", "executed.total": "950", "weight.execution": "10"}
#: The points of the levels, which the portal writes into a paper of its own.
GIVEN = {"weight.产出指标": "50", "weight.效益指标": "30", "weight.满意度指标": "10"}
OUTPUT, BENEFIT, SATISFACTION = "产出指标", "效益指标", "满意度指标"


def scored(*rows: Indicator, imported: bool = False, **squares: str) -> Facts:
    """A scored 自评表 with these rows."""
    filled = {**MONEY, **({} if imported else GIVEN), **{key.replace("__", "."): text for key, text in squares.items()}}
    return Facts(
        SELF_ASSESSMENT.form, EDITION.code, year=2025, imported=imported, squares=filled, lists={"indicators": rows}
    )


def full() -> tuple[Indicator, ...]:
    return (
        row("100人", "95人", "参保人数", "0", level1=OUTPUT, weight="50"),
        row("≤10天", "12天", "办理天数", "1", level1=BENEFIT, weight="30"),
        row("≥90%", "92%", "满意度", "2", level1=SATISFACTION, weight="10"),
    )


def points(target: str, actual: str, name: str = "参保人数", weight: str = "20") -> str:
    facts = scored(row(target, actual, name, weight=weight))
    value = compute(facts).rows["0"].score.value
    return "" if value is None else f"{value:f}"


def findings(facts: Facts) -> list[Finding]:
    return [finding for finding in check(facts) if finding.rule == "V27"]


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("100人", "95人", "19.00"),
        ("100人", "130人", "20"),
        ("≥95%", "95%", "20"),
        ("≥95%", "47.5%", "10.00"),
        ("≤10天", "10天", "20"),
        ("≤10天", "12天", "16.00"),
        ("≤10天", "20天", "0"),
        ("≤10天", "25天", "0"),
        ("95%至105%", "100%", "20"),
    ],
)
def test_a_row_earns_its_share(target: str, actual: str, expected: str) -> None:
    assert Decimal(points(target, actual)) == Decimal(expected)


def test_a_row_that_cannot_be_read_earns_nothing_yet() -> None:
    assert (points("100人", "多数"), points("100人", "95人", weight="")) == ("", "")


@given(weight=positive_amounts, rate=st.decimals(min_value=0, max_value=9, places=4))
def test_no_row_earns_more_than_its_points(weight: Decimal, rate: Decimal) -> None:
    earned = share_of(Result(rate), f"{weight:f}").value
    assert earned is not None
    assert 0 <= earned <= weight
    assert earned == weight or rate < 1


def test_the_whole_is_the_sum_of_its_printed_parts() -> None:
    results = compute(scored(*full())).results
    shown = {key: (results[key].value, str(results[key].arithmetic)) for key in ("execution_score", "total_score")}
    assert shown == {
        "execution_score": (Decimal("9.50"), "95.00% × 10"),
        "total_score": (Decimal("91.00"), "9.5 + 47.5 + 24 + 10"),
    }
    assert results["total_weight"].value == 100


def test_the_overall_completion_is_weighted() -> None:
    overall = compute(scored(*full())).overall.value
    expected = (Decimal("0.95") * 50 + Decimal("0.8") * 30 + 10) / 90
    assert overall is not None
    assert abs(overall - expected) < Decimal("1e-20")


def test_there_is_no_total_before_there_are_rows_with_points() -> None:
    def why_not(*rows: Indicator) -> list[str]:
        results = compute(scored(*rows)).results
        return [str(results[key].why_not) for key in ("total_weight", "total_score")]

    assert why_not() == ["填好指标后自动算出"] * 2
    assert why_not(*full()[:2], full()[2].having(weight="")) == ["还有 1 项未填或未算出"] * 2


@pytest.mark.parametrize(
    ("total", "grade"), [("100", "优"), ("90", "优"), ("89.99", "良"), ("80", "良"), ("79.99", "中"), ("59.99", "差")]
)
def test_a_total_has_a_grade(total: str, grade: str) -> None:
    assert grade_of(Decimal(total)) == grade


@pytest.mark.parametrize(("grade", "low", "high"), [(Grade.ACHIEVED, 16, 20), (Grade.PARTLY, 12, 16)])
def test_words_are_scored_within_their_band(grade: Grade, low: int, high: int) -> None:
    def said(score: str) -> list[str]:
        words = row("按时发放", "按时", "发放时效", level1=OUTPUT, weight="20", grade=grade, score=score)
        others = (row("100人", "100人", "参保人数", "8", level1=OUTPUT, weight="30"), *full()[1:])
        return [finding.where for finding in findings(scored(words, *others))]

    assert [said(str(score)) for score in (low, high)] == [[], []]
    assert [said(score) for score in (str(high + 1), f"{low - 1}.9")] == [["indicators[0].score"]] * 2
    assert BANDS[grade] == (Decimal(low) / 20, Decimal(high) / 20)


def test_words_need_a_grade_and_points() -> None:
    words = row("按时发放", "按时", "发放时效", level1=OUTPUT, level2="质量指标", weight="20", nature=Nature.WORDING)
    missing = [key for key in missing_squares(scored(words)) if key.startswith("indicators")]
    assert missing == ["indicators[0].grade", "indicators[0].score"]


def test_the_points_of_a_level_add_up_to_what_the_cycle_says() -> None:
    assert findings(scored(*full())) == []
    (finding,) = findings(scored(*full(), weight__产出指标="60"))
    assert (finding.where, finding.expected, finding.found) == ("indicators[0].weight", "60", "50")
    (finding,) = findings(scored(*full()[:2]))
    assert (finding.where, finding.expected, finding.found) == ("indicators", "10", "0")


def test_an_import_is_held_to_its_own_points_and_sums() -> None:
    stated = [indicator.having(score=score) for indicator, score in zip(full(), ("47.5", "31", "10"), strict=True)]
    facts = scored(*stated, imported=True, execution_score="9.5", total_score="91")
    found = [(finding.where, finding.expected) for finding in findings(facts)]
    assert found == [("indicators[1].score", "0–30"), ("total_score", "98")]


def test_an_import_is_not_held_to_points_that_it_does_not_state() -> None:
    facts = scored(*(indicator.having(weight="5", score="5") for indicator in full()), imported=True)
    assert findings(facts) == []


def test_one_text_is_reason_and_measure() -> None:
    def asked(**words: str) -> list[str]:
        low = full()[0].having(actual="50人", **words)
        return [finding.where for finding in check(scored(low, *full()[1:])) if finding.rule == "V08"]

    assert asked() == ["indicators[0].actual", "indicators[1].actual"]
    assert asked(deviation_reason="参保登记推迟，已延长办理时间。") == ["indicators[1].actual"]


def test_a_blank_head_of_an_import_is_named_as_on_the_paper_and_blank_points_are_no_head() -> None:
    facts = scored(*full(), imported=True, department="", weight__execution="")
    heads = [finding for finding in check(facts) if finding.rule == "V26"]
    assert [(finding.where, str(finding.message)) for finding in heads] == [("department", "“主管部门”没有填")]
