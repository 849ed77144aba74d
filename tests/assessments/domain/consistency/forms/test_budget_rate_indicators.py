"""V03: the indicator that is the expenditure budget rate."""

import pytest

from assessments.domain.consistency import check
from tests.dossiers import Said, money, said, self_assessment_file
from tests.filings import row, self_assessment


def _found(actual: str, name: str = "基本养老支出预算执行率", target: str = "≥95%") -> list[Said]:
    indicator = {"level3": name, "target": target, "actual": actual}
    return said(self_assessment_file(indicator, **money(budget="23160", executed="23600")), "V03")


@pytest.mark.parametrize("actual", ["101.90%", "101.9%", "102%", "101.90", "1.019", "", "≥95%", "按时发放", "50%、60%"])
def test_the_computed_rate_and_what_is_no_number_pass(actual: str) -> None:
    assert _found(actual) == []


@pytest.mark.parametrize(
    ("actual", "expected"),
    [("102.13%", "101.90%"), ("97%", "101.90%"), ("23600", "101.90%"), ("23600万元", "101.90%"), ("1.05", "101.90%")],
)
def test_another_rate_or_an_amount_is_an_error(actual: str, expected: str) -> None:
    assert _found(actual) == [("error", "filings[0].indicators[0].actual", actual, expected)]


def test_a_truncated_rate_is_a_notice() -> None:
    assert [item[0] for item in _found("101.89%")] == ["notice"]


@pytest.mark.parametrize("name", ["基本养老收入预算执行率", "养老金发放率", "预算编制及时率"])
def test_other_rates_are_left_alone(name: str) -> None:
    assert _found("102.13%", name) == []


def test_a_form_made_on_the_portal_computes_it() -> None:
    filled = {"budget.total": "23160", "executed.total": "23600"}
    facts = self_assessment(row("≥95%", "5%", "支出预算执行率"), money=filled, imported=False)
    assert [finding for finding in check(facts) if finding.rule == "V03"] == []


def test_without_a_budget_there_is_nothing_to_compare() -> None:
    indicator = {"level3": "支出预算执行率", "target": "≥95%", "actual": "50%"}
    assert said(self_assessment_file(indicator, **money(budget="0", executed="23600")), "V03") == []
