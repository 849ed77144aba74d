"""A published filing as the tables can hold it: nothing is cut, unknown squares with long names go to the extras."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from assessments.domain.facts import INDICATOR_FIELDS, Facts
from assessments.models import Filing, FilingText, IndicatorRow, MoneyLine
from assessments.services.errors import Refused

#: More rows than any official table has.
MOST_ROWS = 1000


def storable(facts: Facts) -> Facts:
    """``facts`` with the squares whose names are too long for a table among the extras.

    Raises Refused, naming the square, where a value is longer than its place: it would have to be cut.
    """
    if len(facts.indicators) > MOST_ROWS:
        raise Refused(_("一张表最多 %(most)s 行指标。") % {"most": MOST_ROWS})
    for where, text, most in _places(facts):
        if len(text) > most:
            raise Refused(_("%(where)s 太长，最多 %(most)s 个字。") % {"where": where, "most": most})
    texts, long_texts = _parted(facts.texts, {key: _fits(FilingText, "key", key) for key in facts.texts})
    money, long_money = _parted(facts.money, {key: _fits_money(key) for key in facts.money})
    return replace(facts, texts=texts, money=money, extras={**facts.extras, **long_texts, **long_money})


def _places(facts: Facts) -> Iterator[tuple[str, str, int]]:
    yield "amount_unit", facts.amount_unit, _most(Filing, "amount_unit")
    for key, raw in facts.money.items():
        yield key, raw, _most(MoneyLine, "raw")
    for row in facts.indicators:
        for name in INDICATOR_FIELDS:
            if most := _most(IndicatorRow, name):
                yield row.key(name), str(getattr(row, name) or ""), most


def _parted(squares: Mapping[str, str], fits: Mapping[str, bool]) -> tuple[dict[str, str], dict[str, str]]:
    kept = {key: raw for key, raw in squares.items() if fits[key]}
    return kept, {key: raw for key, raw in squares.items() if not fits[key]}


def _fits_money(key: str) -> bool:
    column, _dot, line = key.partition(".")
    return _fits(MoneyLine, "column", column) and _fits(MoneyLine, "line", line)


def _fits(model: type[Model], name: str, text: str) -> bool:
    return len(text) <= _most(model, name)


def _most(model: type[Model], name: str) -> int:
    """The characters that a column holds, 0 where it holds any number."""
    field: Any = model._meta.get_field(name)
    return field.max_length or 0
