"""Required squares that are blank: what keeps a form from being sent, without being a contradiction."""

from collections.abc import Iterator

from assessments.domain.computed import Computed, compute
from assessments.domain.editions import TOTAL, edition_of
from assessments.domain.facts import Facts, Indicator, Nature

#: Stands for the whole table where a form has no indicator row.
NO_ROWS = "indicators"


def missing_squares(facts: Facts, computed: Computed | None = None) -> list[str]:
    """The keys of required squares that are blank, in the order of the paper.

    Required are the totals of the money block, the goal texts, of every row both levels, the name, the target and the
    actual (a budget rate's actual is computed), and a grade where the nature is wording. A form without rows misses
    ``indicators``.
    """
    computed = computed or compute(facts)
    edition = edition_of(facts)
    plain = [*(f"{column}.{TOTAL}" for column in edition.columns), *edition.goals]
    missing = [key for key in plain if not facts.value(key).strip()]
    if not facts.indicators:
        return [*missing, NO_ROWS]
    return missing + [key for row in facts.indicators for key in _of_row(row, computed.rows[row.ref].nature)]


def _of_row(row: Indicator, nature: Nature) -> Iterator[str]:
    names = ("level1", "level2", "level3", "target", *(() if nature is Nature.BUDGET_RATE else ("actual",)))
    yield from (row.key(name) for name in names if not getattr(row, name).strip())
    if nature is Nature.WORDING and row.grade is None:
        yield row.key("grade")


def nothing_is_typed(facts: Facts) -> bool:
    """True if the paper is as it was begun: no figure, no goal text, no row."""
    typed = (*facts.money.values(), *(facts.value(key) for key in edition_of(facts).goals))
    return not facts.indicators and not any(text.strip() for text in typed)
