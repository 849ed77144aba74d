"""V14: a stated 总体完成率 is reproducible."""

from assessments.domain.consistency import check
from tests.filings import monitoring, row


def _v14(overall: str, *stated: str) -> list[tuple[str, str]]:
    rows = [row("100人", "100人", ref=str(number), completion_rate=rate) for number, rate in enumerate(stated)]
    findings = check(monitoring(*rows, texts={"overall_completion_rate": overall}))
    return [(item.severity.value, item.expected) for item in findings if item.rule == "V14"]


def test_the_half_up_mean_of_the_stated_rates_passes() -> None:
    assert _v14("80%", "105%", "54%") == []
    assert _v14("79.5%", "105%", "54%", "") == []


def test_another_figure_is_a_warning_and_a_near_one_a_notice() -> None:
    assert _v14("90%", "105%", "54%") == [("warning", "79.5%")]
    assert _v14("79%", "105%", "54%") == [("notice", "79.5%")]


def test_without_stated_rates_the_computed_ones_count() -> None:
    assert _v14("100%", "", "") == []
    assert _v14("80%", "", "") == [("warning", "100.0%")]


def test_nothing_stated_is_not_judged() -> None:
    assert _v14("", "105%", "54%") == []
    assert _v14("80%") == []


def test_rates_may_be_stated_as_ratios() -> None:
    assert _v14("0.8", "1.05", "0.54") == []
    assert _v14("79.5%", "1.05", "54%") == []
    assert _v14("0.90", "105%", "54%") == [("warning", "79.5%")]
