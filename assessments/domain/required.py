"""Required squares that are blank: what keeps a form from being sent, without being a contradiction."""

from collections.abc import Collection, Iterable, Iterator

from assessments.domain.computed import Computed, compute
from assessments.domain.facts import INDICATORS, Facts, Indicator, Nature, split_row_key
from assessments.editions import edition_of
from assessments.sheets.edition import ANY_ROW

#: Stands for the whole table where a form has no indicator row.
NO_ROWS = "indicators"


def missing_squares(facts: Facts, computed: Computed | None = None) -> list[str]:
    """The keys of required squares that are blank, in the order of the paper.

    Required are the totals of the money block, the goal texts, of every row both levels, the name, the target and the
    actual (a budget rate's actual is computed), and where rows are completed and the nature is wording a grade and, on
    a scored paper, the points. A form without rows misses ``indicators``.
    """
    computed, edition = computed or compute(facts), edition_of(facts)
    own = [key for key in edition.required if ANY_ROW not in key]
    plain = [key for key in own if not facts.value(key).strip()]
    if INDICATORS not in edition.lists:
        return plain
    if not facts.indicators:
        return [*plain, NO_ROWS]
    required = (split_row_key(key) for key in edition.required if ANY_ROW in key)
    columns = [parts.square for parts in required if parts and parts.name == INDICATORS]
    kept, rows = edition.lists[INDICATORS], computed.rows
    natures = {ref: result.nature for ref, result in rows.items()}
    return plain + [key for row in facts.indicators for key in _of_row(row, columns, kept, natures.get(row.ref))]


def _of_row(row: Indicator, columns: Iterable[str], kept: Collection[str], nature: Nature | None) -> Iterator[str]:
    needed = (name for name in columns if name != "actual" or nature is not Nature.BUDGET_RATE)
    yield from (row.key(name) for name in needed if not row[name].strip())
    if nature is Nature.WORDING:
        chosen = ("grade", "score") if "score" in kept else ("grade",)
        yield from (row.key(name) for name in chosen if not row[name].strip())


def nothing_is_typed(facts: Facts) -> bool:
    """True if the paper is as it was begun: no figure, no goal text, no row."""
    edition = edition_of(facts)
    kept = {*edition.header, *edition.given}
    return not any(facts.lists.values()) and not any(
        text.strip() for key, text in facts.squares.items() if key not in kept
    )
