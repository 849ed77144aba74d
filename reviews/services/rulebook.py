"""The published table of rules: what each compares, on which clause, what passes and what does not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from assessments.domain.computed import compute
from assessments.domain.consistency import RULE_SETS, RULES, DossierRule, Finding, Rule, Severity
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.needs import NEED_NAMES
from assessments.domain.consistency.rule import Case
from assessments.domain.dossier import Dossier
from assessments.domain.exchange import Parcel, read_file_object
from assessments.domain.wording import gettext_noop as _
from assessments.editions import edition_of
from reviews.domain.sheet_rules import SHEET_RULES, SheetRule

_SHEET = _("监控审核表")
#: Rules on review sheets are the prefecture's own and are asked in every set.
_SHEETS_SINCE = RULE_SETS[0]


@dataclass(frozen=True, slots=True)
class RulebookEntry:
    """One part of a rule; every text is a template of the message catalogue.

    ``since`` is the first rule set that holds it; ``found`` what the rule itself says of the example that fails, the
    gravest first.
    """

    severity: Severity
    title: str
    compares: str
    source: str
    needs: tuple[str, ...]
    since: str
    example: Example
    found: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One rule of forms.md §5 with its parts: on squares, on tables, on running text, on sheets."""

    id: str
    entries: tuple[RulebookEntry, ...]


@cache
def chapters() -> tuple[Chapter, ...]:
    """Every rule that the portal applies, by id; the examples are checked once for each process."""
    entries: dict[str, list[RulebookEntry]] = {}
    for rule_id, entry in _entries():
        entries.setdefault(rule_id, []).append(entry)
    return tuple(Chapter(rule_id, tuple(entries[rule_id])) for rule_id in sorted(entries))


def said_of(rule: Rule | DossierRule | SheetRule, given: Given) -> tuple[Finding, ...]:
    """The findings of this one rule in an example, the gravest first; nothing where it passes."""
    parcel = read_file_object(given.file)
    if isinstance(rule, SheetRule):
        return _by_severity(finding for sheet in parcel.review_sheets for finding in rule.check(sheet, parcel.filings))
    if isinstance(rule, DossierRule):
        return _by_severity(rule.check(_dossier(parcel, given)))
    cases = (Case(facts, compute(facts), edition_of(facts)) for facts in parcel.filings)
    return _by_severity(finding for case in cases for finding in rule.check(case))


def _entries() -> Iterator[tuple[str, RulebookEntry]]:
    for rule in RULES:
        needs = tuple(NEED_NAMES[need] for need in rule.needs)
        yield rule.id, _entry(rule, needs, rule.since, rule.example)
    for sheet in SHEET_RULES:
        yield sheet.id, _entry(sheet, (_SHEET,), _SHEETS_SINCE, sheet.example)


def _entry(
    rule: Rule | DossierRule | SheetRule, needs: tuple[str, ...], since: str, example: Example | None
) -> RulebookEntry:
    if example is None:
        raise ValueError(f"{rule.id} shows no example")
    found = said_of(rule, example.fails)
    return RulebookEntry(rule.severity, rule.title, rule.compares, rule.source, needs, since, example, found)


def _dossier(parcel: Parcel, given: Given) -> Dossier:
    before = read_file_object(given.last_year).dossier if given.last_year else None
    return replace(parcel.dossier, last_year=before)


def _by_severity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    order = list(Severity)
    return tuple(sorted(findings, key=lambda finding: order.index(finding.severity)))
