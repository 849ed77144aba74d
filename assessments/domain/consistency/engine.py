"""Runs the register over a form or a dossier."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

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


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of the rule that has this number in its set."""

    rule_no: int
    finding: Finding


def check(facts: Facts, computed: Computed | None = None) -> tuple[Finding, ...]:
    """Every finding on one form by itself, see :func:`check_form`."""
    return check_form(facts, computed).findings


def check_form(facts: Facts, computed: Computed | None = None, *, rule_set: str = NEWEST) -> Checked:
    """The findings in one form by itself, keyed by square, in the order of the paper."""
    part = KINDS.get(facts.form, SELF_ASSESSMENT).part
    only = Dossier(targets=(facts,)) if part == "targets" else Dossier(filings=(facts,))
    found = found_in(only, {0: computed or compute(facts)}, rule_set)
    place, _facts = next(only.forms())
    return Checked(of_form(facts, place, (each.finding for each in found)), *_applied(only, rule_set))


def check_dossier(
    dossier: Dossier, *, computed: Mapping[int, Computed] | None = None, rule_set: str = NEWEST
) -> Checked:
    """Every finding on everything that is checked together, keyed by place in the file and in the order of its parts.

    Pure; never raises, whatever was typed. With ``computed`` (what follows from the forms of these numbers) the rules
    on one form are asked only of those, while the others still stand beside them.
    """
    if computed is None:
        computed = {number: compute(facts) for number, facts in enumerate(dossier.filings)}
    return in_order(dossier, found_in(dossier, computed, rule_set), rule_set)


def in_order(dossier: Dossier, found: Iterable[Found], rule_set: str) -> Checked:
    """Everything that the rules of a set ``found``, in the order of the dossier's parts, at one place in their own."""
    place = _places(dossier)
    ordered = sorted(found, key=lambda each: (place(each.finding), each.rule_no))
    return Checked(tuple(each.finding for each in ordered), *_applied(dossier, rule_set))


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


@cache
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


def found_in(dossier: Dossier, computed: Mapping[int, Computed], rule_set: str) -> Iterator[Found]:
    """The findings of every rule; rules on one form are asked only of the forms in ``computed``."""
    yield from found_together(dossier, rule_set)
    rules = rules_on_forms(dossier, rule_set)
    for number, facts in enumerate(dossier.filings):
        if number in computed:
            yield from placed(dossier, number, found_alone(facts, computed[number], rules))


def found_together(dossier: Dossier, rule_set: str) -> Iterator[Found]:
    """The findings of the rules on everything together."""
    for rule_no, rule in enumerate(rules_of(rule_set)):
        if isinstance(rule, DossierRule) and _applies(rule, dossier):
            yield from (Found(rule_no, finding) for finding in rule.check(dossier))


def rules_on_forms(dossier: Dossier, rule_set: str) -> dict[int, Rule]:
    """The rules on one form that ``dossier`` holds the inputs of, by their number in the set."""
    numbered = enumerate(rules_of(rule_set))
    return {rule_no: rule for rule_no, rule in numbered if isinstance(rule, Rule) and _applies(rule, dossier)}


def found_alone(facts: Facts, computed: Computed, rules: Mapping[int, Rule]) -> Iterator[Found]:
    """The findings of ``rules`` in one form, keyed by square."""
    case = Case(facts, computed, edition_of(facts))
    for rule_no, rule in rules.items():
        yield from (Found(rule_no, finding) for finding in rule.check(case))


def placed(dossier: Dossier, number: int, found: Iterable[Found]) -> Iterator[Found]:
    """The findings in one of the filings of ``dossier``, keyed by place in the file."""
    for each in found:
        where = dossier.place_of_filing(number, each.finding.where)
        yield Found(each.rule_no, replace(each.finding, where=where))


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
