"""The page on which a filing is filled in: its table and what is found in it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from assessments.domain.computed import Computed, compute
from assessments.domain.consistency import Finding, check
from assessments.domain.facts import INDICATOR_FIELDS, Facts, Grade, Indicator, Nature
from assessments.models import Filing, Mark
from assessments.rendering.drawables import Mode, Overlay, Table
from assessments.rendering.edit_problems import Problem
from assessments.rendering.findings_panel import EXPLANATION, Panel, findings_panel
from assessments.rendering.pages import words_for
from assessments.rendering.squares import Widget
from assessments.rendering.table import draw
from assessments.sheets.contents import TYPED


@dataclass(frozen=True, slots=True)
class EditPage:
    """One filing's facts with all that is drawn from them; ``explained`` maps (rule, key) to the unit's words.

    ``unanswered`` are the keys of squares whose mark waits for an answer.
    """

    facts: Facts
    computed: Computed
    findings: tuple[Finding, ...]
    explained: Mapping[tuple[str, str], str]
    table: Table
    unanswered: tuple[str, ...]

    @property
    def layout(self) -> str:
        """A digest of what makes the table's shape: rows, merged levels, what is typed and what is computed."""
        rows = [(row.ref, row.level1, row.level2) for row in self.facts.indicators]
        kinds = [(key, square.kind, square.choice_name) for key, square in self.table.squares().items()]
        return hashlib.sha256(json.dumps([rows, kinds]).encode()).hexdigest()[:16]

    def held(self, facts: Facts) -> dict[str, str]:
        """What ``facts`` hold in each field of the page, by the field's name."""
        squares = self.table.squares().values()
        keys = [square.key for square in squares if square.kind in TYPED]
        keys += [square.choice_name for square in squares if square.choice_name]
        held = {key: facts.value(key) for key in keys}
        for entry in self.panel().entries:
            for field in entry.fields:
                is_explanation = field.name.startswith(EXPLANATION)
                held[field.name] = field.value if is_explanation else facts.value(field.name)
        return held

    def panel(self) -> Panel:
        """What stands beside the table."""
        places = self.table.squares()
        return findings_panel(self.facts, self.findings, self.explained, places=places, unanswered=self.unanswered)


def edit_page(
    filing: Filing,
    facts: Facts,
    *,
    marks: Iterable[Mark] = (),
    widget: Widget | None = None,
    problems: Iterable[Problem] = (),
) -> EditPage:
    """The page of ``facts``; without ``widget`` the squares stand without their inputs, for a page that has them.

    ``problems`` say at their squares what was not saved.
    """
    computed, marks = compute(facts), list(marks)
    findings = check(facts, computed)
    explained = {(item.rule, item.key): item.text for item in filing.explanations.all()}
    unsaved = tuple(problem.as_finding() for problem in problems)
    overlay = Overlay(
        findings=(*unsaved, *findings), explained=frozenset(explained), marks={mark.key: mark.state for mark in marks}
    )
    table = draw(facts, mode=Mode.EDIT, computed=computed, overlay=overlay, widget=widget, words=words_for(filing))
    unanswered = tuple(mark.key for mark in marks if mark.state == Mark.State.OPEN and mark.sent_at)
    return EditPage(facts, computed, findings, explained, table, unanswered)


def with_values(facts: Facts, values: Mapping[str, str]) -> Facts:
    """``facts`` with other texts in some squares; keys that the filing does not have are left out."""
    return replace(
        facts,
        texts={key: values.get(key, text) for key, text in facts.texts.items()},
        money={key: values.get(key, text) for key, text in facts.money.items()},
        indicators=tuple(_row_with_values(row, values) for row in facts.indicators),
    )


def _row_with_values(row: Indicator, values: Mapping[str, str]) -> Indicator:
    changed: dict[str, Any] = {name: values[row.key(name)] for name in INDICATOR_FIELDS if row.key(name) in values}
    for name, choices in (("nature", Nature), ("grade", Grade)):
        if name in changed:
            changed[name] = next((choice for choice in choices if choice == changed[name]), None)
    return replace(row, **changed)
