"""System check: what an edition declares fits together, and every square has a place where its value is kept."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register

from assessments.domain.facts import split_row_key
from assessments.domain.formulas import Balance, Completion, EarnedPoints, Growth, Mean, Quotient, Sum, Total
from assessments.editions import EDITIONS
from assessments.models import ListRow, PlainSquare
from assessments.sheets.contents import Box, SquareKind
from assessments.sheets.edition import Edition

_LONGEST_KEY = PlainSquare._meta.get_field("key").max_length
_LONGEST_NAME = ListRow._meta.get_field("name").max_length


@register("sheets")
def every_square_is_kept(app_configs: Sequence[Any] | None, **_kwargs: Any) -> list[CheckMessage]:
    """Errors for squares that nothing keeps or computes, and for formulas over squares that are not there."""
    return [error for edition in EDITIONS.values() for error in errors_of(edition)]


def errors_of(edition: Edition) -> Iterator[CheckMessage]:
    """The misfits within one edition."""
    for box in edition.boxes():
        if problem := _problem(box, edition):
            yield Error(f"{box.key} of {edition.code}: {problem}", obj=edition.code, id="assessments.E001")
    for key, formula in {**edition.formulas, **edition.totals}.items():
        for operand in _operands(key, formula):
            if operand not in edition.formulas and edition.box(_in_a_row(operand, edition)) is None:
                message = f"{key} of {edition.code} follows from {operand}, which is no square"
                yield Error(message, obj=edition.code, id="assessments.E002")


def _problem(box: Box, edition: Edition) -> str | None:
    parts = split_row_key(box.key)
    if parts and len(parts.name) > (_LONGEST_NAME or 0):
        return "the name of its list is too long"
    if not parts and len(box.key) > (_LONGEST_KEY or 0):
        return "its key is too long"
    formulas = {box.key, f"{parts.name}[].{parts.square}" if parts else box.key}
    if box.kind is SquareKind.COMPUTED and not formulas & set(edition.formulas) and not edition.kind.composed:
        return "nothing computes it"
    is_empty = box.kind is SquareKind.LOCKED and box.key not in edition.given and not parts
    return "nobody types it and nothing is written there" if is_empty else None


def _in_a_row(column: str, edition: Edition) -> str:
    """The square of a column in some row of its list."""
    name = column.partition("[")[0]
    return column.replace("[]", f"[{edition.codes.get(name, ('0',))[0]}]")


def _operands(key: str, formula: object) -> tuple[str, ...]:
    """The keys that a formula names; those of a row stand beside ``key``."""
    match formula:
        case Quotient():
            return (_beside(key, formula.upper), _beside(key, formula.lower))
        case Growth():
            return (_beside(key, formula.now), _beside(key, formula.before))
        case Mean():
            return (formula.column, *([formula.weight] if formula.weight else []))
        case Total():
            return formula.parts
        case EarnedPoints():
            return (_beside(key, formula.rate), _beside(key, formula.weight))
        case Sum() | Balance():
            return tuple(_beside(key, part) for part in formula.parts)
        case Completion():
            return (_beside(key, formula.target), _beside(key, formula.actual))
    raise TypeError(f"no operands are known of {formula!r}")


def _beside(key: str, name: str) -> str:
    return f"{key.rpartition('.')[0]}.{name}" if "[]" in key else name
