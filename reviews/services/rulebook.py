"""The published table of rules: what each compares, on which clause, what passes and what does not."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.domain.consistency import RULES, Severity
from assessments.domain.consistency.examples import Example
from assessments.domain.consistency.needs import NEED_NAMES
from assessments.domain.wording import gettext_noop as _
from reviews.domain.sheet_rules import SHEET_RULES

_SHEET = _("监控审核表")


@dataclass(frozen=True, slots=True)
class Entry:
    """One part of a rule; every text is a template of the message catalogue."""

    severity: Severity
    title: str
    compares: str
    source: str
    needs: tuple[str, ...]
    example: Example | None


@dataclass(frozen=True, slots=True)
class Chapter:
    """One rule of forms.md §5 with its parts: on squares, on tables, on running text, on sheets."""

    id: str
    entries: tuple[Entry, ...]


def chapters() -> tuple[Chapter, ...]:
    """Every rule that the portal applies, by id."""
    entries: dict[str, list[Entry]] = {}
    for rule_id, entry in _entries():
        entries.setdefault(rule_id, []).append(entry)
    return tuple(Chapter(rule_id, tuple(entries[rule_id])) for rule_id in sorted(entries))


def _entries() -> Iterator[tuple[str, Entry]]:
    for rule in RULES:
        needs = tuple(NEED_NAMES[need] for need in rule.needs)
        yield rule.id, Entry(rule.severity, rule.title, rule.compares, rule.source, needs, rule.example)
    for sheet in SHEET_RULES:
        yield sheet.id, Entry(sheet.severity, sheet.title, sheet.compares, sheet.source, (_SHEET,), sheet.example)
