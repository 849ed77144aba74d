"""The panel beside the form: what is left to do, counted and listed, each entry one click from its squares."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assessments.domain.computed import Computed
from assessments.domain.consistency import Severity
from assessments.domain.required import missing_squares
from assessments.rendering.findings.finding_view import Findings, Found
from assessments.rendering.findings.panel_entries import Chip, Entry, by_need, chips_at, entry_of, joined
from assessments.rendering.findings.report_line import ReportLine
from assessments.rendering.findings.rule_counts import RuleCounts


@dataclass(frozen=True, slots=True)
class Asking:
    """Where a unit asks for a rule to be waived: ``url`` for those it may ask for, ``asked`` those it asked for."""

    url: str = ""
    never: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Panel:
    """Counts first, then the entries: errors by place, warnings, notices, what is waived.

    ``errors`` and ``warnings`` are those of the form; what the ``report`` asks for stands in its line. ``missing``
    and ``unanswered`` are squares that are blank or marked.
    """

    errors: int
    warnings: int
    rules: RuleCounts
    entries: tuple[Entry, ...]
    missing: tuple[Chip, ...]
    unanswered: tuple[Chip, ...]
    report: ReportLine | None = None
    asking: Asking = Asking()

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to list."""
        return not (self.entries or self.missing or self.unanswered or (self.report and self.report.is_open))

    @property
    def digest(self) -> str:
        """Tells whether a page shows this panel already."""
        return hashlib.sha256(repr(self).encode(errors="backslashreplace")).hexdigest()[:16]

    def with_typed(self, words: Mapping[str, str]) -> "Panel":
        """The same with ``words``, which could not be saved, in the fields of these names."""
        entries = (
            replace(
                entry, fields=tuple(replace(field, value=words.get(field.name, field.value)) for field in entry.fields)
            )
            for entry in self.entries
        )
        return replace(self, entries=tuple(entries))


def findings_panel(
    findings: Findings,
    rules: RuleCounts,
    *,
    places: Iterable[str],
    unanswered: Iterable[str] = (),
    report: ReportLine | None = None,
    asking: Asking | None = None,
    computed: Computed | None = None,
) -> Panel:
    """The panel of ``findings``; ``places`` are the keys of the table in reading order.

    ``unanswered`` are the keys of squares whose mark waits for an answer. ``computed`` spares computing again.
    """
    facts, asking, places = findings.facts, asking or Asking(), list(places)
    binding = by_need((found for found in findings.at_squares if not found.waived), places)
    waived = [found for found in (*findings.at_squares, *findings.in_narrative) if found.waived]
    entries = [entry_of(facts, group) for group in (*joined(binding), *joined(by_need(waived, places)))]
    return Panel(
        errors=sum(map(_must_be_changed, binding)),
        warnings=sum(map(_asks, binding)),
        rules=rules,
        entries=tuple(_with_waiver(entry, asking) for entry in entries),
        missing=chips_at(facts, missing_squares(facts, computed)),
        unanswered=chips_at(facts, unanswered),
        report=report,
        asking=asking,
    )


def _must_be_changed(found: Found) -> bool:
    return found.finding.severity is Severity.ERROR and not found.told.stands


def _asks(found: Found) -> bool:
    return found.finding.severity is Severity.WARNING and not found.told.stands


def _with_waiver(entry: Entry, asking: Asking) -> Entry:
    """An error can be taken to the prefecture, unless that was done."""
    if entry.tone != "err" or not asking.url or entry.rule in asking.never:
        return entry
    is_asked = entry.rule in asking.asked
    return replace(entry, may_be_waived=not is_asked, is_asked=is_asked)
