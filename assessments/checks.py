"""System check: every square of every edition has a place where its value is kept, computed or declared."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import FieldDoesNotExist

from assessments.domain.editions import EDITION_FACTS, EditionFacts
from assessments.domain.facts import split_indicator_key
from assessments.models import IndicatorRow
from assessments.sheets.contents import Box, SquareKind
from assessments.sheets.editions import EDITIONS
from assessments.sheets.paper import Sheet

#: Squares that the system computes; an indicator's rate is a field, because imports state it.
COMPUTED = frozenset({"execution_rate", "overall_completion_rate"})


@register("sheets")
def every_square_is_kept(app_configs: Sequence[Any] | None, **_kwargs: Any) -> list[CheckMessage]:
    """Errors for squares without a place, amounts without a square, and precision on which paper and rules differ."""
    return [error for sheet in EDITIONS.values() for error in errors_of(sheet, EDITION_FACTS.get(sheet.code))]


def errors_of(sheet: Sheet, facts: EditionFacts | None) -> Iterator[CheckMessage]:
    """The misfits between one edition's paper and its description for the rules."""
    if facts is None:
        yield Error(f"the rules know nothing of edition {sheet.code}", obj=sheet.code, id="assessments.E001")
        return
    for box in sheet.boxes():
        if problem := _problem(box, facts):
            yield Error(f"{box.key} of {sheet.code}: {problem}", obj=sheet.code, id="assessments.E002")
    shown = {box.key for box in sheet.boxes()}
    for key in facts.money_keys():
        if key not in shown:
            yield Error(f"{key} has no square on {sheet.code}", obj=sheet.code, id="assessments.E003")
    if sheet.places != facts.rate_places:
        yield Error(f"{sheet.code} prints rates in two precisions", obj=sheet.code, id="assessments.E004")


def _problem(box: Box, facts: EditionFacts) -> str | None:
    if parts := split_indicator_key(box.key):
        return _field_problem(box, parts[1])
    if box.kind is SquareKind.MONEY:
        return None if box.key in facts.money_keys() else "no such amount"
    if box.kind is SquareKind.COMPUTED:
        return None if box.key in COMPUTED else "nothing computes it"
    return None if box.key in {*facts.header, *facts.goals, facts.deviation} else "no such text"


def _field_problem(box: Box, name: str) -> str | None:
    try:
        field = IndicatorRow._meta.get_field(name)
    except FieldDoesNotExist:
        return "no such field of an indicator"
    room = getattr(field, "max_length", None)
    return f"longer than its field's {room} characters" if room and room < box.limit else None
