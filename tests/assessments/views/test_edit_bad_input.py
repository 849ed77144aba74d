"""Whatever is typed or sent ends in a sentence at its square, with the text still there; never in a fault."""

import json
import re

import pytest

from tests.assessments.views.conftest import Desk

REFUSED_AMOUNTS = ["一万", "1_000", "NaN", "Infinity", "1e5", "9" * 60, "٣", "12..5", "1,23,4", "-5", "5亿", "💰"]
KEPT_AMOUNTS = ["10934", "１０９３４", "10,934", "10934.5", "１０，９３４．５", ""]
NO_SQUARES = [
    "",
    "nothing",
    "execution_rate",
    "reporting_unit",
    "executed.nothing",
    "indicators[0].actual",
    "indicators[x].actual",
    "indicators[99999999999999999999].actual",
    "indicators[１].actual",
    "indicators[1].id",
    "indicators[1].filing_id",
    "was:goal_expected",
    "\ud800",
    "explain:",
    "explain:V08",
    "explain:\0:\ud800",
]
BODIES = {
    "no json": "{",
    "no utf-8": b"\xff\xfe",
    "a list": "[]",
    "a number": "7",
    "nothing": "",
    "no changes": "{}",
    "no list": '{"changes": {"key": "executed.total"}}',
    "an empty list": '{"changes": []}',
    "no object": '{"changes": ["executed.total"]}',
    "no value": '{"changes": [{"key": "executed.total", "was": ""}]}',
    "a number as value": '{"changes": [{"key": "executed.total", "value": 5, "was": ""}]}',
    "null as former text": '{"changes": [{"key": "executed.total", "value": "5", "was": null}]}',
    "a number of 5000 digits": f'{{"changes": {"9" * 5000}}}',
    "too deep": "[" * 100_000,
}


@pytest.mark.parametrize("text", REFUSED_AMOUNTS)
def test_what_is_no_amount_comes_back_as_it_was_typed(desk: Desk, text: str) -> None:
    outcome = desk.save("executed.total", text)
    assert (outcome["status"], outcome["value"]) == ("refused", text)
    assert len(outcome["message"]) > 4
    assert desk.value("executed.total") == ""


@pytest.mark.parametrize("text", KEPT_AMOUNTS)
def test_an_amount_is_kept_as_it_was_typed(desk: Desk, text: str) -> None:
    assert desk.save("executed.total", text) == {"key": "executed.total", "status": "saved", "value": text}
    assert desk.value("executed.total") == text


@pytest.mark.parametrize("name", ["goal_expected", "executed.total", "actual", "level1", "deviation_reason"])
def test_a_text_that_cannot_be_stored_comes_back_with_the_reason(desk: Desk, name: str) -> None:
    text = "字" * 10_000
    key = name if name in ("goal_expected", "executed.total") else desk.key(1, name)
    outcome = desk.save(key, text, desk.value(key))
    assert (outcome["status"], outcome["value"]) == ("refused", text)
    assert len(outcome["message"]) > 4


@pytest.mark.parametrize(
    "text", ["按时发放🎉", "  前后空白  ", "一\n二", "‘’“”＜＞", "<script>alert(1)</script>", "a" * 5000]
)
def test_any_other_text_is_kept_as_it_was_typed(desk: Desk, text: str) -> None:
    assert desk.save("goal_expected", text)["status"] == "saved"
    assert desk.value("goal_expected") == text


@pytest.mark.parametrize("name", ["goal_expected", "executed.total", "actual", "level1", "deviation_reason"])
def test_what_nobody_sees_is_taken_out_and_said_beside_the_square(desk: Desk, name: str) -> None:
    key = name if name in ("goal_expected", "executed.total") else desk.key(1, name)
    saved = {"key": key, "status": "saved", "value": "12", "changed": "已去掉 3 个看不见的字符。"}
    assert desk.save(key, "1\0\ud800\u202e2", desk.value(key)) == saved
    assert desk.value(key) == "12"


@pytest.mark.parametrize("was", ["旧", "\0", "\ud800", "字" * 10_000])
def test_a_stale_former_text_overwrites_nothing(desk: Desk, was: str) -> None:
    desk.save("goal_expected", "甲")
    outcome = desk.save("goal_expected", "乙", was)
    assert (outcome["status"], outcome["theirs"], desk.value("goal_expected")) == ("conflict", "甲", "甲")


@pytest.mark.parametrize("key", NO_SQUARES)
def test_a_square_that_is_not_there_takes_nothing(desk: Desk, key: str) -> None:
    outcome = desk.save(key, "5")
    assert (outcome["status"], outcome["key"], outcome["value"]) == ("refused", key, "5")
    assert len(outcome["message"]) > 4


@pytest.mark.parametrize(("name", "value"), [("nature", "anything"), ("grade", "best")])
def test_a_choice_is_one_of_the_list(desk: Desk, name: str, value: str) -> None:
    assert desk.save(desk.key(1, name), value)["status"] == "refused"


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_body_of_another_shape_is_refused_in_words(desk: Desk, body: str | bytes) -> None:
    response = desk.post("save_squares", body)
    assert (response.status_code, response.json()["error"]) == (400, "bad_request")
    assert len(response.json()["message"]) > 4


def test_a_form_where_json_belongs_is_refused_in_words(desk: Desk) -> None:
    response = desk.client.post(desk.url("save_squares"), {"changes": "[]"}, headers={"accept": "application/json"})
    assert (response.status_code, response.json()["error"]) == (400, "bad_request")


def test_a_body_that_is_too_large_is_refused_in_words(desk: Desk) -> None:
    change = {"key": "goal_expected", "value": "字" * 800_000, "was": ""}
    response = desk.post("save_squares", json.dumps({"changes": [change]}))
    assert (response.status_code, "内容太多" in response.json()["message"]) == (413, True)


def test_thousands_of_changes_at_once_are_refused(desk: Desk) -> None:
    change = {"key": "goal_expected", "value": "甲", "was": ""}
    assert desk.post("save_squares", {"changes": [change] * 2001}).status_code == 400


def test_what_cannot_be_printed_is_saved_found_and_mended_with_one_click(desk: Desk) -> None:
    assert desk.save("goal_expected", "好😀的") == {"key": "goal_expected", "status": "saved", "value": "好😀的"}
    panel = desk.findings()
    assert "第 2 字“😀”（U+1F600）没有字形" in panel["panel_html"]
    assert re.search('data-jump="goal_expected" data-write="好的">删去打印不出的字<', panel["panel_html"])
