"""V27: scores within their maximum, the total their sum, reasons where they are due."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.computed import compute
from assessments.domain.consistency import Finding
from assessments.domain.exchange import NotThisShape, read_file_object
from assessments.domain.facts import Facts
from reviews.domain.red_lights import red_in_sheet, red_of_rows, red_parts
from reviews.domain.rubric import MAXIMA, Part
from reviews.domain.totals import ScoredRow, check_scores, rows_of
from tests.filings import TASHKURGAN, monitoring, parcel, revised, row, self_assessment
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


@pytest.mark.parametrize("score", ["31", "-1", "三十", "1e1", "NaN", "30、30", "≥25", "30%", "3万", "30人"])
def test_a_score_outside_its_range_is_an_error(score: str) -> None:
    assert _check({Part.GOAL_COMPLETION: score}, "100") == [("error", "rows[0].score_goal_completion")]


def test_a_long_text_is_cut_in_the_sentence_alone() -> None:
    (finding,) = check_scores([ScoredRow("rows[0]", {**FULL, Part.TIMELINESS: "九" * 99}, "")])
    assert finding.found == "九" * 99
    assert str(finding.message) == f"“按时报送”得分填的是 {'九' * 20}…，应在 0 和 10 之间"


def test_points_may_carry_their_unit() -> None:
    assert _check({Part.GOAL_COMPLETION: "30分"}, "100分") == []


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
    assert _found(check_scores(rows_of(sheet, red_in_sheet(sheet, found.filings)))) == [
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
    assert set(red_in_sheet(sheet, [])) == {frozenset()}


def test_red_stands_in_the_part_that_it_belongs_to() -> None:
    slow = monitoring(row("100人", "10人"), money={"adjusted_budget.total": "100", "executed.total": "10"})
    assert red_parts(compute(slow)) == {Part.BUDGET_EXECUTION, Part.GOAL_COMPLETION}
    assert red_parts(compute(monitoring())) == frozenset()


def _slow_and_good() -> tuple[Facts, Facts]:
    """Two counties' filings of one project name: the first far behind, the second on time."""
    texts = {"project_name": "城乡居民基本养老保险基金支出"}
    slow, good = {"budget.total": "100", "executed.total": "10"}, {"budget.total": "100", "executed.total": "99"}
    return (
        self_assessment(money=slow, texts=texts | {"reporting_unit": "甲县社会保险管理局"}),
        self_assessment(money=good, texts=texts | {"reporting_unit": "乙县社会保险管理局"}),
    )


def _sheet(*rows: dict[str, str], **words: str) -> Facts:
    return read_file_object({"review_sheet": words | {"rows": list(rows)}}).review_sheets[0]


def _line(unit: str, executed: str) -> dict[str, str]:
    project = {"reporting_unit": unit, "project_name": "城乡居民基本养老保险 基金支出"}
    return project | {"adjusted_budget": "100", "executed": executed}


def test_a_project_of_the_same_name_in_another_county_lends_no_red_light() -> None:
    rows = [_line("乙县社会保险管理局", "99"), _line("甲县社会保险管理局", "10"), _line("丙县社会保险管理局", "100")]
    red = red_in_sheet(_sheet(*rows), _slow_and_good())
    assert red == [frozenset(), {Part.BUDGET_EXECUTION}, frozenset()]


def test_a_unit_under_another_name_is_known_by_its_figures() -> None:
    filings = [revised(facts, indicators=(row("100人", "10人"),)) for facts in _slow_and_good()]
    red = red_in_sheet(_sheet(_line("乙县社保中心", "99"), _line("丙县社保中心", "98")), filings)
    assert red == [{Part.GOAL_COMPLETION}, frozenset()]


def test_a_row_without_a_project_name_is_nobodys() -> None:
    filing = monitoring(row("100人", "10人"))
    assert red_in_sheet(_sheet({"project_name": ""}), [filing]) == [frozenset()]


def test_rows_beside_their_filings_are_judged_by_them_whatever_they_are_called() -> None:
    slow, good = _slow_and_good()
    (line,) = _sheet(_line("甲县", "10")).lists["rows"]
    rows = [(line, slow), (line, good), (line, None)]
    assert red_of_rows(rows) == [{Part.BUDGET_EXECUTION}, frozenset(), frozenset()]
    assert red_of_rows(rows, Decimal("0.5"))[2] == {Part.BUDGET_EXECUTION}


def test_a_sheet_alone_is_judged_at_its_own_point_in_time() -> None:
    sheet = _sheet(_line("甲县", "29"), _line("乙县", "30"), monitoring_point="2022年6月")
    assert red_in_sheet(sheet, []) == [{Part.BUDGET_EXECUTION}, frozenset()]


def test_a_sheet_without_rows_has_none() -> None:
    (sheet,) = read_file_object({"review_sheet": {}}).review_sheets
    assert (rows_of(sheet, red_in_sheet(sheet, [])), red_in_sheet(sheet, [])) == ((), [])


def test_what_is_no_row_is_named() -> None:
    with pytest.raises(NotThisShape) as refused:
        read_file_object({"review_sheet": {"rows": [{}, "a"]}})
    assert str(refused.value) == "review_sheet.rows[1] 应为对象（花括号）"


@given(st.dictionaries(st.sampled_from(Part), texts), texts)
def test_any_text_can_be_checked(scores: dict[Part, str], total: str) -> None:
    for finding in check_scores([ScoredRow("rows[0]", scores, total)]):
        assert finding.rule == "V27"
        assert len(str(finding.short)) <= 7
        assert str(finding.message)
