"""What was found in a filing, as its pages list it: each finding with what was said to it, or why it asks nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assessments.domain.consistency import Finding, Severity
from assessments.domain.facts import Facts
from assessments.domain.workflow import WITH_THE_UNIT, State
from assessments.models import Filing, Snapshot
from assessments.permissions import is_read_by_unit
from assessments.queries import facts_of, facts_of_snapshot, latest_snapshot
from assessments.rendering.grid.addresses import shown_at
from assessments.rendering.grid.drawables import element_id, words_id
from assessments.services.anchors import words_of
from assessments.services.examining import Examined, examine
from assessments.services.explanations_on_squares import NOTHING_TOLD, Told, telling_of
from assessments.services.frozen import Waived, findings_of, waived_by
from assessments.services.wording import in_words
from portal.accounts.models import User

_TONES = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.NOTICE: "note"}


@dataclass(frozen=True, slots=True)
class Found:
    """One finding; ``words`` are those of the narrative that it is about, blank for one at a square."""

    finding: Finding
    told: Told = NOTHING_TOLD
    waived: Waived | None = None
    words: str = ""
    in_narrative: bool = False

    @property
    def tone(self) -> str:
        """How it is drawn: err, warn, note, or waived."""
        return "waived" if self.waived else _TONES[self.finding.severity]

    @property
    def is_misread(self) -> bool:
        """Whether the unit said that the system read its words wrongly."""
        return self.finding.may_be_misread and self.told.stands

    @property
    def until(self) -> date | None:
        """The last day of its waiver."""
        return date.fromisoformat(self.waived.until) if self.waived and self.waived.until else None

    @property
    def target_id(self) -> str:
        """The id, in a table that is only read, of the words it is about; of the square where there are none."""
        finding, span = self.finding, self.finding.span
        if span is None or span.narrative is not None or self.waived:
            return element_id(shown_at(finding.where))
        return words_id(finding.where, span.start)

    @property
    def arithmetic(self) -> str:
        """How the figure was recomputed, where the sentence does not say it."""
        return arithmetic_beside(self.finding)


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in the form and in the narrative that goes with it, and the facts that it was found in."""

    facts: Facts
    at_squares: tuple[Found, ...]
    in_narrative: tuple[Found, ...]
    has_narrative: bool = False

    @property
    def binding(self) -> tuple[Finding, ...]:
        """The findings at squares whose rule is not waived."""
        return tuple(found.finding for found in self.at_squares if not found.waived)

    @property
    def explained(self) -> frozenset[tuple[str, str]]:
        """Rule and square of everything that is settled in words; of several at one square all are."""
        return explained_at((found.finding, found.told) for found in self.at_squares)


def findings_for(user: User, filing: Filing) -> Findings:
    """What this person may know: the unit what the rules say now while the paper is with it, else what was submitted.

    ``filing`` is one that ``user`` may read, so that without a snapshot it is the unit's own.
    """
    is_at_home = is_read_by_unit(user, filing) and not filing.imported and State(filing.state) in WITH_THE_UNIT
    snapshot = None if is_at_home else latest_snapshot(filing)
    if snapshot is None:
        facts = facts_of(filing)
        return findings_now(filing, facts, examine(filing, facts))
    return findings_then(snapshot)


def findings_now(filing: Filing, facts: Facts, examined: Examined) -> Findings:
    """What ``examined`` holds; ``filing`` has its explanations prefetched."""
    telling, waivers = telling_of(filing), {rule: waived_by(waiver) for rule, waiver in examined.waivers.items()}
    squares = [Found(item, telling.of(item), waivers.get(item.rule)) for item in examined.findings]
    texts = [
        _in_narrative(item, examined.explanation_in_narrative(item), waivers.get(item.rule), examined.paragraphs)
        for item in examined.in_narrative
    ]
    return Findings(facts, tuple(squares), tuple(texts), bool(examined.paragraphs))


def findings_then(snapshot: Snapshot) -> Findings:
    """What ``snapshot`` keeps."""
    frozen = findings_of(snapshot)
    paragraphs = snapshot.narrative.text.split("\n") if snapshot.narrative else []
    squares = [Found(item.finding, _told(item.explanation), item.waived) for item in frozen if not item.in_narrative]
    texts = [
        _in_narrative(item.finding, item.explanation, item.waived, paragraphs) for item in frozen if item.in_narrative
    ]
    return Findings(facts_of_snapshot(snapshot), tuple(squares), tuple(texts), bool(snapshot.narrative))


def explained_at(told: Iterable[tuple[Finding, Told]]) -> frozenset[tuple[str, str]]:
    """Rule and square of everything that is settled in words; of several of one rule at one square all are."""
    stands: dict[tuple[str, str], bool] = {}
    for finding, said in told:
        if finding.is_answered_in_words:
            place = (finding.rule, finding.where)
            stands[place] = said.stands and stands.get(place, True)
    return frozenset(place for place, all_stand in stands.items() if all_stand)


def arithmetic_beside(finding: Finding) -> str:
    """How the figure was recomputed; blank where the sentence of the finding says it already."""
    if finding.arithmetic is None:
        return ""
    shown = in_words(finding.arithmetic)
    return "" if shown in in_words(finding.message) else shown


def _in_narrative(finding: Finding, text: str, waived: Waived | None, paragraphs: Sequence[str]) -> Found:
    return Found(finding, _told(text), waived, words_of(finding, paragraphs), in_narrative=True)


def _told(text: str) -> Told:
    return Told(text, stands=bool(text))
