"""Runs the register over a form or a dossier."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from assessments.domain.computed import Computed, compute
from assessments.domain.consistency.finding import Finding
from assessments.domain.consistency.needs import is_met
from assessments.domain.consistency.register import RULES
from assessments.domain.consistency.rule import Case, DossierRule, Rule
from assessments.domain.dossier import Dossier
from assessments.domain.editions import GIVEN, edition_of, places_on_paper
from assessments.domain.facts import Facts


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found, and the ids of those that could be applied and of those that lacked an input.

    A rule with several parts (squares, tables, text) is applied as soon as one of them is.
    """

    findings: tuple[Finding, ...]
    applied: frozenset[str]
    not_applicable: frozenset[str]


def check(facts: Facts, computed: Computed | None = None) -> tuple[Finding, ...]:
    """Every finding on one form by itself, see :func:`check_form`."""
    return check_form(facts, computed).findings


def check_form(facts: Facts, computed: Computed | None = None) -> Checked:
    """What the rules say of one form by itself, keyed by square, in the order of the paper.

    Pure; never raises, whatever was typed. On imported filings of past cycles the findings are the same; that they are
    advisory there is the caller's decision. Of a form made on the portal nothing is said at squares that the portal
    keeps itself: the unit could not put them right.
    """
    only = Dossier(filings=(facts,))
    prefix, place = only.place_of_filing(0) + ".", places_on_paper(facts)
    findings = _findings(only, (computed or compute(facts),))
    keyed = [replace(finding, where=finding.where.removeprefix(prefix)) for finding in findings]
    own = [finding for finding in keyed if facts.imported or finding.where not in GIVEN]
    return _checked(only, sorted(own, key=lambda finding: place(finding.where)))


def check_dossier(dossier: Dossier) -> Checked:
    """Every finding on everything that is checked together, keyed by place in the file and in the order of its parts.

    Pure; never raises, whatever was typed.
    """
    computed = tuple(compute(facts) for facts in dossier.filings)
    return _checked(dossier, sorted(_findings(dossier, computed), key=_places(dossier)))


def applied_to_form(facts: Facts) -> frozenset[str]:
    """The ids of the rules that can say anything of one form by itself; nothing is checked."""
    return _applied(Dossier(filings=(facts,)))


def _applied(dossier: Dossier) -> frozenset[str]:
    return frozenset(rule.id for rule in RULES if _applies(rule, dossier))


def _checked(dossier: Dossier, findings: Iterable[Finding]) -> Checked:
    applied = _applied(dossier)
    return Checked(tuple(findings), applied, frozenset(rule.id for rule in RULES) - applied)


def _applies(rule: Rule | DossierRule, dossier: Dossier) -> bool:
    return all(is_met(need, dossier) for need in rule.needs)


def _findings(dossier: Dossier, computed: tuple[Computed, ...]) -> Iterator[Finding]:
    cases = [Case(facts, results, edition_of(facts)) for facts, results in zip(dossier.filings, computed, strict=True)]
    for rule in RULES:
        if not _applies(rule, dossier):
            continue
        if isinstance(rule, DossierRule):
            yield from rule.check(dossier)
            continue
        for number, case in enumerate(cases):
            for found in rule.check(case):
                yield replace(found, where=dossier.place_of_filing(number, found.where))


_PARTS = ("filings", "tables", "targets", "narrative")


def _places(dossier: Dossier) -> Callable[[Finding], tuple[int, ...]]:
    """Where a finding stands among the others: forms by their squares, tables as checked, texts as they are read."""
    papers = [places_on_paper(facts) for facts in dossier.filings]

    def place(finding: Finding) -> tuple[int, ...]:
        head, _dot, key = finding.where.partition(".")
        part, _bracket, number = head.partition("[")
        at = int(number[:-1]) if number[:-1].isdecimal() else 0
        if part == "filings" and at < len(papers):
            return (0, at, *papers[at](key))
        span = finding.span
        words = (span.narrative or 0, span.paragraph or 0, span.start) if span else (0, at, 0)
        return (_PARTS.index(part) if part in _PARTS else len(_PARTS), *words)

    return place
