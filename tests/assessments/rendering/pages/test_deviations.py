"""Reasons and measures that stand beside the paper."""

from assessments.rendering.pages.deviations import DeviationWords, deviations_of
from tests.filings import monitoring, row


def test_rows_with_a_reason_or_a_measure_are_listed_in_their_order() -> None:
    facts = monitoring(
        row(ref="1", level3="参保人数"),
        row(ref="2", level3="满意度", deviation_reason="等候较久。", corrective_measure="增设窗口。"),
        row(ref="3", level3="执行率", corrective_measure="按月核对。"),
        row(ref="4", level3="及时率", deviation_reason=" \n"),
    )
    assert deviations_of(facts) == (
        DeviationWords("indicators[2].actual", "满意度", "等候较久。", "增设窗口。"),
        DeviationWords("indicators[3].actual", "执行率", "", "按月核对。"),
    )
