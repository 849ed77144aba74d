"""The system check that holds editions to what keeps and computes their values."""

from dataclasses import replace

from assessments.checks import errors_of, every_square_is_kept
from assessments.domain.formulas import Quotient
from assessments.editions import EDITIONS
from assessments.sheets.blocks import Column, Rows, Tree
from assessments.sheets.contents import Box, SquareKind
from assessments.sheets.edition import Edition

MONITORING = EDITIONS["monitoring-2020"]


def ids(edition: Edition) -> list[str | None]:
    return [error.id for error in errors_of(edition)]


def with_box(key: str, kind: SquareKind) -> Edition:
    return replace(MONITORING, blocks=(*MONITORING.blocks, Rows((Box(key, kind, "格", cols=8),))))


def with_list(name: str, column: str, kind: SquareKind = SquareKind.SQUARE) -> Edition:
    return replace(MONITORING, blocks=(*MONITORING.blocks, Tree(name, (Column("列", column, kind, cols=8),))))


def test_every_square_of_every_edition_has_its_place() -> None:
    assert every_square_is_kept(None) == []


def test_a_square_that_nothing_computes_or_fills_is_an_error() -> None:
    assert ids(with_box("mood", SquareKind.TEXT)) == []
    assert ids(with_box("mood_rate", SquareKind.COMPUTED)) == ["assessments.E001"]
    assert ids(with_box("mood", SquareKind.LOCKED)) == ["assessments.E001"]
    assert ids(with_list("moods", "rate", SquareKind.COMPUTED)) == ["assessments.E001"]


def test_a_key_that_no_column_holds_is_an_error() -> None:
    assert ids(with_box("m" * 62, SquareKind.TEXT)) == ["assessments.E001"]
    assert ids(with_list("m" * 31, "rate")) == ["assessments.E001"]


def test_a_formula_over_a_square_that_is_not_there_is_an_error() -> None:
    formulas = {**MONITORING.formulas, "execution_rate": Quotient("executed.total", "budget.total", "执行率")}
    assert ids(replace(MONITORING, formulas=formulas)) == ["assessments.E002"]
