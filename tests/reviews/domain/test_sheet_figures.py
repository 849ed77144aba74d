"""A review sheet's figures are its own rates and its forms' figures."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.exchange import read_file_object
from reviews.domain.sheet_figures import check_pace, check_rates, check_same
from reviews.services.checking import findings_in
from tests.filings import TASHKURGAN, parcel
from tests.strategies import texts

_FORM = {
    "form": "monitoring_report",
    "monitoring_point": "2020年9月",
    "project_name": "失业保险基金支出",
    "reporting_unit": "甲县社会保险管理局",
    "adjusted_budget": {"total": "14158"},
    "received": {"total": "11500"},
    "executed": {"total": "10934"},
    "overall_completion_rate": "80%",
}
_ROW = {
    "project_name": "失业保险基金支出",
    "reporting_unit": "甲县社会保险管理局",
    "adjusted_budget": "14158",
    "received": "11500",
    "executed": "10934",
    "execution_rate": "77%",
    "overall_completion_rate": "80%",
}


def _found(*forms: dict[str, Any], **squares: str) -> list[tuple[str, str, str]]:
    file = {"filings": list(forms), "review_sheet": {"rows": [_ROW | squares], "monitoring_point": "2020年9月"}}
    parcel = read_file_object(file)
    (sheet,) = parcel.review_sheets
    found = [finding for check in (check_rates, check_same, check_pace) for finding in check(sheet, parcel.filings)]
    return [(finding.rule, finding.where, finding.expected) for finding in found]


def test_the_published_sheet_repeats_its_forms() -> None:
    found = parcel(TASHKURGAN)
    (sheet,) = found.review_sheets
    assert [*check_rates(sheet, found.filings), *check_same(sheet, found.filings)] == []
    assert [finding.where for finding in check_pace(sheet, found.filings)] == ["rows[2].executed", "rows[3].executed"]


def test_a_sheet_that_repeats_its_form_passes() -> None:
    assert _found(_FORM) == []
    assert _found() == []


def test_a_form_in_yuan_is_held_to_a_sheet_in_wan_yuan() -> None:
    totals = {"adjusted_budget": "141580000", "received": "115,000,000", "executed": "109340000"}
    form = _FORM | {"amount_unit": "元"} | {column: {"total": total} for column, total in totals.items()}
    assert _found(form) == []
    assert _found(form, executed="10943") == [("V21", "rows[0].executed", "109340000")]


@pytest.mark.parametrize(
    "blank", ["adjusted_budget", "received", "executed", "execution_rate", "overall_completion_rate"]
)
def test_a_blank_square_is_nobodys_contradiction(blank: str) -> None:
    assert _found(_FORM, **{blank: ""}) == []


def test_a_rate_that_does_not_recompute() -> None:
    assert _found(execution_rate="87%") == [("V01", "rows[0].execution_rate", "77%")]
    assert _found(execution_rate="77.3%") == [("V01", "rows[0].execution_rate", "77.2%")]


@pytest.mark.parametrize(
    ("square", "printed", "filed"),
    [("received", "12000", "11500"), ("overall_completion_rate", "85%", "80%")],
)
def test_a_figure_that_is_not_the_forms(square: str, printed: str, filed: str) -> None:
    assert _found(_FORM, **{square: printed}) == [("V21", f"rows[0].{square}", filed)]


def test_a_row_without_a_form_is_held_to_the_time() -> None:
    assert _found(executed="5000", execution_rate="35%") == [("V22", "rows[0].executed", "")]
    assert _found(executed="5400", execution_rate="38%") == []


@given(st.dictionaries(st.sampled_from([*_ROW, "rows"]), texts | st.none() | st.lists(texts)))
def test_anything_in_a_row_is_checked(squares: dict[str, Any]) -> None:
    file = {"filings": [_FORM], "review_sheet": {"rows": [_ROW | squares, squares]}}
    for placed in findings_in(read_file_object(file)):
        assert str(placed.finding.message)
