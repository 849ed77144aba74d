"""The panel beside a report: what was found in its words, each with the words one click away."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from assessments.domain.consistency import Finding, Severity
from assessments.domain.consistency.needs import NEED_NAMES
from assessments.domain.unprintable import RULE as UNPRINTABLE
from assessments.models import Waiver
from assessments.rendering.findings.finding_view import arithmetic_beside
from assessments.rendering.findings.narrative_words import Place, PlacesInText
from assessments.rendering.findings.rule_counts import RuleCounts
from assessments.services.anchors import anchor_of
from assessments.services.frozen import Frozen, Waived, waived_by
from assessments.services.narrative_findings import ExaminedText
from assessments.services.wording import in_words

_TONES = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.NOTICE: "note"}
_ORDER = ("err", "warn", "note")
#: Before the rule and the anchor in the name of the field that explains a warning.
EXPLANATION = "explain:"


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in a text, what the unit said to it, and the waivers by which it asks for nothing."""

    finding: Finding
    anchor: str
    explanation: str = ""
    waivers: tuple["WaivedFor", ...] = ()
    partly: tuple["WaivedFor", ...] = ()


@dataclass(frozen=True, slots=True)
class WaivedFor:
    """A waiver of the filing of one fund."""

    fund: str
    waived: Waived

    @property
    def until(self) -> date | None:
        """The last day that it holds."""
        return date.fromisoformat(self.waived.until) if self.waived.until else None


@dataclass(frozen=True, slots=True)
class NarrativeEntry:
    """One entry of the panel: findings of one rule that say the same of the same words.

    ``waivers`` settle it; those that hold ``partly`` leave it to the other papers. ``typed`` stands in the field of the
    explanation where it could not be saved, and was written on ``read`` where that is not what stands now; one click
    ``removes`` a character.
    """

    rule: str
    anchor: str
    tone: str
    title: str
    sentence: str
    arithmetic: str
    places: tuple[Place, ...]
    explanation: str
    waivers: tuple[WaivedFor, ...]
    asks: bool
    typed: str = ""
    read: str | None = None
    removes: str = ""
    partly: tuple[WaivedFor, ...] = ()

    @property
    def name(self) -> str:
        """What the entry is known by when the panel is drawn again, and its id on the page."""
        return f"find-{self.rule}-{self.anchor[:16]}"

    @property
    def settled(self) -> bool:
        """Whether it asks for nothing any more: waived, explained, or answered as misread."""
        return bool(self.waivers) or (self.tone in ("err", "warn") and bool(self.explanation))

    @property
    def is_misread(self) -> bool:
        """Whether the unit said that the system read these words wrongly."""
        return self.tone == "err" and bool(self.explanation)

    @property
    def look(self) -> str:
        """How its words are underlined: err, warn, note, or told."""
        return "told" if self.settled else self.tone

    @property
    def was(self) -> str:
        """What the author of the explanation has read of it."""
        return self.explanation if self.read is None else self.read

    @property
    def field(self) -> str:
        """The name of the field that explains it; blank where there is nothing to explain."""
        return f"{EXPLANATION}{self.rule}:{self.anchor}" if self.asks else ""


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
    said = [
        Said(item.finding, item.anchor, item.explanation, _all_waived(item.waivers), _all_waived(item.partly))
        for item in examined.findings
    ]
    return NarrativePanel(
        errors=examined.errors,
        warnings=examined.unexplained,
        entries=_entries(said, examined.paragraphs, may_explain=may_explain),
        rules=_counts(examined) if examined.paragraphs else None,
        blank=not examined.paragraphs,
        live=may_explain,
    )


def panel_of_version(kept: Iterable[tuple[str, Frozen]], paragraphs: Sequence[str]) -> NarrativePanel:
    """The panel of a text that was sent, each finding once; ``kept`` are those of filings, with the fund's name."""
    places, found = PlacesInText(paragraphs), dict[tuple[str, str, Place | None], Said]()
    for fund, item in kept:
        finding, anchor = item.finding, anchor_of(item.finding, paragraphs)
        at = (finding.rule, anchor, places.of(finding))
        known = found.get(at, Said(finding, anchor))
        waivers = (*known.waivers, *([WaivedFor(fund, item.waived)] if item.waived else []))
        said = item.explanation or known.explanation
        found[at] = Said(finding, anchor, said, waivers)
    entries = _entries(found.values(), paragraphs, may_explain=False)
    open_entries = [entry for entry in entries if not entry.settled]
    return NarrativePanel(
        errors=sum(entry.tone == "err" for entry in open_entries),
        warnings=sum(entry.tone == "warn" for entry in open_entries),
        entries=entries,
    )


def _entries(said: Iterable[Said], paragraphs: Sequence[str], *, may_explain: bool) -> tuple[NarrativeEntry, ...]:
    groups: dict[tuple[str, str], list[Said]] = {}
    for item in said:
        groups.setdefault((item.finding.rule, item.anchor), []).append(item)
    places = PlacesInText(paragraphs)
    entries = [_entry(group, places, may_explain=may_explain) for group in groups.values()]
    return tuple(sorted(entries, key=lambda entry: _ORDER.index(entry.tone)))


def _entry(group: Sequence[Said], text: PlacesInText, *, may_explain: bool) -> NarrativeEntry:
    first = group[0]
    finding = first.finding
    places = (text.of(item.finding) for item in group)
    return NarrativeEntry(
        rule=finding.rule,
        anchor=first.anchor,
        tone=_TONES[finding.severity],
        title=in_words(finding.title),
        sentence=in_words(finding.message),
        arithmetic=arithmetic_beside(finding),
        places=tuple(place for place in places if place),
        explanation=first.explanation,
        waivers=first.waivers,
        partly=first.partly,
        removes=finding.found if may_explain and finding.rule == UNPRINTABLE else "",
        asks=may_explain and finding.is_answered_in_words and not first.waivers,
    )


def _all_waived(waivers: Iterable[Waiver]) -> tuple[WaivedFor, ...]:
    return tuple(WaivedFor(waiver.obligation.fund_name, waived_by(waiver)) for waiver in waivers)


def _counts(examined: ExaminedText) -> RuleCounts:
    lacking = tuple(
        (rule, _("、").join(_(NEED_NAMES[need]) for need in needs)) for rule, needs in sorted(examined.lacking.items())
    )
    return RuleCounts(len(examined.applied), len(examined.passed), lacking)
