"""The exchange format: tolerant of everything but the shape."""

import json

import pytest
from hypothesis import given

from assessments.domain.exchange import NotThisShape, from_payload, read_file_object, read_file_text, to_payload
from assessments.domain.facts import Facts, Form, Grade, Nature
from assessments.domain.funds import Fund
from tests.filings import BACHU, FOLDER, HESHUO, KASHGAR, TASHKURGAN, parcel
from tests.strategies import filings


@given(filings())
def test_a_payload_gives_the_equal_facts_back(facts: Facts) -> None:
    assert from_payload(json.loads(json.dumps(to_payload(facts)))) == facts


def test_every_public_file_is_read() -> None:
    counts = {
        name: (
            len(found.filings),
            len(found.review_sheets),
            len(found.tables),
            len(found.targets),
            len(found.narratives),
        )
        for name in (BACHU, HESHUO, KASHGAR, TASHKURGAN)
        for found in [parcel(name)]
    }
    assert counts == {
        BACHU: (2, 0, 0, 0, 1),
        HESHUO: (0, 0, 0, 0, 1),
        KASHGAR: (0, 0, 7, 4, 1),
        TASHKURGAN: (2, 1, 0, 0, 0),
    }


def test_a_public_monitoring_form_is_read_square_by_square() -> None:
    facts = parcel(TASHKURGAN).filings[0]
    assert (facts.form, facts.edition, facts.fund) == (Form.MONITORING_REPORT, "monitoring-2020", Fund.GOV_PENSION)
    assert (facts.year, facts.month, facts.imported, facts.amount_unit) == (2020, 9, True, "万元")
    assert facts.value("executed.total") == "10934"
    assert facts.value("adjusted_budget.other") == ""
    assert facts.value("execution_rate") == "77%"
    assert facts.value("region_code") == "653131"
    assert facts.value("indicators[3].target") == "105%≤≥95%"
    assert facts.value("indicators[3].completion_rate") == "77%"


def test_a_public_self_assessment_has_a_year_and_no_month() -> None:
    facts = parcel(BACHU).filings[1]
    assert (facts.form, facts.year, facts.month, facts.fund) == (
        Form.SELF_ASSESSMENT,
        2022,
        None,
        Fund.RESIDENT_PENSION,
    )
    assert len(facts.indicators) == 11


def test_every_text_of_the_public_filings_is_kept_as_printed() -> None:
    for name in (BACHU, TASHKURGAN):
        found = parcel(name)
        for index, stored in enumerate(_raw(name)["filings"]):
            facts = found.filings[index]
            texts = {key: value for key, value in stored.items() if isinstance(value, str)}
            known = {"form", "edition", "fund", "year", "amount_unit"}
            assert {key: facts.value(key) for key in texts.keys() - known} == {
                key: texts[key] for key in texts.keys() - known
            }


def _raw(name: str) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


def test_unknown_keys_are_kept_and_nothing_is_refused() -> None:
    filing = {
        "form": "something_else",
        "fund": "MATERNITY",
        "year": "去年",
        "colour": "红",
        "monitoring_point": "2020年9月",
        "reserve": {"total": 5, "odd": None},
        "indicators": [{"level3": "人数", "target": 100, "nature": "odd", "weight": 10}],
    }
    facts = read_file_object({"filings": [filing]}).filings[0]
    assert (facts.form, facts.edition, facts.fund, facts.year) == (
        Form.MONITORING_REPORT,
        "monitoring-2020",
        None,
        2020,
    )
    heads = {"colour": "红", "monitoring_point": "2020年9月"}
    assert facts.squares == {**heads, "reserve.total": "5", "reserve.odd": ""}
    assert facts.indicators[0].target == "100"
    assert facts.extras == {
        "form": "something_else",
        "fund": "MATERNITY",
        "indicators[0].nature": "odd",
        "indicators[0].weight": "10",
    }


def test_chosen_natures_and_grades_are_read() -> None:
    indicator = {"level3": "人数", "nature": "flow", "grade": "partly"}
    facts = read_file_object({"filings": [{"form": "self_assessment", "indicators": [indicator]}]}).filings[0]
    assert (facts.indicators[0].nature, facts.indicators[0].grade, facts.extras) == (Nature.FLOW, Grade.PARTLY, {})


def test_numbers_in_a_file_are_kept_digit_by_digit() -> None:
    text = '{"filings": [{"budget": {"total": 1e22, "other": 0.10}, "executed": {"total": NaN}}]}'
    facts = read_file_text(text).filings[0]
    assert dict(facts.squares) == {"budget.total": "1e22", "budget.other": "0.10", "executed.total": "NaN"}


def test_a_files_region_and_unit_stand_for_its_filings() -> None:
    found = read_file_object(
        {"region": "巴楚县", "amount_unit": "元", "filings": [{}, {"region": "和硕县", "amount_unit": "万元"}]}
    )
    assert [facts.value("region") for facts in found.filings] == ["巴楚县", "和硕县"]
    assert [facts.amount_unit for facts in found.filings] == ["元", "万元"]
    assert found.head == {"region": "巴楚县", "amount_unit": "元"}


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ([], "文件最外层应为对象（花括号）"),
        ("filings", "文件最外层应为对象（花括号）"),
        ({}, "文件里没有可以识别的内容，应有 filings、review_sheet、tables、targets 或 narrative"),
        ({"foo": 1}, "文件里没有可以识别的内容，应有 filings、review_sheet、tables、targets 或 narrative"),
        ({"filings": {}}, "filings 应为列表（方括号）"),
        ({"filings": ["a"]}, "filings[0] 应为对象（花括号）"),
        ({"filings": [{"indicators": "a"}]}, "filings[0].indicators 应为列表（方括号）"),
        ({"filings": [{"indicators": [1]}]}, "filings[0].indicators[0] 应为对象（花括号）"),
        ({"tables": 5}, "tables 应为列表（方括号）"),
        ({"review_sheet": "a"}, "review_sheet 应为列表（方括号）"),
    ],
)
def test_another_shape_is_refused_with_one_clear_line(found: object, line: str) -> None:
    with pytest.raises(NotThisShape) as refused:
        read_file_object(found)
    assert str(refused.value) == line


@pytest.mark.parametrize("text", ["", "{", "nonsense", "[" * 100_000, b"\xff\xfe\x00", "\x00", '{"a": ' * 5_000])
def test_a_broken_file_is_refused_with_one_clear_line(text: str | bytes) -> None:
    with pytest.raises(NotThisShape, match="不是可以读取的 JSON 文件"):
        read_file_text(text)


@pytest.mark.parametrize("name", ["机关事业单位基本养老保险", "机关事业单位养老", "机关养老（改革）", " GOV_PENSION "])
def test_a_fund_may_be_called_by_its_name(name: str) -> None:
    (facts,) = read_file_object({"filings": [{"fund": name}]}).filings
    assert facts.fund is Fund.GOV_PENSION
