"""Required squares that are blank: what keeps a form from being sent, without being a contradiction."""

from collections.abc import Collection, Iterable, Iterator

from assessments.domain.computed import Computed, compute
from assessments.domain.facts import INDICATORS, Facts, Indicator, Nature, Row, split_row_key
from assessments.editions import edition_of
from assessments.sheets.edition import ANY_ROW, Edition

#: Stands for the whole table where a form has no indicator row.
NO_ROWS = "indicators"


def missing_squares(facts: Facts, computed: Computed | None = None) -> list[str]:
    """The keys of required squares that are blank, in the order of the paper.

    Required are the totals of the money block, the goal texts, of every row both levels, the name, the target and the
    actual (a budget rate's actual is computed), and where rows are completed and the nature is wording a grade and, on
    a scored paper, the points. A form without rows misses ``indicators``.
    """
    computed, edition = computed or compute(facts), edition_of(facts)
    missing = [key for key in edition.required if ANY_ROW not in key and not facts.value(key).strip()]
    for name, columns in _columns(edition).items():
        if name == INDICATORS:
            missing += _of_indicators(facts, columns, edition.lists[name], computed)
        else:
            missing += [key for row in facts.lists.get(name, ()) for key in _blank(row, columns)]
    return missing


def _columns(edition: Edition) -> dict[str, list[str]]:
    """The columns that must be filled in every row that people add, by list."""
    found: dict[str, list[str]] = {}
    for parts in (split_row_key(key) for key in edition.required if ANY_ROW in key):
        if parts:
            found.setdefault(parts.name, []).append(parts.square)
    return found


def _of_indicators(facts: Facts, columns: Collection[str], kept: Collection[str], computed: Computed) -> Iterable[str]:
    natures = {ref: result.nature for ref, result in computed.rows.items()}
    found = [key for row in facts.indicators for key in _of_row(row, columns, kept, natures.get(row.ref))]
    return found if facts.indicators else [NO_ROWS]


def _blank(row: Row, columns: Iterable[str]) -> Iterator[str]:
    return (row.key(name) for name in columns if not row[name].strip())


def _of_row(row: Indicator, columns: Iterable[str], kept: Collection[str], nature: Nature | None) -> Iterator[str]:
    needed = (name for name in columns if name != "actual" or nature is not Nature.BUDGET_RATE)
    yield from _blank(row, needed)
    if nature is Nature.WORDING:
        yield from _blank(row, ("grade", "score") if "score" in kept else ("grade",))


def nothing_is_typed(facts: Facts) -> bool:
    """True if the paper is as it was begun: no figure, no goal text, no row."""
    edition = edition_of(facts)
    kept = {*edition.header, *edition.given}
    rows = any(row.squares or name not in edition.codes for name, listed in facts.lists.items() for row in listed)
    return not rows and not any(text.strip() for key, text in facts.squares.items() if key not in kept)
