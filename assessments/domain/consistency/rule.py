"""A rule: an id, a severity, a title, its source, what it needs, and a pure function to findings.

A :class:`Rule` looks at one form, a :class:`DossierRule` at everything that is checked together. One id of forms.md §5
may stand in the register several times, once for squares, once for tables, once for running text.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from assessments.domain.computed import Computed, RowResult
from assessments.domain.consistency import rule_sets
from assessments.domain.consistency.examples import Example
from assessments.domain.consistency.finding import Finding, Severity, Span
from assessments.domain.consistency.needs import Need
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts, Indicator
from assessments.domain.measures import Outcome
from assessments.domain.wording import Message
from assessments.sheets.edition import Edition


@dataclass(frozen=True, slots=True)
class Case:
    """A filing as every rule on one form sees it: the claims, what follows from them, the edition."""

    facts: Facts
    computed: Computed
    edition: Edition

    def rows(self) -> Iterator[tuple[Indicator, RowResult]]:
        """Each indicator that is completed with its result, in the order of the table."""
        return ((row, self.computed.rows[row.ref]) for row in self.facts.indicators if row.ref in self.computed.rows)


@dataclass(frozen=True, slots=True)
class _Head:
    """One row of the published rule table.

    ``title`` is what its findings say by default, ``source`` the clause that it holds a filing to, ``compares`` what is
    held against what, in one sentence, ``since`` the first rule set that holds it.
    """

    id: str
    severity: Severity
    title: str
    source: str

    def severity_of(self, outcome: Outcome) -> Severity:
        """A near miss informs; anything else has the rule's own severity."""
        return Severity.NOTICE if outcome is Outcome.NOTICE else self.severity


@dataclass(frozen=True, slots=True)
class Rule(_Head):
    """A rule on one form; its findings name grid keys."""

    check: Callable[[Case], Iterable[Finding]]
    needs: tuple[Need, ...] = (Need.FORM,)
    compares: str = ""
    example: Example | None = None
    since: str = rule_sets.FIRST


@dataclass(frozen=True, slots=True)
class DossierRule(_Head):
    """A rule on everything that is checked together; its findings name places in the file."""

    check: Callable[[Dossier], Iterable[Finding]]
    needs: tuple[Need, ...]
    compares: str = ""
    example: Example | None = None
    since: str = rule_sets.SECOND


def finding(
    rule: Rule | DossierRule,
    where: str,
    message: Message,
    short: str,
    *,
    title: str = "",
    found: str = "",
    expected: str = "",
    severity: Severity | None = None,
    arithmetic: Message | None = None,
    span: Span | None = None,
    confirms: Iterable[str] = (),
) -> Finding:
    """A finding of ``rule``, with the rule's own title and severity where none is given."""
    return Finding(
        rule=rule.id,
        severity=severity or rule.severity,
        where=where,
        title=Message(title or rule.title),
        message=message,
        short=Message(short),
        found=found,
        expected=expected,
        arithmetic=arithmetic,
        span=span,
        confirms=tuple(confirms),
    )
