"""The editions of every paper, by their code in the exchange format: one module each (docs/adding-a-paper.md)."""

from collections.abc import Callable

from assessments.domain.facts import Facts, split_row_key
from assessments.domain.kinds import KINDS, SELF_ASSESSMENT
from assessments.domain.narrative.roles import ClaimRole
from assessments.editions import (
    monitoring_2020,
    regional_target_2023,
    review_sheet_2020,
    self_assessment_2022,
    self_assessment_scored,
)
from assessments.sheets.edition import Edition

_MODULES = (self_assessment_2022, self_assessment_scored, monitoring_2020, review_sheet_2020, regional_target_2023)

EDITIONS: dict[str, Edition] = {module.EDITION.code: module.EDITION for module in _MODULES}
#: The squares of every edition that hold a figure of expenditure, with what it is of it: a file may mix editions.
FIGURES: dict[str, ClaimRole] = {key: role for edition in EDITIONS.values() for key, role in edition.figures.items()}
#: The points of the parts of scored papers, unless a cycle has others.
WEIGHTS: dict[str, int] = {name: points for edition in EDITIONS.values() for name, points in edition.weights.items()}


class UnknownEditionError(LookupError):
    """An edition that is declared nowhere; its code is the argument."""


def edition_named(code: str) -> Edition:
    """The edition with this code; raises :class:`UnknownEditionError`."""
    try:
        return EDITIONS[code]
    except KeyError:
        raise UnknownEditionError(code) from None


def edition_of(facts: Facts) -> Edition:
    """The edition of a paper; for an unknown one the usual edition of its kind."""
    return EDITIONS.get(facts.edition) or EDITIONS[KINDS.get(facts.form, SELF_ASSESSMENT).usual]


def places_on_paper(facts: Facts) -> Callable[[str], tuple[int, int, int]]:
    """A sort key for squares: where each stands on paper; unknown squares come last."""
    edition = edition_of(facts)
    rows = {(row.name, row.ref): index for listed in facts.lists.values() for index, row in enumerate(listed)}

    def place(key: str) -> tuple[int, int, int]:
        paper, column = edition.place_of(key)
        parts = split_row_key(key)
        return (paper, rows.get((parts.name, parts.ref), len(rows)) if parts else 0, column)

    return place
