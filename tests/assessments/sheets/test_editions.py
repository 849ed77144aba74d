"""The released editions: pinned, because a released edition never changes; a new layout is a new edition."""

import json
from dataclasses import asdict
from hashlib import sha256

import pytest

from assessments.domain.facts import Indicator
from assessments.sheets.contents import SquareKind
from assessments.sheets.editions import EDITIONS, UnknownEditionError, sheet_of
from assessments.sheets.paper import Grid, Sheet, lay_out

SAMPLE = (
    Indicator("0", "产出指标", "数量指标"),
    Indicator("1", "产出指标", "数量指标"),
    Indicator("2", "产出指标", "质量指标"),
    Indicator("3", "满意度指标", "质量指标"),
)


def digest(value: Sheet | Grid) -> str:
    return sha256(json.dumps(asdict(value), ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


@pytest.mark.parametrize(
    ("edition", "sheet_digest", "grid_digest"),
    [
        ("self-assessment-2022", "69206ada26fd1729", "d279d6ce6c6ca55e"),
        ("monitoring-2020", "0b2e08f64d027ed7", "ee2b8e583409dde6"),
    ],
)
def test_a_released_edition_never_changes(edition: str, sheet_digest: str, grid_digest: str) -> None:
    sheet = sheet_of(edition)
    assert (digest(sheet), digest(lay_out(sheet, SAMPLE))) == (sheet_digest, grid_digest)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_form_is_as_wide_as_the_paper_between_its_margins(edition: str) -> None:
    assert sum(EDITIONS[edition].columns) == 180


def test_the_money_squares_of_the_self_assessment() -> None:
    keys = [box.key for box in sheet_of("self-assessment-2022").boxes() if box.kind is SquareKind.MONEY]
    lines = ("total", "social_insurance_fund", "other")
    assert keys == [f"{column}.{line}" for line in lines for column in ("budget", "executed")]


def test_the_money_squares_of_the_monitoring_form() -> None:
    keys = [box.key for box in sheet_of("monitoring-2020").boxes() if box.kind is SquareKind.MONEY]
    columns = ("adjusted_budget", "received", "executed")
    assert keys == [f"{column}.{line}" for line in ("total", "fiscal", "other") for column in columns]


def test_a_square_says_where_it_is() -> None:
    grid = lay_out(sheet_of("monitoring-2020"), SAMPLE)
    addresses = {box.key: box.address for box in grid.boxes()}
    assert addresses["executed.total"] == "二 · 执行数"
    assert addresses["received.fiscal"] == "二 · 到位数 其中：财政资金"
    assert addresses["goal_progress"] == "三 · 目前完成情况"
    assert addresses["indicators[1].actual"] == "四 · 2 · 指标完成值"
    assert addresses["deviation_and_measures"] == "五"


def test_a_square_is_found_by_its_key() -> None:
    sheet = sheet_of("self-assessment-2022")
    box = sheet.box("indicators[17].actual")
    assert box is not None
    assert (box.kind, box.label, box.limit) == (SquareKind.SQUARE, "实际完成指标值", 500)
    assert sheet.box("indicators[17].completion_rate") is None
    assert sheet.box("received.total") is None


def test_an_unknown_edition_is_named() -> None:
    with pytest.raises(UnknownEditionError, match="self-assessment-1999"):
        sheet_of("self-assessment-1999")
