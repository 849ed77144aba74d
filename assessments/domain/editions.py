"""An edition as the rules know it: its money block, its texts, its printed precision (forms.md §1 and §3)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assessments.domain.facts import INDICATOR_FIELDS, Facts, Form, split_indicator_key
from assessments.domain.wording import gettext_noop as _

TOTAL = "total"


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """One edition's squares, without the look of the paper.

    ``columns`` and ``lines`` span the money block; the first line is the total, the others its parts.
    ``budget`` is the denominator of 预算执行率 and ``executed`` its numerator. ``complete`` says that the parts, blank
    ones counted as nothing, add up to the total (the edition names 其他). ``deviation`` is section 五, None where the
    paper has none. ``rate_places`` are the decimals of printed rates.
    """

    edition: str
    form: Form
    header: tuple[str, ...]
    columns: tuple[str, ...]
    lines: tuple[str, ...]
    goals: tuple[str, ...]
    budget: str
    executed: str = "executed"
    complete: bool = True
    deviation: str | None = None
    rate_places: int = 2

    @property
    def parts(self) -> tuple[str, ...]:
        """The lines that add up to the total."""
        return self.lines[1:]

    def money_keys(self) -> Iterator[str]:
        """Every square of the money block, line by line as on paper."""
        for line in self.lines:
            yield from (f"{column}.{line}" for column in self.columns)

    def squares_before_rows(self) -> Iterator[str]:
        """The keys that stand above the indicator table, computed ones included, in the order of the paper."""
        yield from self.header
        yield from (f"{column}.{TOTAL}" for column in self.columns)
        yield "execution_rate"
        yield from (f"{column}.{line}" for line in self.parts for column in self.columns)
        yield from self.goals
        yield "overall_completion_rate"


EDITION_FACTS: dict[str, EditionFacts] = {
    facts.edition: facts
    for facts in (
        EditionFacts(
            edition="self-assessment-2022",
            form=Form.SELF_ASSESSMENT,
            header=("title", "project_name", "reporting_unit"),
            columns=("budget", "executed"),
            lines=(TOTAL, "social_insurance_fund", "other"),
            goals=("goal_expected", "goal_actual"),
            budget="budget",
        ),
        EditionFacts(
            edition="monitoring-2020",
            form=Form.MONITORING_REPORT,
            header=("title", "reporting_unit", "project_period", "project_name", "monitoring_point"),
            columns=("adjusted_budget", "received", "executed"),
            lines=(TOTAL, "fiscal", "other"),
            goals=("goal_expected", "goal_progress"),
            budget="adjusted_budget",
            deviation="deviation_and_measures",
            rate_places=0,
        ),
    )
}

#: What a file of an unknown edition is read with.
_USUAL: dict[Form, str] = {
    Form.SELF_ASSESSMENT: "self-assessment-2022",
    Form.MONITORING_REPORT: "monitoring-2020",
}

#: Squares of a head that the portal fills in from its register and the cycle, and that nobody types.
GIVEN = frozenset({"region", "reporting_unit", "project_name", "year", "monitoring_point"})

#: What a column of a money block is called in a sentence.
COLUMN_NAMES: dict[str, str] = {
    "budget": _("预算数"),
    "adjusted_budget": _("预算数"),
    "received": _("到位数"),
    "executed": _("执行数"),
}


def edition_of(facts: Facts) -> EditionFacts:
    """The edition of a filing; for an unknown one the usual edition of its form, else the self-assessment's."""
    known = EDITION_FACTS.get(facts.edition)
    return known or EDITION_FACTS[_USUAL.get(facts.form, "self-assessment-2022")]


def places_on_paper(facts: Facts) -> Callable[[str], tuple[int, int, int]]:
    """A sort key for squares: where each stands on paper; unknown squares come last."""
    edition = edition_of(facts)
    before = {key: index for index, key in enumerate(edition.squares_before_rows())}
    rows = {row.ref: index for index, row in enumerate(facts.indicators)}
    fields = {name: index for index, name in enumerate(INDICATOR_FIELDS)}

    def place(key: str) -> tuple[int, int, int]:
        if key in before:
            return (0, before[key], 0)
        if named := split_indicator_key(key):
            return (1, rows.get(named[0], len(rows)), fields.get(named[1], len(fields)))
        return (2 if key == edition.deviation else 3, 0, 0)

    return place
