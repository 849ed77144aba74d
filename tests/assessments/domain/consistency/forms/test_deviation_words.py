"""无, 无偏差 and a dash in a square for an explanation explain nothing (V08, V22, V28)."""

import pytest

from assessments.domain.consistency.forms.deviation_words import says_something
from tests.dossiers import money, monitoring_file, said

_MISSED = {"level3": "财政缴费补贴人数", "target": "16804人", "actual": "8791人"}
_NOTHING = ["", "  ", "无", "无。", "无偏差", "暂无", "没有偏差", "—", "/", "不涉及", "无明显偏差"]
_WORDS = ["参保人数减少", "无法按时缴费，后期催缴", "无人机关停缴", "偏差见附表"]


@pytest.mark.parametrize("text", _NOTHING)
def test_what_says_nothing(text: str) -> None:
    assert not says_something(text)


@pytest.mark.parametrize("text", _WORDS)
def test_what_says_something(text: str) -> None:
    assert says_something(text)


@pytest.mark.parametrize("text", _NOTHING)
def test_a_miss_is_not_explained_by_it(text: str) -> None:
    file = monitoring_file(_MISSED, deviation_and_measures=text)
    assert said(file, "V08") == [("error", "filings[0].indicators[0].actual", "8791人", "16804人")]
    assert said(file, "V28") == []


def test_neither_is_a_slow_execution() -> None:
    file = monitoring_file(deviation_and_measures="无", **money(adjusted_budget="3488", executed="1280"))
    assert [found[:2] for found in said(file, "V22")] == [("warning", "filings[0].executed.total")]


def test_reason_and_measure_must_say_something_too() -> None:
    words = {"deviation_reason": "无", "corrective_measure": "无"}
    assert len(said(monitoring_file(_MISSED | words), "V08")) == 1
