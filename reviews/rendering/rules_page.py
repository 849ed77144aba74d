"""The page 勾稽规则: every rule in the reader's words, narrowed to what was asked for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.translation import gettext

from assessments.domain.consistency import SEVERITY_NAMES, Finding, Severity
from assessments.domain.consistency.rule_sets import holds
from assessments.services.wording import in_words
from reviews.services.rulebook import Chapter, RulebookEntry

NOTHING_MISREAD: Mapping[str, int] = MappingProxyType({})
#: Tone of a tag and its icon.
_LOOKS = {Severity.ERROR: ("err", "err"), Severity.WARNING: ("warn", "warn"), Severity.NOTICE: ("", "note")}


@dataclass(frozen=True, slots=True)
class Says:
    """A sentence that the portal says of the example, and how it was reckoned."""

    sentence: str
    arithmetic: str
    severity: str


@dataclass(frozen=True, slots=True)
class ShownPart:
    """One part of a rule; ``text`` is everything in it that can be searched for, ``shown`` whether it was asked for."""

    severity: Severity
    severity_name: str
    tone: str
    icon: str
    title: str
    compares: str
    source: str
    needs: tuple[str, ...]
    since: str
    passes: str
    fails: str
    says: tuple[Says, ...]
    text: str
    shown: bool


@dataclass(frozen=True, slots=True)
class RuleSection:
    """One rule with its parts; ``misread`` counts how often units said that it read their words wrongly."""

    id: str
    parts: tuple[ShownPart, ...]
    misread: int = 0

    @property
    def title(self) -> str:
        """The rule in a few words: those of its first part."""
        return self.parts[0].title

    @property
    def shown(self) -> bool:
        """True if any part was asked for."""
        return any(part.shown for part in self.parts)


def sections(
    chapters: Iterable[Chapter],
    *,
    words: str = "",
    severity: str = "",
    rule_set: str = "",
    misread: Mapping[str, int] = NOTHING_MISREAD,
) -> tuple[RuleSection, ...]:
    """Every rule, in the active language; what was not asked for is there and not shown.

    A blank narrows nothing; ``words`` must all occur in a part, in any order, whatever their case.
    """
    asked = words.casefold().split()

    def is_wanted(entry: RulebookEntry, text: str) -> bool:
        fits = not severity or entry.severity == severity
        return fits and (not rule_set or holds(rule_set, entry.since)) and all(word in text for word in asked)

    return tuple(
        RuleSection(
            chapter.id,
            tuple(_part(chapter.id, entry, is_wanted) for entry in chapter.entries),
            misread.get(chapter.id, 0),
        )
        for chapter in chapters
    )


def _part(rule: str, entry: RulebookEntry, is_wanted: Callable[[RulebookEntry, str], bool]) -> ShownPart:
    tone, icon = _LOOKS[entry.severity]
    needs = tuple(gettext(need) for need in entry.needs)
    passes, fails = gettext(entry.example.passes.says), gettext(entry.example.fails.says)
    says = tuple(_says(finding) for finding in entry.found[:1])
    title, compares = gettext(entry.title), gettext(entry.compares)
    sentences = [one.sentence for one in says]
    text = " ".join([rule, title, compares, entry.source, *needs, passes, fails, *sentences]).casefold()
    return ShownPart(
        severity=entry.severity,
        severity_name=gettext(SEVERITY_NAMES[entry.severity]),
        tone=tone,
        icon=icon,
        title=title,
        compares=compares,
        source=entry.source,
        needs=needs,
        since=entry.since,
        passes=passes,
        fails=fails,
        says=says,
        text=text,
        shown=is_wanted(entry, text),
    )


def _says(finding: Finding) -> Says:
    arithmetic = in_words(finding.arithmetic) if finding.arithmetic else ""
    return Says(in_words(finding.message), arithmetic, gettext(SEVERITY_NAMES[finding.severity]))
