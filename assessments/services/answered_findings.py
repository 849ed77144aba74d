"""A finding with its answer: what the unit said to it, the waivers of its rule, and what it still asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from assessments.domain.consistency import Finding, Severity
from assessments.domain.facts import Facts
from assessments.models import Explanation, Filing, Waiver
from assessments.services.anchors import anchor_of, words_of
from assessments.services.explanations_on_squares import about, key_of


@dataclass(frozen=True, slots=True)
class GrantedWaiver:
    """The rule that is set aside, the prefecture's reason, who approved it, and the last day that it holds.

    ``fund`` names the paper that it stands on; ``since``: granted after the version in question was submitted.
    """

    rule: str
    reason: str
    approver: str
    until: date | None
    fund: str = ""
    since: bool = False


#: Waivers by the rules that they set aside.
WaiversByRule = Mapping[str, tuple[GrantedWaiver, ...]]
NO_WAIVERS: WaiversByRule = {}


@dataclass(frozen=True, slots=True)
class AnsweredFinding:
    """One finding, the unit's ``explanation``, and the ``waivers`` by which it asks for nothing.

    ``is_stale``: the explanation was said to other figures, so that the unit is asked again. ``partly`` are waivers
    that hold for some of the papers beside a text only, so that the others still ask. ``words`` are those of the text
    that it is about, blank at a square. ``since``: papers that were received later brought it up.
    """

    finding: Finding
    explanation: str = ""
    is_stale: bool = False
    waivers: tuple[GrantedWaiver, ...] = ()
    partly: tuple[GrantedWaiver, ...] = ()
    words: str = ""
    since: bool = False

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.finding.rule

    @property
    def in_narrative(self) -> bool:
        """About words of the narrative, not about a square."""
        return self.finding.where.startswith("narrative")

    @property
    def anchor(self) -> str:
        """The name of the words that it is about, by which an explanation in a text is found again."""
        return anchor_of(self.finding, self.words)

    @property
    def key(self) -> str:
        """The name under which its explanation is kept: its square, the whole form, or its words."""
        return self.anchor if self.in_narrative else key_of(self.finding)

    @property
    def stands(self) -> bool:
        """Explained, to the figures as they are."""
        return bool(self.explanation) and not self.is_stale

    @property
    def is_misread(self) -> bool:
        """Answered: the system read these words wrongly."""
        return self.finding.may_be_misread and self.stands

    @property
    def must_change(self) -> bool:
        """An error that nobody waived, and that the unit does not hold for a misreading."""
        return self.finding.severity is Severity.ERROR and not (self.waivers or self.stands)

    @property
    def must_explain(self) -> bool:
        """A warning that nobody waived, and to which nothing is said yet."""
        return self.finding.severity is Severity.WARNING and not (self.waivers or self.stands)

    @property
    def is_open(self) -> bool:
        """Asks for something that the unit has not given."""
        return self.must_change or self.must_explain


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings in a form and in the narrative that goes with it, and the facts that they were made in."""

    facts: Facts
    at_squares: tuple[AnsweredFinding, ...]
    in_narrative: tuple[AnsweredFinding, ...]
    has_narrative: bool = False

    @property
    def all(self) -> tuple[AnsweredFinding, ...]:
        """Those at squares first."""
        return (*self.at_squares, *self.in_narrative)

    @property
    def binding(self) -> tuple[AnsweredFinding, ...]:
        """Those at squares whose rule is not waived."""
        return tuple(item for item in self.at_squares if not item.waivers)

    @property
    def waived(self) -> tuple[AnsweredFinding, ...]:
        """Those whose rule is waived."""
        return tuple(item for item in self.all if item.waivers)


def granted(row: Waiver, *, since: bool = False) -> GrantedWaiver:
    """The waiver that is stored as ``row``, with its approver and obligation fetched."""
    return GrantedWaiver(row.rule, row.reason, str(row.approver), row.expires_on, row.obligation.fund_name, since)


def answered_at_squares(
    findings: Iterable[Finding], filing: Filing, waivers: WaiversByRule = NO_WAIVERS
) -> tuple[AnsweredFinding, ...]:
    """``findings`` at squares of ``filing``, which has its explanations prefetched."""
    said = {(item.rule, item.key): item for item in filing.explanations.all()}
    return tuple(
        AnsweredFinding(item, *_said_to(item, said.get((item.rule, key_of(item)))), waivers.get(item.rule, ()))
        for item in findings
    )


def answered_in_text(
    findings: Iterable[Finding],
    paragraphs: tuple[str, ...],
    said: Mapping[tuple[str, str], str],
    waivers: WaiversByRule = NO_WAIVERS,
    partly: WaiversByRule = NO_WAIVERS,
) -> tuple[AnsweredFinding, ...]:
    """``findings`` in a text; ``said`` is what the unit explained in it, by rule and anchor."""
    return tuple(
        AnsweredFinding(
            item,
            said.get((item.rule, anchor_of(item, words)), ""),
            waivers=waivers.get(item.rule, ()),
            partly=partly.get(item.rule, ()),
            words=words,
        )
        for item in findings
        for words in [words_of(item, paragraphs)]
    )


def settled_in_words(items: Iterable[AnsweredFinding]) -> frozenset[tuple[str, str]]:
    """Rule and square of everything that is explained; of several of one rule at one square all are."""
    stands: dict[tuple[str, str], bool] = {}
    for item in items:
        if item.finding.is_answered_in_words:
            place = (item.rule, item.finding.where)
            stands[place] = item.stands and stands.get(place, True)
    return frozenset(place for place, all_stand in stands.items() if all_stand)


def _said_to(finding: Finding, said: Explanation | None) -> tuple[str, bool]:
    """The words that answer ``finding``, and whether they are stale.

    A confirmation stands while it covers every figure that is asked about.
    """
    if said is None or not finding.is_answered_in_words or (finding.may_be_misread and not said.misread):
        return "", False
    return said.text, not set(about(finding)) <= set(said.about)
