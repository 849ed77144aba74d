"""The page on which a filing is filled in: its table, what is found, and what the status bar says of each square."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from assessments.domain.computed import Computed, compute
from assessments.domain.consistency import Finding, check
from assessments.domain.facts import INDICATOR_FIELDS, Facts, Grade, Indicator, Nature, split_indicator_key
from assessments.domain.rounding import printed_rate
from assessments.models import Filing, Mark
from assessments.rendering.drawables import Mode, Overlay, Square, Table
from assessments.rendering.findings_panel import EXPLANATION, Panel, findings_panel
from assessments.rendering.pages import words_for
from assessments.rendering.squares import Widget
from assessments.rendering.table import draw
from assessments.rendering.values import ON_SCREEN
from assessments.services.wording import in_words
from assessments.sheets.contents import TYPED, Kind


@dataclass(frozen=True, slots=True)
class EditPage:
    """One filing's facts with all that is drawn from them; ``explained`` maps (rule, key) to the unit's words."""

    facts: Facts
    computed: Computed
    findings: tuple[Finding, ...]
    explained: Mapping[tuple[str, str], str]
    table: Table

    @property
    def layout(self) -> str:
        """A digest of what makes the table's shape: rows, merged levels, what is typed and what is computed."""
        rows = [(row.ref, row.level1, row.level2) for row in self.facts.indicators]
        kinds = [(key, square.kind) for key, square in self.table.squares().items()]
        return hashlib.sha256(json.dumps([rows, kinds]).encode()).hexdigest()[:16]

    def held(self, facts: Facts) -> dict[str, str]:
        """What ``facts`` hold in each field of the page, by the field's name: squares, grades, reasons, explanations."""
        squares = self.table.squares().values()
        typed = [square.key for square in squares if square.kind in TYPED]
        graded = [square.choice_name for square in squares if square.choice_name]
        beside = {field.name: field.value for entry in self.panel().entries for field in entry.fields}
        return {**beside, **{key: facts.value(key) for key in [*typed, *graded, *beside] if key not in self.explanations}}

    @property
    def explanations(self) -> frozenset[str]:
        """The names of the fields that explain a warning."""
        return frozenset(
            field.name for entry in self.panel().entries for field in entry.fields if field.name.startswith(EXPLANATION)
        )

    def panel(self) -> Panel:
        """What stands beside the table."""
        return findings_panel(self.facts, self.findings, self.explained, places=self.table.squares())

    def details(self) -> dict[str, str]:
        """What the status bar says of each square, by key."""
        said: dict[str, list[str]] = {}
        for finding in self.findings:
            said.setdefault(finding.where, []).append(in_words(finding.message))
        return {key: self._detail(square, said.get(key, ())) for key, square in self.table.squares().items()}

    def _detail(self, square: Square, problems: Sequence[str]) -> str:
        if problems:
            return "　".join(problems)
        if square.hint:
            return square.hint
        parts = [_("读作 %(reading)s") % {"reading": square.reading.text}] if square.reading.text else []
        if square.kind == Kind.COMPUTED:
            parts = [f"{square.reading.text} = {square.value}"] if square.reading.text else [square.value]
        return "　".join([*parts, *self._completion(square)])

    def _completion(self, square: Square) -> list[str]:
        """How the completion rate of the square's row came about, beside its target and its actual."""
        parts = split_indicator_key(square.key)
        if not parts or parts[1] not in ("target", "actual") or parts[0] not in self.computed.rows:
            return []
        rate = self.computed.rows[parts[0]].completion
        if rate.value is None or rate.arithmetic is None:
            return []
        figures = {"arithmetic": in_words(rate.arithmetic), "rate": printed_rate(rate.value, ON_SCREEN)}
        return [_("完成率 %(arithmetic)s = %(rate)s") % figures]


def edit_page(
    filing: Filing, facts: Facts, *, marks: Iterable[Mark] = (), widget: Widget | None = None
) -> EditPage:
    """The page of ``facts``; without ``widget`` the squares stand without their inputs, for a page that has them."""
    computed = compute(facts)
    findings = check(facts, computed)
    explained = {(item.rule, item.key): item.text for item in filing.explanations.all()}
    overlay = Overlay(
        findings=findings, explained=frozenset(explained), marks={mark.key: mark.state for mark in marks}
    )
    table = draw(
        facts, mode=Mode.EDIT, computed=computed, overlay=overlay, widget=widget, words=words_for(filing)
    )
    return EditPage(facts, computed, findings, explained, table)


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
