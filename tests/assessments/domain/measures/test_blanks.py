"""Signs for no amount on published papers, and where they count as a blank."""

import pytest
from hypothesis import given

from assessments.domain.measures.blanks import is_nothing
from tests.dossiers import said, self_assessment_file
from tests.strategies import any_text


@pytest.mark.parametrize("text", ["", " ", "—", "-", "——", "/", "无", "…"])
def test_no_amount(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["0", "-5", "无5", "5/6", "约"])
def test_anything_else_is_something(text: str) -> None:
    assert not is_nothing(text)


@given(any_text)
def test_any_text_is_judged(text: str) -> None:
    assert is_nothing(text) in (True, False)


@pytest.mark.parametrize("dash", ["—", "/", "无"])
def test_in_an_imported_money_block_it_is_a_blank(dash: str) -> None:
    file = self_assessment_file(budget={"total": "100", "social_insurance_fund": "90", "other": dash})
    assert said(file, "V00") == []
    assert said(file, "V04") == [("error", "filings[0].budget.total", "100", "90")]
