"""The page on which a filing is filled in: its table and what is found in it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.urls import reverse

from assessments.domain.computed import Computed, compute
from assessments.domain.facts import Facts, Grade, Nature, Row
from assessments.models import Filing, Mark
from assessments.rendering.findings.finding_view import EXPLANATION
from assessments.rendering.findings.findings_panel import Panel, findings_panel
from assessments.rendering.findings.report_line import report_line
from assessments.rendering.findings.rule_counts import rule_counts
from assessments.rendering.grid.drawables import Mode, Overlay
from assessments.rendering.grid.heading_words import words_for
from assessments.rendering.grid.markup import Table
from assessments.rendering.grid.table import draw
from assessments.rendering.pages.edit_problems import UnsavedSquare
from assessments.services.answered_findings import settled_in_words
from assessments.services.examining import Examined, examine
from assessments.sheets.contents import TYPED


@dataclass(frozen=True)
class EditPage:
    """One filing with all that is drawn from its facts.

    ``unanswered`` are the keys of squares whose mark waits for an answer.
    """

    filing: Filing
    computed: Computed
    examined: Examined
    table: Table
    unanswered: tuple[str, ...]

    @property
    def layout(self) -> str:
        """A digest of what makes the table's shape: rows, merged levels, what is typed and what is computed."""
        rows = [(row.ref, row.level1, row.level2) for row in self.examined.facts.indicators]
        kinds = [(key, square.kind, square.choice_name) for key, square in self.table.squares().items()]
        return hashlib.sha256(json.dumps([rows, kinds]).encode()).hexdigest()[:16]

    def held(self, facts: Facts) -> dict[str, str]:
        """The values of ``facts`` in each field of the page, by the field's name."""
        squares = self.table.squares().values()
        keys = [square.key for square in squares if square.kind in TYPED]
        keys += [square.choice_name for square in squares if square.choice_name]
        held = {key: facts.value(key) for key in keys}
        for entry in self.panel.entries:
            for field in entry.fields:
                is_explanation = field.name.startswith(EXPLANATION)
                held[field.name] = field.value if is_explanation else facts.value(field.name)
        return held

    @cached_property
    def panel(self) -> Panel:
        """The panel beside the table."""
        owed, examined = self.filing.obligation, self.examined
        return findings_panel(
            examined,
            rule_counts(examined),
            places=self.table.squares(),
            unanswered=self.unanswered,
            report=report_line(owed.cycle, examined),
            ask_url=reverse("assessments:waiver_ask", args=[owed.pk]),
            asked=examined.asked,
            computed=self.computed,
        )


def edit_page(
    filing: Filing,
    facts: Facts,
    *,
    marks: Iterable[Mark] = (),
    problems: Iterable[UnsavedSquare] = (),
    examined: Examined | None = None,
) -> EditPage:
    """The page of ``facts``.

    ``problems`` say at their squares what was not saved. ``examined`` spares checking again what was checked already.
    """
    computed, marks = compute(facts), list(marks)
    examined = examined or examine(filing, facts, computed)
    unsaved = tuple(problem.as_finding() for problem in problems)
    overlay = Overlay(
        findings=(*unsaved, *(item.finding for item in examined.binding)),
        explained=settled_in_words(examined.at_squares),
        marks={mark.key: mark.state for mark in marks},
    )
    table = draw(facts, mode=Mode.EDIT, computed=computed, overlay=overlay, words=words_for(filing, facts))
    unanswered = tuple(mark.key for mark in marks if mark.state == Mark.State.OPEN and mark.sent_at)
    return EditPage(filing, computed, examined, table, unanswered)


def with_values(facts: Facts, values: Mapping[str, str]) -> Facts:
    """``facts`` with other texts in some squares; keys that the filing does not have are left out."""
    return replace(
        facts,
        squares={key: values.get(key, text) for key, text in facts.squares.items()},
        lists={name: tuple(_row_with_values(row, values) for row in rows) for name, rows in facts.lists.items()},
    )


def _row_with_values(row: Row, values: Mapping[str, str]) -> Row:
    prefix = row.key("")
    changed = {key.removeprefix(prefix): text for key, text in values.items() if key.startswith(prefix)}
    for name, choices in (("nature", Nature), ("grade", Grade)):
        if changed.get(name, "") not in {"", *choices}:
            changed[name] = ""
    return row.having(**changed)
