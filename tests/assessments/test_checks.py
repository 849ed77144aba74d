"""The system check that holds the sheets to what keeps and computes their values."""

from dataclasses import replace

from assessments.checks import errors_of, every_square_is_kept
from assessments.domain.editions import EDITION_FACTS
from assessments.sheets.blocks import Column, Rows, Tree
from assessments.sheets.contents import Box, SquareKind
from assessments.sheets.editions import EDITIONS
from assessments.sheets.paper import Sheet

MONITORING = EDITIONS["monitoring-2020"]
FACTS = EDITION_FACTS["monitoring-2020"]


def ids(sheet: Sheet) -> list[str | None]:
    return [error.id for error in errors_of(sheet, FACTS)]


def with_box(key: str, kind: SquareKind) -> Sheet:
    return replace(MONITORING, blocks=(*MONITORING.blocks, Rows((Box(key, kind, "格", cols=8),))))


def with_column(name: str, limit: int = 200) -> Sheet:
    tree = Tree("indicators", (Column("列", name, SquareKind.SQUARE, cols=8, limit=limit),))
    return replace(MONITORING, blocks=(*MONITORING.blocks, tree))


def test_every_square_of_every_edition_has_its_place() -> None:
    assert every_square_is_kept(None) == []


def test_an_edition_that_the_rules_do_not_know_is_an_error() -> None:
    assert [error.id for error in errors_of(MONITORING, None)] == ["assessments.E001"]


def test_a_square_that_nothing_keeps_is_an_error() -> None:
    assert ids(with_box("mood", SquareKind.TEXT)) == ["assessments.E002"]
    assert ids(with_box("executed.mood", SquareKind.MONEY)) == ["assessments.E002"]
    assert ids(with_box("mood_rate", SquareKind.COMPUTED)) == ["assessments.E002"]
    assert ids(with_column("mood")) == ["assessments.E002"]


def test_a_square_that_takes_more_than_its_field_is_an_error() -> None:
    assert ids(with_column("target", limit=500)) == []
    assert ids(with_column("target", limit=5000)) == ["assessments.E002"]


def test_an_amount_without_a_square_is_an_error() -> None:
    assert ids(replace(MONITORING, blocks=MONITORING.blocks[2:])) == ["assessments.E003"] * 9


def test_paper_and_rules_print_rates_alike() -> None:
    assert ids(replace(MONITORING, places=2)) == ["assessments.E004"]
