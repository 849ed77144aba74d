"""Whatever stands in a part of a file: a clear message or findings, never a crash, and nothing found in no figures."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import assessments
from assessments.domain.exchange import NotThisShape, read_file_object
from assessments.services.wording import in_words
from reviews.services.checking import findings_in

FILINGS = Path(assessments.__file__).parent / "demo" / "filings"
BUDGET = json.loads((FILINGS / "kashgar-2023-budget.json").read_text(encoding="utf-8"))

PUNCTUATION = "，。；：、！？（）《》“”…—·,.;:!?()[]{}<>/\\|@#$%^&*_+-=~`'\"" * 20
HTML = "<p>2022年失业保险基金支出<b>100</b>万元</p><script>alert(1)</script><td>1</td>&nbsp;&lt;"
WIDTHS = "２０２２年失业保险基金支出１００．５０万元，完成预算１０２万元的９８．５３％，较上年增加５万元"
BROKEN = "2022年失业保险基金支出1,23,4万元，完成预算的12..5%，增幅5%%，占比1.2.3%，收入,,5万元"
BRACKETS = "2022年失业保险基金本年收支结余（45）万元，年末滚存结余−100万元，上年滚存结余(55)万元，收入-万元"
CONTROL = "支出\x00100\x07万元\u202e\ufeff\u200b"
HALF = "支出\ud83d100万元"
TEXTS = {
    "200 000 characters": "字" * 200_000,
    "200 000 digits": "1" * 200_000,
    "200 000 brackets": "（" * 100_000 + "）" * 100_000,
    "one sentence without end": ("2022年失业保险基金支出100万元，其中" * 8000)[:200_000],
    "punctuation": PUNCTUATION,
    "mixed width": WIDTHS,
    "HTML": HTML,
    "broken numbers": BROKEN,
    "brackets and signs": BRACKETS,
    "control characters": CONTROL,
    "half a character": HALF,
    "blank": "",
}
_HEAD = ("title", "project_name", "reporting_unit", "goal_expected", "goal_actual", "goal_progress")
_ROW = ("level1", "level2", "level3", "target", "actual", "completion_rate", "nature", "grade", "deviation_reason")
_SHEET = ("title", "business_office", "monitoring_point", "office_head", "handler")
#: Characters of a square, of which a file has dozens; a narrative takes all.
_IN_A_SQUARE = 5_000
_SHEET_ROW = ("project_name", "reporting_unit", "adjusted_budget", "executed", "execution_rate", "total_score")


def _form(form: str, text: str) -> dict[str, Any]:
    row = dict.fromkeys(_ROW, text)
    money = {column: {"total": text} for column in ("budget", "adjusted_budget", "received", "executed")}
    texts = dict.fromkeys((*_HEAD, "deviation_and_measures", "execution_rate"), text)
    return {"form": form, "fund": "UNEMPLOYMENT", "year": "2022", **money, **texts, "indicators": [row, row]}


def _instead(value: Any, text: str) -> Any:
    """``value`` with ``text`` for every text in it; of a list the first three."""
    if isinstance(value, dict):
        return {key: _instead(one, text) for key, one in value.items()}
    return [_instead(one, text) for one in value[:3]] if isinstance(value, list) else text


def files_with(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """One file for each part of the exchange format, with ``text`` wherever a text can stand."""
    cover = {"project_name": text, "implementing_unit": text}
    yield "narrative", {"narrative": {"year": "2022", "paragraphs": [text]}}
    yield "its cover", {"narrative": {"year": text, "region": text, "fund": text, "cover": cover, "paragraphs": [text]}}
    yield "a statement", {"narrative": {"form": "budget_statement", "paragraphs": [text]}}
    text = text[:_IN_A_SQUARE]
    for form in ("self_assessment", "monitoring_report"):
        yield form, {"region": text, "region_code": text, "amount_unit": text, "filings": [_form(form, text)]}
    rows = [dict.fromkeys(_SHEET_ROW, text)]
    yield "review sheet", {"review_sheet": dict.fromkeys(_SHEET, text) | {"rows": rows}}
    yield "tables", {"region": "喀什地区", "tables": _instead(BUDGET["tables"], text)}
    yield "targets", {"region": "喀什地区", "targets": _instead(BUDGET["targets"], text)}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_part_answers_with_sentences(text: str) -> None:
    for _part, file in files_with(text):
        said = [in_words(item.finding.message) for item in findings_in(read_file_object(file))]
        assert [sentence for sentence in said if not sentence or "{" in sentence.replace(text, "")] == []


@pytest.mark.parametrize("name", ["200 000 characters", "200 000 digits", "200 000 brackets", "punctuation", "HTML"])
def test_a_text_without_a_figure_says_nothing(name: str) -> None:
    file = dict(files_with(TEXTS[name]))["narrative"]
    assert findings_in(read_file_object(file)) == ()


def test_figures_of_any_width_are_read_and_broken_ones_left_alone() -> None:
    for text in (WIDTHS, BROKEN, BRACKETS):
        assert findings_in(read_file_object({"narrative": {"year": "2022", "paragraphs": [text]}})) == ()
    wrong = WIDTHS.replace("９８．５３", "９５．８３")
    (found,) = findings_in(read_file_object({"narrative": {"year": "2022", "paragraphs": [wrong]}}))
    assert (found.finding.rule, found.finding.expected) == ("V01", "98.53%")


def test_a_broken_amount_is_named_in_its_square() -> None:
    form = _form("self_assessment", "") | {"executed": {"total": "1,23,4"}}
    found = [(item.finding.rule, item.where) for item in findings_in(read_file_object({"filings": [form]}))]
    assert ("V00", "filings[0].executed.total") in found


def test_a_section_that_stands_twice_is_no_contradiction() -> None:
    paragraphs = ["一、总体情况", "2022年失业保险基金支出100万元。"]
    file = {"narrative": {"year": "2022", "paragraphs": paragraphs * 2}}
    assert [str(item.finding.severity) for item in findings_in(read_file_object(file))] in ([], ["notice"])


_ODD: tuple[object, ...] = (None, True, 3.5, -1, [], {}, [[[]]], {"a": {"b": [1]}}, [None], "", ["x", {"y": 1}])


def _answers(file: dict[str, object]) -> list[str]:
    """Why the file is refused, or what is found in it."""
    try:
        parcel = read_file_object(file)
    except NotThisShape as wrong:
        return [in_words(wrong.message)]
    return [in_words(item.finding.message) for item in findings_in(parcel)]


@pytest.mark.parametrize("part", ["filings", "review_sheet", "tables", "targets", "narrative"])
def test_json_of_another_shape_is_a_clear_line_or_nothing_to_find(part: str) -> None:
    names = ("indicators", "executed", "rows", "columns", "paragraphs", "cover", "title", "year", "fund", "form")
    values = [shape for odd in _ODD for shape in (odd, [odd], dict.fromkeys(names, odd), [dict.fromkeys(names, odd)])]
    assert [value for value in values if "" in _answers({part: value})] == []
    assert _answers({part: 3.5}) == [f"{part} 应为列表（方括号）"]
