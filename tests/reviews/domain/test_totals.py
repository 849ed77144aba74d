"""V27: scores within their maximum, the total their sum, reasons where they are due."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.computed import compute
from assessments.domain.consistency import Finding
from reviews.domain.red_lights import red_by_row, red_parts
from reviews.domain.rubric import MAXIMA, Part
from reviews.domain.totals import ScoredRow, check_scores, rows_of
from tests.filings import TASHKURGAN, monitoring, parcel, row
from tests.strategies import texts

FULL = {part: str(maximum) for part, maximum in MAXIMA.items()}


def _found(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.severity.value, finding.where) for finding in findings]


def _check(
    scores: dict[Part, str], total: str = "", reasons: dict[Part, str] | None = None, red: frozenset[Part] = frozenset()
) -> list[tuple[str, str]]:
    return _found(check_scores([ScoredRow("rows[0]", {**FULL, **scores}, total, reasons or {}, red)]))


def test_full_marks_that_add_up_pass() -> None:
    assert _check({}, "100") == []


@pytest.mark.parametrize("score", ["31", "-1", "三十", "1e1", "NaN", "30、30", "≥25"])
def test_a_score_outside_its_range_is_an_error(score: str) -> None:
    assert _check({Part.GOAL_COMPLETION: score}, "100") == [("error", "rows[0].score_goal_completion")]


def test_timeliness_has_at_most_ten_points() -> None:
    assert _check({Part.TIMELINESS: "11"}) == [("error", "rows[0].score_timeliness")]


def test_a_total_that_is_not_the_sum_is_an_error_with_the_sum() -> None:
    row = ScoredRow("rows[0]", FULL, "99")
    (finding,) = check_scores([row])
    assert (finding.where, finding.found, finding.expected) == ("rows[0].total_score", "99", "100")


def test_a_total_is_not_judged_before_all_four_scores_are_there() -> None:
    assert _check({Part.TIMELINESS: ""}, "90") == []


def test_a_deduction_needs_a_reason() -> None:
    scores = {Part.DEVIATION_RESPONSE: "25"}
    assert _check(scores, "95") == [("warning", "rows[0].score_deviation_response")]
    assert _check(scores, "95", {Part.DEVIATION_RESPONSE: "没有改进措施"}) == []


def test_full_marks_on_a_red_light_need_a_reason() -> None:
    red = frozenset({Part.GOAL_COMPLETION})
    assert _check({}, "100", red=red) == [("warning", "rows[0].score_goal_completion")]
    assert _check({}, "100", {Part.GOAL_COMPLETION: "已核实"}, red) == []


def test_the_public_review_sheet() -> None:
    found = parcel(TASHKURGAN)
    (sheet,) = found.review_sheets
    assert _found(check_scores(rows_of(sheet, red_by_row(sheet, found.filings)))) == [
        ("warning", "rows[0].score_timeliness"),
        ("warning", "rows[1].score_goal_completion"),
        ("warning", "rows[1].score_deviation_response"),
        ("warning", "rows[1].score_timeliness"),
        ("warning", "rows[2].score_budget_execution"),
        ("warning", "rows[2].score_deviation_response"),
        ("warning", "rows[2].score_timeliness"),
        ("warning", "rows[3].score_budget_execution"),
        ("warning", "rows[3].score_deviation_response"),
        ("warning", "rows[3].score_timeliness"),
    ]


def test_a_row_without_its_filing_and_month_has_no_known_red_light() -> None:
    (sheet,) = parcel(TASHKURGAN).review_sheets
    assert set(red_by_row(sheet, []).values()) == {frozenset()}


def test_red_stands_in_the_part_that_it_belongs_to() -> None:
    slow = monitoring(row("100人", "10人"), money={"adjusted_budget.total": "100", "executed.total": "10"})
    assert red_parts(compute(slow)) == {Part.BUDGET_EXECUTION, Part.GOAL_COMPLETION}
    assert red_parts(compute(monitoring())) == frozenset()


@pytest.mark.parametrize("sheet", [{}, {"rows": ""}, {"rows": ["a", 5, None]}, {"rows": {}}])
def test_what_is_no_row_is_left_out(sheet: dict[str, object]) -> None:
    assert rows_of(sheet) == ()
    assert red_by_row(sheet, []) == {}


@given(st.dictionaries(st.sampled_from(Part), texts), texts)
def test_any_text_can_be_checked(scores: dict[Part, str], total: str) -> None:
    for finding in check_scores([ScoredRow("rows[0]", scores, total)]):
        assert finding.rule == "V27"
        assert len(str(finding.short)) <= 7
        assert str(finding.message)
