"""The panel beside a report: what was found in its words, each with the words one click away."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from assessments.domain.consistency import Severity
from assessments.domain.consistency.needs import NEED_NAMES
from assessments.domain.unprintable import RULE as UNPRINTABLE
from assessments.rendering.findings.finding_view import FindingView
from assessments.rendering.findings.narrative_words import Place, PlacesInText
from assessments.rendering.findings.rule_counts import RuleCounts
from assessments.services.answered_findings import AnsweredFinding
from assessments.services.answered_together import together_in_text
from assessments.services.narrative_findings import ExaminedText

#: Entries in this order, each tone in the order of the text.
_ORDER = list(Severity)


@dataclass(frozen=True, slots=True)
class NarrativeEntry:
    """One entry of the panel: findings that one explanation answers; ``first`` is the one that it is named after.

    ``asks``: it has a field for the unit's words. ``typed`` stands in it where that could not be saved, and was written
    on ``read`` where that is not what stands now; one click ``removes`` a character.
    """

    first: FindingView
    places: tuple[Place, ...]
    asks: bool
    typed: str = ""
    read: str | None = None
    removes: str = ""

    @property
    def answered(self) -> AnsweredFinding:
        """The finding with the unit's words and the waivers."""
        return self.first.answered

    @property
    def name(self) -> str:
        """The name that the entry is known by when the panel is drawn again, and its id on the page."""
        return f"find-{self.answered.rule}-{self.answered.anchor[:16]}"

    @property
    def settled(self) -> bool:
        """Asks for nothing any more: waived, explained, or answered as misread."""
        return bool(self.answered.waivers) or self.answered.stands

    @property
    def look(self) -> str:
        """The underline of its words: err, warn, note, or told."""
        return "told" if self.settled else self.first.tone

    @property
    def text(self) -> str:
        """The words in its field."""
        return self.typed or self.answered.explanation

    @property
    def was(self) -> str:
        """The words that the author of the explanation has read of it."""
        return self.answered.explanation if self.read is None else self.read

    @property
    def field(self) -> str:
        """The name of the field that explains it; blank where there is nothing to explain."""
        return self.first.field if self.asks else ""


@dataclass(frozen=True, slots=True)
class NarrativePanel:
    """Counts first, then the entries: errors, warnings, notices, each in the order of the text.

    ``rules`` are the counts of the rules that read running text, None where they are not known any more. ``blank``:
    nothing is written; ``live``: the person writes here.
    """

    errors: int
    warnings: int
    entries: tuple[NarrativeEntry, ...]
    rules: RuleCounts | None = None
    blank: bool = False
    live: bool = False

    @property
    def digest(self) -> str:
        """Tells whether a page shows this panel already."""
        return hashlib.sha256(repr(self).encode(errors="backslashreplace")).hexdigest()[:16]

    def with_typed(self, words: Mapping[str, str], read: Mapping[str, str]) -> "NarrativePanel":
        """The same with ``words`` in the fields of these names, and what they were written on."""
        entries = (
            replace(entry, typed=words.get(entry.field, ""), read=read.get(entry.field)) for entry in self.entries
        )
        return replace(self, entries=tuple(entries))

    def spans(self) -> list[list[Any]]:
        """The words to underline, for the script: paragraph, start, end, look, name of the entry."""
        return [
            [place.paragraph, place.start, place.end, entry.look, entry.name]
            for entry in self.entries
            for place in entry.places
        ]


def panel_of(examined: ExaminedText, *, may_explain: bool) -> NarrativePanel:
    """The panel of the text as it stands; with ``may_explain`` a warning has a field for the unit's words."""
    return NarrativePanel(
        errors=examined.errors,
        warnings=examined.unexplained,
        entries=_entries(examined.findings, examined.paragraphs, may_explain=may_explain),
        rules=_counts(examined) if examined.paragraphs else None,
        blank=not examined.paragraphs,
        live=may_explain,
    )


def panel_of_version(kept: Iterable[AnsweredFinding], paragraphs: Sequence[str]) -> NarrativePanel:
    """The panel of a text that was sent; ``kept`` is what the filings that went with it keep of it."""
    entries = _entries(kept, paragraphs, may_explain=False)
    return NarrativePanel(
        errors=sum(entry.answered.must_change for entry in entries),
        warnings=sum(entry.answered.must_explain for entry in entries),
        entries=entries,
    )


def _entries(
    found: Iterable[AnsweredFinding], paragraphs: Sequence[str], *, may_explain: bool
) -> tuple[NarrativeEntry, ...]:
    places = PlacesInText(paragraphs)
    entries = [_entry(group, places, may_explain=may_explain) for group in together_in_text(found)]
    return tuple(sorted(entries, key=lambda entry: _ORDER.index(entry.first.finding.severity)))


def _entry(group: Sequence[AnsweredFinding], text: PlacesInText, *, may_explain: bool) -> NarrativeEntry:
    first = FindingView(group[0])
    finding = first.finding
    places = (text.of(item.finding) for item in group)
    return NarrativeEntry(
        first=first,
        places=tuple(place for place in places if place),
        asks=may_explain and finding.is_answered_in_words and not group[0].waivers,
        removes=finding.found if may_explain and finding.rule == UNPRINTABLE else "",
    )


def _counts(examined: ExaminedText) -> RuleCounts:
    lacking = tuple(
        (rule, _("、").join(_(NEED_NAMES[need]) for need in needs)) for rule, needs in sorted(examined.lacking.items())
    )
    return RuleCounts(len(examined.applied), len(examined.passed), lacking)
