"""V28: the deviation text is about this form's largest deviation."""

import pytest

from tests.dossiers import findings, monitoring_file, said

_ROWS = (
    {"level3": "参保缴费人数", "target": "2834人", "actual": "2800人"},
    {"level3": "保障退休待遇人数", "target": "1660人", "actual": "1539人"},
)


def _found(text: str, *rows: dict[str, str]) -> list[str]:
    return [item[3] for item in said(monitoring_file(*(rows or _ROWS), deviation_and_measures=text), "V28")]


@pytest.mark.parametrize(
    "text",
    [
        "退休人数比预计少",
        "保障退休待遇人数未达到目标",
        "享受待遇的人比预计少，参保缴费的也少",
        "",
    ],
)
def test_a_text_that_names_the_largest_deviation_passes(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize("text", ["参保缴费人数比预计少", "受客观因素影响", "总体完成情况与目标有偏差"])
def test_a_text_that_does_not_is_asked_about(text: str) -> None:
    assert _found(text) == ["保障退休待遇人数"]


def test_a_form_without_deviations_needs_none() -> None:
    assert _found("参保缴费人数比预计多", {"level3": "参保人数", "target": "100人", "actual": "110人"}) == []


def test_a_row_with_its_own_reason_is_named() -> None:
    row = _ROWS[1] | {"deviation_reason": "人员死亡减少"}
    assert _found("参保缴费人数比预计少", _ROWS[0], row) == []


def test_of_several_deviations_the_largest_counts_whatever_its_direction() -> None:
    rows = ({"level3": "财政补贴标准", "target": "100", "actual": "161"}, _ROWS[1])
    assert _found("退休人数比预计少", *rows) == ["财政补贴标准"]


def test_an_execution_rate_that_nobody_typed_is_named_as_computed() -> None:
    rate = {"level3": "支出预算执行率", "target": "95%-105%", "actual": "", "nature": "budget_rate"}
    file = monitoring_file(
        rate,
        deviation_and_measures="参保缴费人数比预计少",
        adjusted_budget={"total": "14158"},
        executed={"total": "7900"},
    )
    (found,) = findings(file, "V28")
    assert found.message.values["actual"] == "55.80%"


def _pasted(first: str, second: str, fund: str = "RESIDENT_PENSION") -> list[str]:
    one = monitoring_file(fund="GOV_PENSION", deviation_and_measures=first)["filings"]
    other = monitoring_file(fund=fund, deviation_and_measures=second)["filings"]
    return [item[1] for item in said({"filings": one + other}, "V28")]


def test_a_text_from_another_fund_is_found_whatever_its_figures() -> None:
    first, second = (
        "机关养老保险参保人数比预计多143人，已精准统计。",
        "城乡居民养老保险参保人数比预计多 1,482 人，已精准统计",
    )
    both = ["filings[0].deviation_and_measures", "filings[1].deviation_and_measures"]
    assert _pasted(first, second) == both


def test_who_has_no_deviation_may_say_so_in_the_same_words() -> None:
    for text in (
        "各项指标均按进度完成，继续做好发放。",
        "本期没有出现较大偏差，继续按月核对。",
        "指标完成情况良好，未发生偏离。",
    ):
        assert _pasted(text, text) == []


def test_other_words_stock_phrases_and_the_same_fund_are_not_pasted() -> None:
    assert _pasted("参保人数比预计多，已精准统计。", "代缴人员减少，已核减。") == []
    assert _pasted("无偏差", "无偏差") == []
    text = "参保人数比预计多，已精准统计。"
    assert _pasted(text, text, fund="GOV_PENSION") == []
