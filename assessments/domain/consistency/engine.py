"""Runs the register over a form or a dossier."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from assessments.domain.computed import Computed, compute
from assessments.domain.consistency.finding import Finding
from assessments.domain.consistency.needs import is_met
from assessments.domain.consistency.register import RULES
from assessments.domain.consistency.rule import Case, DossierRule, Rule
from assessments.domain.consistency.rule_sets import NEWEST, holds
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts
from assessments.domain.kinds import KINDS, SELF_ASSESSMENT
from assessments.editions import edition_of, places_on_paper


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings, and the ids of the rules that could be applied and of those that lacked an input.

    A rule with several parts (squares, tables, text) is applied as soon as one of them is.
    """

    findings: tuple[Finding, ...]
    applied: frozenset[str]
    not_applicable: frozenset[str]


def check(facts: Facts, computed: Computed | None = None) -> tuple[Finding, ...]:
    """Every finding on one form by itself, see :func:`check_form`."""
    return check_form(facts, computed).findings


def check_form(facts: Facts, computed: Computed | None = None, *, rule_set: str = NEWEST) -> Checked:
    """The findings in one form by itself, keyed by square, in the order of the paper."""
    part = KINDS.get(facts.form, SELF_ASSESSMENT).part
    only = Dossier(targets=(facts,)) if part == "targets" else Dossier(filings=(facts,))
    findings = _findings(only, {0: computed or compute(facts)}, rule_set)
    place, _facts = next(only.forms())
    return Checked(of_form(facts, place, findings), *_applied(only, rule_set))


def check_dossier(
    dossier: Dossier, *, computed: Mapping[int, Computed] | None = None, rule_set: str = NEWEST
) -> Checked:
    """Every finding on everything that is checked together, keyed by place in the file and in the order of its parts.

    Pure; never raises, whatever was typed. With ``computed`` (what follows from the forms of these numbers) the rules
    on one form are asked only of those, while the others still stand beside them.
    """
    if computed is None:
        computed = {number: compute(facts) for number, facts in enumerate(dossier.filings)}
    findings = sorted(_findings(dossier, computed, rule_set), key=_places(dossier))
    return Checked(tuple(findings), *_applied(dossier, rule_set))


def of_form(facts: Facts, place: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of a dossier's ``findings`` that are about its form at ``place``, keyed by square, in the paper's order.

    On imported filings of past cycles the findings are the same; that they are advisory there is the caller's decision.
    Of a form made on the portal nothing is said at squares that the portal keeps itself: the unit could not put them
    right.
    """
    prefix = f"{place}."
    about = [item for item in findings if item.where.startswith(prefix)]
    keyed = [replace(item, where=item.where.removeprefix(prefix)) for item in about]
    own = [item for item in keyed if facts.imported or item.where not in edition_of(facts).given]
    on_paper = places_on_paper(facts)
    return tuple(sorted(own, key=lambda item: on_paper(item.where)))


def of_text(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of a dossier's findings that are about words of its narratives."""
    return tuple(item for item in findings if item.where.partition(".")[0].partition("[")[0] == "narrative")


def rules_of(rule_set: str) -> tuple[Rule | DossierRule, ...]:
    """The rules of one set; raises ValueError for a set that there is not."""
    return tuple(rule for rule in RULES if holds(rule_set, rule.since))


def _applied(dossier: Dossier, rule_set: str) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of the rules that ``dossier`` holds the inputs of, and of the others."""
    rules = rules_of(rule_set)
    applied = frozenset(rule.id for rule in rules if _applies(rule, dossier))
    return applied, frozenset(rule.id for rule in rules) - applied


def _applies(rule: Rule | DossierRule, dossier: Dossier) -> bool:
    return all(is_met(need, dossier) for need in rule.needs)


def _findings(dossier: Dossier, computed: Mapping[int, Computed], rule_set: str) -> Iterator[Finding]:
    """What every rule says; rules on one form are asked only of the forms in ``computed``."""
    cases = {
        number: Case(facts, computed[number], edition_of(facts))
        for number, facts in enumerate(dossier.filings)
        if number in computed
    }
    for rule in rules_of(rule_set):
        if not _applies(rule, dossier):
            continue
        if isinstance(rule, DossierRule):
            yield from rule.check(dossier)
            continue
        for number, case in cases.items():
            for found in rule.check(case):
                yield replace(found, where=dossier.place_of_filing(number, found.where))


_PARTS = ("filings", "tables", "targets", "narrative")


def _places(dossier: Dossier) -> Callable[[Finding], tuple[int, ...]]:
    """Where a finding stands among the others: forms by their squares, tables as checked, texts as they are read."""
    forms = {place: places_on_paper(facts) for place, facts in dossier.forms()}

    def place(finding: Finding) -> tuple[int, ...]:
        head, _dot, key = finding.where.partition(".")
        part, _bracket, number = head.partition("[")
        at = int(number[:-1]) if number[:-1].isdecimal() else 0
        if head in forms:
            return (_PARTS.index(part), at, *forms[head](key))
        span = finding.span
        words = (span.narrative or 0, span.paragraph or 0, span.start) if span else (0, at, 0)
        return (_PARTS.index(part) if part in _PARTS else len(_PARTS), *words)

    return place
