"""The panel beside the form: findings of the same rule and cause joined, each with its squares one click away."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessments.domain.consistency import Finding, Severity, applied_to_form
from assessments.domain.facts import Facts, split_indicator_key
from assessments.domain.required import NO_ROWS, missing_squares
from assessments.rendering.addresses import address_of, shown_at
from assessments.rendering.drawables import element_id
from assessments.services.wording import in_words

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}
_TONES = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.NOTICE: "note"}
#: Where a warning's explanation is saved: the rule, and the first square of its entry.
EXPLANATION = "explain:"
#: Rules whose ``expected`` is what should stand in the square itself.
CORRECTED_BY_EXPECTED = frozenset({"V09"})
#: The rule that a reason and a measure at the indicator settle (forms.md §5).
DEVIATION_RULE = "V08"


@dataclass(frozen=True, slots=True)
class Chip:
    """A square of an entry: where it is, in short."""

    key: str
    label: str

    @property
    def element_id(self) -> str:
        """The id of the square's input, for those who follow the link without a script."""
        return element_id(self.key)


@dataclass(frozen=True, slots=True)
class Correction:
    """What one click writes into the squares of an entry; ``keys`` are separated by blanks."""

    keys: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """A text that settles an entry: an explanation, or the reason and the measure of a deviation."""

    name: str
    label: str
    value: str

    @property
    def element_id(self) -> str:
        """The id of its text area."""
        return element_id(self.name.replace(":", "-"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the panel."""

    rule: str
    tone: str
    title: str
    sentence: str
    chips: tuple[Chip, ...]
    correction: Correction | None
    fields: tuple[Field, ...]
    told: bool

    @property
    def name(self) -> str:
        """What the entry is known by when the panel is drawn again."""
        return f"{self.rule} {self.chips[0].key}"


@dataclass(frozen=True, slots=True)
class Panel:
    """Counts first, then the entries: errors by place, warnings, notices.

    ``passed`` counts rules that apply to the form and have no finding; ``missing`` and ``unanswered`` are squares that
    are blank or marked.
    """

    errors: int
    warnings: int
    passed: int
    entries: tuple[Entry, ...]
    missing: tuple[Chip, ...]
    unanswered: tuple[Chip, ...]

    @property
    def digest(self) -> str:
        """Tells whether a page shows this panel already."""
        return hashlib.sha256(repr(self).encode(errors="backslashreplace")).hexdigest()[:16]


def findings_panel(
    facts: Facts,
    findings: Iterable[Finding],
    explained: Mapping[tuple[str, str], str],
    *,
    places: Iterable[str],
    unanswered: Iterable[str] = (),
) -> Panel:
    """The panel of ``findings``; ``places`` are the keys of the table in reading order.

    ``unanswered`` are the keys of squares whose mark waits for an answer.
    """
    ordered = by_need(findings, places)
    entries = tuple(_entry(facts, group, explained) for group in joined(ordered, explained))
    warnings = [item for item in ordered if item.severity is Severity.WARNING]
    told = sum((item.rule, item.where) in explained for item in warnings)
    return Panel(
        errors=sum(item.severity is Severity.ERROR for item in ordered),
        warnings=len(warnings) - told,
        passed=len(applied_to_form(facts) - {item.rule for item in ordered}),
        entries=entries,
        missing=_chips(facts, missing_squares(facts)),
        unanswered=_chips(facts, dict.fromkeys(unanswered)),
    )


def by_need(findings: Iterable[Finding], places: Iterable[str]) -> list[Finding]:
    """Errors first, then warnings, then notices, each by their place; ``places`` are keys in reading order."""
    order = {key: number for number, key in enumerate(places)}
    return sorted(findings, key=lambda item: (_ORDER[item.severity], order.get(shown_at(item.where), len(order))))


def joined(findings: Iterable[Finding], explained: Mapping[tuple[str, str], str]) -> list[tuple[Finding, ...]]:
    """Findings of one rule, one title and one explanation together; a deviation is each row's own."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        own = finding.where if finding.rule == DEVIATION_RULE else explained.get((finding.rule, finding.where), "")
        groups.setdefault((finding.rule, in_words(finding.title), own), []).append(finding)
    return [tuple(group) for group in groups.values()]


def short_address(key: str, facts: Facts) -> str:
    """Where a square is, as short as a chip: 四·3 for a row's, 二·到位数 for another."""
    if key == NO_ROWS:
        return _("指标行")
    parts = address_of(_on_paper(key), facts).split(" · ")
    return "·".join(parts[:-1] if len(parts) > 2 else parts)


def _on_paper(key: str) -> str:
    """What a row holds beside the paper is found at its actual."""
    parts = split_indicator_key(key)
    return f"indicators[{parts[0]}].actual" if parts and parts[1] in ("nature", "grade") else key


def _entry(facts: Facts, group: tuple[Finding, ...], explained: Mapping[tuple[str, str], str]) -> Entry:
    first = group[0]
    sentences = dict.fromkeys(in_words(finding.message) for finding in group)
    return Entry(
        rule=first.rule,
        tone=_TONES[first.severity],
        title=in_words(first.title),
        sentence=next(iter(sentences)) if len(sentences) == 1 or len(group) == 1 else _together(sentences),
        chips=_chips(facts, dict.fromkeys(shown_at(finding.where) for finding in group)),
        correction=_correction(group),
        fields=_fields(facts, first, explained),
        told=(first.rule, first.where) in explained,
    )


def _together(sentences: Iterable[str]) -> str:
    """The different sentences of one entry; more than three would not be read."""
    said = list(sentences)
    shown = " ".join(said[:3])
    return shown if len(said) <= 3 else _("%(shown)s 等 %(count)d 处") % {"shown": shown, "count": len(said)}


def _chips(facts: Facts, keys: Iterable[str]) -> tuple[Chip, ...]:
    short: Callable[[str], str] = lambda key: short_address(key, facts)  # noqa: E731
    keys = list(keys)
    labels = [short(key) for key in keys]
    return tuple(
        Chip(key, label if labels.count(label) == 1 else address_of(key, facts).replace(" · ", "·"))
        for key, label in zip(keys, labels, strict=True)
    )


def _correction(group: tuple[Finding, ...]) -> Correction | None:
    """One click where every square of the entry would be right with the same text."""
    expected = {finding.expected for finding in group}
    if group[0].rule not in CORRECTED_BY_EXPECTED or len(expected) > 1 or not group[0].expected:
        return None
    sentence = _("改为 %(value)s") if len(group) == 1 else _("%(count)d 处改为 %(value)s")
    label = sentence % {"value": group[0].expected, "count": len(group)}
    return Correction(" ".join(finding.where for finding in group), group[0].expected, label)


def _fields(facts: Facts, finding: Finding, explained: Mapping[tuple[str, str], str]) -> tuple[Field, ...]:
    if finding.severity is Severity.WARNING:
        name = f"{EXPLANATION}{finding.rule}:{finding.where}"
        return (Field(name, _("说明理由"), explained.get((finding.rule, finding.where), "")),)
    parts = split_indicator_key(finding.where)
    if finding.rule != DEVIATION_RULE or parts is None:
        return ()
    names = {"deviation_reason": _("偏差原因"), "corrective_measure": _("改进措施")}
    keys = {f"indicators[{parts[0]}].{name}": label for name, label in names.items()}
    return tuple(Field(key, label, facts.value(key)) for key, label in keys.items())
