"""A published filing as the tables can hold it: nothing is cut, unknown squares with long names go to the extras."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from assessments.domain.facts import Facts
from assessments.editions import edition_of
from assessments.models import Filing, PlainSquare
from assessments.services.errors import Refused
from assessments.services.square_storage import limit_of

#: More rows than any official table has.
MOST_ROWS = 1000


def storable(facts: Facts) -> Facts:
    """``facts`` with the squares whose names are too long for a table among the extras.

    Raises Refused, naming the square, where a value is longer than its place: it would have to be cut.
    """
    if any(len(rows) > MOST_ROWS for rows in facts.lists.values()):
        raise Refused(_("一张表最多 %(most)s 行指标。") % {"most": MOST_ROWS})
    for where, text, most in _places(facts):
        if len(text) > most:
            raise Refused(_("%(where)s 太长，最多 %(most)s 个字。") % {"where": where, "most": most})
    longest = _most(PlainSquare, "key")
    squares = {key: raw for key, raw in facts.squares.items() if len(key) <= longest}
    others = {key: raw for key, raw in facts.squares.items() if len(key) > longest}
    return replace(facts, squares=squares, extras={**facts.extras, **others})


def _places(facts: Facts) -> Iterator[tuple[str, str, int]]:
    yield "amount_unit", facts.amount_unit, _most(Filing, "amount_unit")
    code = edition_of(facts).code
    for key in facts.every_key():
        if most := limit_of(code, key):
            yield key, facts.value(key), most


def _most(model: type[Model], name: str) -> int:
    """The characters that a column holds, 0 where it holds any number."""
    field: Any = model._meta.get_field(name)
    return field.max_length or 0
