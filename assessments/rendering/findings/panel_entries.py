"""The entries of the panel beside the form: findings of one rule and cause joined, each with its squares and words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from assessments.domain.consistency import Finding
from assessments.domain.facts import Facts, split_row_key
from assessments.domain.required import NO_ROWS
from assessments.domain.unprintable import RULE as UNPRINTABLE
from assessments.editions import edition_of
from assessments.rendering.findings.finding_view import FindingView, arithmetic_beside
from assessments.rendering.grid.addresses import address_of, shown_at
from assessments.rendering.grid.drawables import element_id
from assessments.services.answered_findings import AnsweredFinding
from assessments.services.answered_together import DEVIATION_RULE
from assessments.services.explanations_on_squares import key_of
from assessments.services.wording import in_words

#: Rules whose ``expected`` is what should stand in the square itself.
CORRECTED_BY_EXPECTED = frozenset({"V09", UNPRINTABLE})
#: Characters of the words that a chip shows.
_SHOWN_WORDS = 14


@dataclass(frozen=True, slots=True)
class Chip:
    """A square of an entry: where it is, in short. ``words`` are the bounds of those in it that the entry is about."""

    key: str
    label: str
    words: tuple[int, int] | None = None

    @property
    def element_id(self) -> str:
        """The id of the square's input, for those who follow the link without a script."""
        return element_id(self.key)


@dataclass(frozen=True, slots=True)
class Correction:
    """The values that one click writes into the squares of an entry; ``keys`` are separated by blanks."""

    keys: str
    value: str
    label: str

    @property
    def element_id(self) -> str:
        """The id of the first square's input."""
        return element_id(self.keys.split(" ")[0])


