"""The released editions: pinned, because a released edition never changes; a new layout is a new edition."""

import json
from dataclasses import asdict
from hashlib import sha256
from typing import Any

import pytest

from assessments.domain.facts import Indicator
from assessments.editions import EDITIONS, edition_named
from assessments.sheets.contents import SquareKind
from assessments.sheets.edition import Edition
from assessments.sheets.grid import Grid, lay_out
from tests.strategies import FILED

SAMPLE = (
    Indicator("0", level1="产出指标", level2="数量指标"),
    Indicator("1", level1="产出指标", level2="数量指标"),
    Indicator("2", level1="产出指标", level2="质量指标"),
    Indicator("3", level1="满意度指标", level2="质量指标"),
)


#: What an edition says beyond its look.
MEANING = {"kind", "unit", "formulas", "totals", "weights"}


def digest(value: object) -> str:
    return sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


def look(value: Edition | Grid) -> object:
    """What is printed, without what it means."""
    plain = asdict(value, dict_factory=lambda pairs: {name: part for name, part in pairs if name != "means"})
    return {name: part for name, part in plain.items() if name not in MEANING}


def meaning(edition: Edition) -> object:
    """What every square means and what follows from it."""
    squares = {box.key: {name: part for name, part in asdict(box.means).items() if part} for box in edition.boxes()}
    formulas = {key: said(formula) for key, formula in {**edition.formulas, **edition.totals}.items()}
    return [squares, formulas, edition.unit, {**edition.weights}]


def said(formula: Any) -> object:
    """A formula by its name and operands."""
    return [type(formula).__name__, {name: part for name, part in asdict(formula).items() if part}]


@pytest.mark.parametrize(
    ("edition", "sheet_digest", "grid_digest", "meant"),
    [
        ("self-assessment-2022", "69206ada26fd1729", "d279d6ce6c6ca55e", "48ff0943683c729d"),
        ("self-assessment-scored", "cbef2092b60a222a", "381e8c818b4ad88a", "97b4b49baad521a8"),
        ("regional-target-2023", "c649c10c22c04f2c", "5c54c2ca4f22b117", "d7d3ce7bc9c90080"),
        ("monitoring-2020", "0b2e08f64d027ed7", "ee2b8e583409dde6", "00b75b6e04232e02"),
    ],
)
def test_a_released_edition_never_changes(edition: str, sheet_digest: str, grid_digest: str, meant: str) -> None:
    sheet = edition_named(edition)
    grid = lay_out(sheet, {"indicators": SAMPLE})
    assert (digest(look(sheet)), digest(look(grid)), digest(meaning(sheet))) == (sheet_digest, grid_digest, meant)


@pytest.mark.parametrize("edition", FILED)
def test_a_form_is_as_wide_as_the_paper_between_its_margins(edition: str) -> None:
    assert sum(EDITIONS[edition].columns) == 180


def test_the_money_squares_of_the_self_assessment() -> None:
    keys = [box.key for box in edition_named("self-assessment-2022").boxes() if box.kind is SquareKind.MONEY]
    lines = ("total", "social_insurance_fund", "other")
    assert keys == [f"{column}.{line}" for line in lines for column in ("budget", "executed")]


def test_the_money_squares_of_the_monitoring_form() -> None:
    keys = [box.key for box in edition_named("monitoring-2020").boxes() if box.kind is SquareKind.MONEY]
    columns = ("adjusted_budget", "received", "executed")
    assert keys == [f"{column}.{line}" for line in ("total", "fiscal", "other") for column in columns]


def test_a_square_says_where_it_is() -> None:
    grid = lay_out(edition_named("monitoring-2020"), {"indicators": SAMPLE})
    addresses = {box.key: box.address for box in grid.boxes()}
    assert addresses["executed.total"] == "二 · 执行数"
    assert addresses["received.fiscal"] == "二 · 到位数 其中：财政资金"
    assert addresses["goal_progress"] == "三 · 目前完成情况"
    assert addresses["indicators[1].actual"] == "四 · 2 · 指标完成值"
    assert addresses["deviation_and_measures"] == "五"


def test_a_square_is_found_by_its_key() -> None:
    sheet = edition_named("self-assessment-2022")
    box = sheet.box("indicators[17].actual")
    assert box is not None
    assert (box.kind, box.label, box.limit) == (SquareKind.SQUARE, "实际完成指标值", 500)
    assert sheet.box("indicators[17].completion_rate") is None
    assert sheet.box("received.total") is None
