"""One square of a filing, ready to be drawn: its value, its state, its input, and the line under it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from assessments.domain.consistency import Finding, Severity
from assessments.domain.facts import Indicator
from assessments.editions import edition_of
from assessments.rendering.grid.addresses import shown_at
from assessments.rendering.grid.drawables import NOTHING_LAID_OVER, Input, Mode, Overlay, ReadingLine, Square
from assessments.rendering.grid.text_widths import line_count
from assessments.rendering.grid.underlined import pieces_of
from assessments.rendering.grid.values import Shown, Values
from assessments.services.wording import in_words
from assessments.sheets.contents import TYPED, Box, SquareKind
from assessments.sheets.grid import Cell, Grid

_ON_PAPER = {
    SquareKind.LONG_TEXT: "txt",
    SquareKind.TEXT: "val",
    SquareKind.LOCKED: "val",
    SquareKind.MONEY: "num",
    SquareKind.POINTS: "num",
    SquareKind.COMPUTED: "num",
    SquareKind.NAME: "name",
    SquareKind.SQUARE: "val",
    SquareKind.LEVEL: "lv",
}
#: Kinds under whose value nothing is said.
_WITHOUT_LINE = (SquareKind.LOCKED, SquareKind.LEVEL)
_TONES = {Severity.ERROR: ("err", "err"), Severity.WARNING: ("warn", "warn"), Severity.NOTICE: ("note", "dot")}
_WORST_FIRST = list(_TONES)
#: Characters of 14 px that fit on one millimetre of a column, on the narrowest screen the portal is made for.
_CHARACTERS_PER_MM = 0.36
_PADDING = 1.3


@dataclass(frozen=True)
class SquareDrawer:
    """Draws the squares of one filing in one mode."""

    values: Values
    mode: Mode
    grid: Grid
    overlay: Overlay = NOTHING_LAID_OVER

    def __call__(self, cell: Cell, box: Box) -> Square:
        kind, shown = self.values.kind(box), self.values.shown(box)
        if self.mode is Mode.PRINT:
            return Square(box.key, kind, box.address, box.label, shown.value, _ON_PAPER[box.kind])
        found = self._findings[box.key]
        return Square(
            key=box.key,
            kind=kind,
            address=box.address,
            name=self._name(box),
            value=shown.value,
            classes=self._classes(box, kind, shown, found),
            input=self._input(cell, box, kind, shown.value, found),
            reading=self._reading(box, shown, found),
            detail=self._detail(box, shown, found),
            corner="fx" if shown.by_system else "lock" if kind is SquareKind.LOCKED and self.mode is Mode.EDIT else "",
            mark=self.overlay.marks.get(box.key, ""),
            hint=_("由系统管理员维护") if kind is SquareKind.LOCKED and self.mode is Mode.EDIT else "",
            has_line=self.mode is Mode.EDIT and kind not in _WITHOUT_LINE,
            choice_name=box.key.replace(".actual", ".grade") if self._chooses(box) else "",
            choices=self.values.grades(box) if self._chooses(box) else (),
            pieces=pieces_of(box.key, shown.value, found) if self.mode is Mode.READ else (),
        )

    @cached_property
    def _findings(self) -> Mapping[str, list[Finding]]:
        by_key: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in sorted(self.overlay.findings, key=lambda finding: _WORST_FIRST.index(finding.severity)):
            by_key[shown_at(finding.where)].append(finding)
        return by_key

    def _chooses(self, box: Box) -> bool:
        return self.mode is Mode.EDIT and self.values.is_graded(box)

    def _name(self, box: Box) -> str:
        name = f"{box.label}，{self.values.facts.amount_unit}" if box.kind is SquareKind.MONEY else box.label
        return self._of_row % {"row": box.row_no, "name": name} if box.row_no else name

    @cached_property
    def _of_row(self) -> str:
        return _("第%(row)d行 %(name)s")

    def _severity(self, finding: Finding) -> Severity:
        """Its own; an error of which the unit says that it was misread asks no more than a warning does."""
        told = finding.severity is Severity.ERROR and self._told(finding)
        return Severity.WARNING if told else finding.severity

    def _told(self, finding: Finding) -> bool:
        return (finding.rule, finding.where) in self.overlay.explained

    def _classes(self, box: Box, kind: SquareKind, shown: Shown, found: Iterable[Finding]) -> str:
        if kind is SquareKind.LEVEL:
            return "lv sq" if self.mode is Mode.EDIT else "lv"
        names = ["sq"] if self.mode is Mode.EDIT else ["sq", "ro"]
        names += ["money"] if kind in (SquareKind.MONEY, SquareKind.POINTS, SquareKind.COMPUTED) else []
        names += ["is-calc"] if shown.by_system else []
        names += ["is-lock"] if kind is SquareKind.LOCKED and self.mode is Mode.EDIT else []
        names += ["is-diff"] if box.key in self.overlay.differences else []
        names += _mark_classes(self.overlay.marks.get(box.key, ""))
        asking = [finding for finding in found if finding.severity is not Severity.NOTICE]
        left = [finding for finding in asking if not self._told(finding)]
        if any(finding.severity is Severity.ERROR for finding in left):
            names.append("is-err")
        elif asking:
            names.append("is-warn" if left else "is-warn told")
        return " ".join(names)

    def _reading(self, box: Box, shown: Shown, found: list[Finding]) -> ReadingLine:
        """The worst finding, else what changed, else how the value was read."""
        if found:
            tone, icon = _TONES[self._severity(found[0])]
            return ReadingLine(in_words(found[0].short), tone, icon)
        if change := self.overlay.differences.get(box.key):
            text = _("第%(version)d版") % {"version": change.version}
            return ReadingLine(text, "diff", was=change.was or _("（空）"))
        if said := self._said(box):
            return ReadingLine(_("已说明：%(words)s") % {"words": "　".join(said.values())}, "said", "pen")
        return shown.reading

    def _said(self, box: Box) -> dict[str, str]:
        """What the unit says about a deviation, which stands at the name of its row, by what it is called."""
        row = self._rows.get(box.key)
        if row is None:
            return {}
        words = {_("偏差原因"): row.deviation_reason.strip(), _("改进措施"): row.corrective_measure.strip()}
        return {name: text for name, text in words.items() if text}

    @cached_property
    def _rows(self) -> Mapping[str, Indicator]:
        """The rows of which something may be said, by the key of their names."""
        facts = self.values.facts
        is_beside = self.mode is Mode.EDIT and not edition_of(facts).says_why_in_rows
        rows = facts.indicators if is_beside else ()
        return {row.key("level3"): row for row in rows if row.deviation_reason or row.corrective_measure}

    def _detail(self, box: Box, shown: Shown, found: list[Finding]) -> str:
        """What the status bar says: the findings in full, else how the value was read and what follows from it."""
        if found:
            return _("；").join(in_words(finding.message) for finding in found)
        said = [f"{name}{_('：')}{text}" for name, text in self._said(box).items()]
        return "　".join(filter(None, (self.values.detail(box, shown), *said)))

    def _input(self, cell: Cell, box: Box, kind: SquareKind, value: str, found: list[Finding]) -> Input | None:
        if self.mode is not Mode.EDIT or kind not in TYPED:
            return None
        lines = max(self._lines(cell, value), 3 if kind is SquareKind.LONG_TEXT else 1)
        is_wrong = any(self._severity(finding) is Severity.ERROR for finding in found)
        return Input(box.limit, lines, is_wrong, self._blank)

    @cached_property
    def _blank(self) -> str:
        return _("未填")

    def _lines(self, cell: Cell, value: str) -> int:
        width = sum(self.grid.columns[cell.col : cell.col + cell.cols])
        return line_count(value, width * _CHARACTERS_PER_MM - _PADDING)


def _mark_classes(state: str) -> list[str]:
    if not state:
        return []
    return ["is-mark", "closed"] if state == "closed" else ["is-mark"]