@dataclass(frozen=True, slots=True)
class Field:
    """A text that settles an entry: an explanation, or the reason and the measure of a deviation.

    ``is_stale``: the figures changed since it was written.
    """

    name: str
    label: str
    value: str
    is_stale: bool = False

    @property
    def element_id(self) -> str:
        """The id of its text area."""
        return element_id(self.name.replace(":", "-"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the panel; ``first`` is the finding that it is named after.

    ``ask_url`` is where the prefecture can be asked to waive its rule, ``is_asked`` says that this was done.
    """

    name: str
    first: FindingView
    sentence: str
    arithmetic: tuple[str, ...]
    chips: tuple[Chip, ...]
    corrections: tuple[Correction, ...]
    fields: tuple[Field, ...]
    ask_url: str = ""
    is_asked: bool = False

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.first.finding.rule


def entry_of(facts: Facts, group: tuple[AnsweredFinding, ...]) -> Entry:
    """The panel's entry for findings that belong together."""
    first = FindingView(next((item for item in group if not item.stands), group[0]))
    at_squares = [item for item in group if not item.in_narrative]
    return Entry(
        name=f"{first.look} {first.finding.rule} {key_of(first.finding)}",
        first=first,
        sentence=_together(dict.fromkeys(in_words(item.finding.message) for item in group)),
        arithmetic=tuple(dict.fromkeys(filter(None, (arithmetic_beside(item.finding) for item in group))))[:3],
        chips=_chips_of(facts, at_squares),
        corrections=() if first.answered.waivers else _corrections(facts, group),
        fields=() if first.answered.waivers else _fields(facts, first),
    )


def chips_at(facts: Facts, keys: Iterable[str]) -> tuple[Chip, ...]:
    """A chip for each square, told apart where two would read the same."""
    keys = list(dict.fromkeys(keys))
    labels = [short_address(key, facts) for key in keys]
    return tuple(
        Chip(key, label if labels.count(label) == 1 else address_of(key, facts).replace(" · ", "·"))
        for key, label in zip(keys, labels, strict=True)
    )


def short_address(key: str, facts: Facts) -> str:
    """The place of a square, as short as a chip: 四·3 for a row's, 二·到位数 for another."""
    if key == NO_ROWS:
        return _("指标行")
    parts = address_of(_on_paper(key), facts).split(" · ")
    return "·".join(parts[:-1] if len(parts) > 2 else parts)


def _on_paper(key: str) -> str:
    """The square on the paper: values of a row that stand beside the paper are found at its actual."""
    parts = split_row_key(key)
    return replace(parts, square="actual").key if parts and parts.square in ("nature", "grade") else key


def _together(sentences: Iterable[str]) -> str:
    """The different sentences of one entry, one from the other by a semicolon; more than three would not be read."""
    said = list(sentences)
    shown = _("；").join([*(sentence.rstrip("。.") for sentence in said[:3][:-1]), *said[:3][-1:]])
    return shown if len(said) <= 3 else _("%(shown)s 等 %(count)d 处") % {"shown": shown, "count": len(said)}


def _chips_of(facts: Facts, group: Iterable[AnsweredFinding]) -> tuple[Chip, ...]:
    """The squares of the findings; words in a square stand after it, each with a chip of its own."""
    findings = [item.finding for item in group]
    words = {(shown_at(item.where), bounds): None for item in findings if (bounds := _words_in(item, facts))}
    with_words = {key for key, _bounds in words}
    plain = chips_at(facts, (shown_at(item.where) for item in findings))
    return tuple(chip for chip in plain if chip.key not in with_words) + tuple(
        Chip(key, f"{short_address(key, facts)}“{_clipped(facts.value(key)[slice(*bounds)])}”", bounds)
        for key, bounds in words
    )


def _words_in(finding: Finding, facts: Facts) -> tuple[int, int] | None:
    """The bounds of the words in a square that the finding is about."""
    span = finding.span
    if span is None or span.narrative is not None or not 0 <= span.start < span.end <= len(facts.value(finding.where)):
        return None
    return span.start, span.end


def _clipped(words: str) -> str:
    shown = " ".join(words.split())
    return shown if len(shown) <= _SHOWN_WORDS else f"{shown[: _SHOWN_WORDS - 1]}…"


def _corrections(facts: Facts, group: tuple[AnsweredFinding, ...]) -> tuple[Correction, ...]:
    """One click for all squares of the entry that would be right with the same text; others stand in nobody's way."""
    squares: dict[str, list[str]] = {}
    for item in group:
        finding = item.finding
        if finding.rule in CORRECTED_BY_EXPECTED and finding.expected:
            squares.setdefault(finding.expected, []).append(finding.where)
    one = _("删去打印不出的字") if group[0].finding.rule == UNPRINTABLE else _("改为 %(value)s")
    if len(squares) > 1:
        return tuple(_correction(keys, value, one, chips_at(facts, keys)) for value, keys in squares.items())
    return tuple(_correction(keys, value, one) for value, keys in squares.items())


def _correction(keys: list[str], value: str, one: str, at: tuple[Chip, ...] = ()) -> Correction:
    """Words of the click, ``one`` where it is for one square; ``at`` names it where another click corrects others."""
    sentence = one if len(keys) == 1 else _("%(count)d 处改为 %(value)s")
    label = sentence % {"value": value, "count": len(keys)}
    if at:
        label = f"{'、'.join(chip.label for chip in at)} {label}"
    return Correction(" ".join(keys), value, label)


def _fields(facts: Facts, first: FindingView) -> tuple[Field, ...]:
    finding, answered = first.finding, first.answered
    if finding.is_answered_in_words and not answered.in_narrative:
        return (Field(first.field, first.field_label, answered.explanation, answered.is_stale),)
    parts = split_row_key(finding.where)
    if finding.rule != DEVIATION_RULE or parts is None or edition_of(facts).says_why_in_rows:
        return ()
    names = {"deviation_reason": _("偏差原因"), "corrective_measure": _("改进措施")}
    keys = {replace(parts, square=name).key: label for name, label in names.items()}
    return tuple(Field(key, label, facts.value(key)) for key, label in keys.items())
