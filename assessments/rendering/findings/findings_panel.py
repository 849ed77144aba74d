"""The panel beside the form: what is left to do, counted and listed, each entry one click from its squares."""

import hashlib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from assessments.domain.computed import Computed
from assessments.domain.required import missing_squares
from assessments.rendering.findings.finding_view import by_need
from assessments.rendering.findings.panel_entries import Chip, Entry, chips_at, entry_of
from assessments.rendering.findings.report_line import ReportLine
from assessments.rendering.findings.rule_counts import RuleCounts
from assessments.services.answered_findings import Findings
from assessments.services.answered_together import together_at_squares
from assessments.services.waivable import NEVER_WAIVED


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

    @property
    def is_clean(self) -> bool:
        """True if there is nothing to list."""
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
    ask_url: str = "",
    asked: Container[str] = (),
    computed: Computed | None = None,
) -> Panel:
    """The panel of ``findings``; ``places`` are the keys of the table in reading order.

    ``unanswered`` are the keys of squares whose mark waits for an answer. ``computed`` spares computing again.
    ``ask_url`` is where a unit asks for a rule to be waived, blank where it may not; ``asked`` those that it asked for.
    """
    facts, places = findings.facts, list(places)
    lists = (by_need(found, places) for found in (findings.binding, findings.waived))
    entries = [entry_of(facts, group) for found in lists for group in together_at_squares(found)]
    return Panel(
        errors=sum(item.must_change for item in findings.at_squares),
        warnings=sum(item.must_explain for item in findings.at_squares),
        rules=rules,
        entries=tuple(_with_waiver(entry, ask_url, asked) for entry in entries),
        missing=chips_at(facts, missing_squares(facts, computed)),
        unanswered=chips_at(facts, unanswered),
        report=report,
    )


def _with_waiver(entry: Entry, ask_url: str, asked: Container[str]) -> Entry:
    """An error can be taken to the prefecture, unless that was done."""
    if entry.first.look != "err" or not ask_url or entry.rule in NEVER_WAIVED:
        return entry
    is_asked = entry.rule in asked
    return replace(entry, ask_url="" if is_asked else ask_url, is_asked=is_asked)
