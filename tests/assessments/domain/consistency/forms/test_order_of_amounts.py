"""V15: received, executed and budget."""

import pytest

from tests.dossiers import Said, money, monitoring_file, said, self_assessment_file


def _found(budget: str, received: str, executed: str) -> list[Said]:
    return said(monitoring_file(**money(adjusted_budget=budget, received=received, executed=executed)), "V15")


@pytest.mark.parametrize(
    ("budget", "received", "executed"),
    [("14158", "12000", "10934"), ("14158", "14158", "10934"), ("", "", ""), ("14158", "", "10934"), ("x", "5", "4")],
)
def test_less_received_than_budgeted_and_less_executed_than_received_passes(
    budget: str, received: str, executed: str
) -> None:
    assert _found(budget, received, executed) == []


def test_more_received_than_budgeted() -> None:
    assert _found("14158", "15000", "10934") == [("warning", "filings[0].received.total", "15000", "≤ 14158")]


def test_more_executed_than_received() -> None:
    assert _found("14158", "10000", "10934") == [("warning", "filings[0].executed.total", "10934", "≤ 10000")]


def test_the_same_twice_is_asked_about_once_per_form() -> None:
    same = {"total": "10934", "fiscal": "10934", "other": "0"}
    file = monitoring_file(adjusted_budget={"total": "14158"}, received=same, executed=same)
    assert said(file, "V15") == [("warning", "filings[0].received.total", "10934", "")]


def test_nothing_received_and_nothing_executed_is_no_coincidence() -> None:
    assert _found("14158", "0", "0") == []


def test_a_form_without_receipts_is_not_asked() -> None:
    assert said(self_assessment_file(**money(budget="100", executed="120")), "V15") == []
