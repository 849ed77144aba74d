"""The findings of a submitted version as its page lists them: grouped by what they ask of the reviewer."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from assessments.domain.consistency import SEVERITY_NAMES, Finding, Severity
from assessments.domain.facts import Facts
from assessments.rendering.findings.finding_view import arithmetic_beside
from assessments.rendering.findings.narrative_words import PlacesInText
from assessments.rendering.grid.addresses import address_of, shown_at
from assessments.rendering.grid.drawables import element_id, words_id
from assessments.services.explanations_on_squares import Told
from assessments.services.frozen import Frozen, Waived
from assessments.services.waivable import rule_title
from assessments.services.wording import in_words
from reviews.domain.rubric import Part
from reviews.domain.rule_parts import part_of
from reviews.services.waivers import Counting


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a rule asks for nothing; ``until`` is the last day, ``since`` that it was waived after the submission."""

    rule: str
    reason: str
    approver: str
    until: date | None
    since: bool

    @property
    def title(self) -> str:
        """What the rule is about."""
        return rule_title(self.rule)


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with what the unit explained to it and the waiver of its rule.

    ``href`` leads to its square or to its words there, or to its words in the narrative. ``since`` says that papers
    which were received later brought it up. ``others`` are further places, each with its link, of which the same is
    said.
    """

    finding: Finding
    place: str
    href: str
    explanation: str = ""
    waiver: Waiver | None = None
    since: bool = False
    others: tuple[tuple[str, str], ...] = ()

    @property
    def tone(self) -> str:
        """The tone of its entry: err, warn or note."""
        return {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.NOTICE: "note"}[self.finding.severity]

    @property
    def told(self) -> Told:
        """The unit's words as the table draws them."""
        return Told(self.explanation, stands=bool(self.explanation))

    @property
    def arithmetic(self) -> str:
        """How the figure was recomputed, where the sentence does not say it."""
        return arithmetic_beside(self.finding)

    @property
    def severity_name(self) -> str:
        """须改, 需说明 or 提示."""
        return _(SEVERITY_NAMES[self.finding.severity])

    @property
    def misread(self) -> bool:
        """Whether the unit said that the system read its words wrongly."""
        return self.finding.may_be_misread and bool(self.explanation)

    @property
    def open(self) -> bool:
        """Whether it asks for something that the unit has not given: neither explained, waived nor a notice."""
        return not (self.explanation or self.waiver or self.finding.severity is Severity.NOTICE)


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind under their heading; those that say the same are one entry with several places."""

    code: str
    title: str
    items: tuple[Found, ...]

    @property
    def count(self) -> int:
        """How many findings there are."""
        return sum(1 + len(item.others) for item in self.items)


@dataclass(frozen=True, slots=True)
class Listing:
    """The findings of one paper or text; on imports all are ``advisory``."""

    items: tuple[Found, ...]
    advisory: bool = False

    @property
    def groups(self) -> tuple[Group, ...]:
        """What is left open, misread, explained, what informs, what later papers contradict, what is waived."""
        frozen = [item for item in self.items if not item.since]
        held = [item for item in frozen if not item.waiver]
        notices = [item for item in held if item.finding.severity is Severity.NOTICE]
        groups = (
            Group("open", self._open_title, tuple(item for item in held if item.open)),
            Group("misread", _("单位答系统读错了，请核对"), tuple(item for item in held if item.misread)),
            Group("explained", _("单位已说明"), tuple(item for item in held if item.explanation and not item.misread)),
            Group("notices", _("提示"), tuple(item for item in notices if not item.explanation)),
            Group("since", _("报送后新发现（同单位其他表）"), tuple(item for item in self.items if item.since)),
            Group("waived", _("已豁免"), tuple(item for item in frozen if item.waiver)),
        )
        return tuple(replace(group, items=_joined(group.items, _in_full)) for group in groups if group.items)

    @property
    def _open_title(self) -> str:
        return _("核对出的问题（仅供参考）") if self.advisory else _("没有说明的问题")

    @property
    def counts(self) -> Mapping[str, int]:
        """How many of each severity the version keeps without a waiver, of them ``explained``; and how many waived."""
        frozen = [item for item in self.items if not item.since]
        held = [item for item in frozen if not item.waiver]
        counts = Counter(str(item.finding.severity) for item in held)
        told = sum(bool(item.explanation) and not item.misread for item in held)
        by_severity = {str(severity): counts[str(severity)] for severity in Severity}
        return {**by_severity, "explained": told, "waived": len(frozen) - len(held)}


@dataclass(frozen=True, slots=True)
class Places:
    """Where the findings of a version lead: to squares of ``facts``, or into the ``text`` that is read at ``url``."""

    facts: Facts
    text: PlacesInText
    url: str = ""

    def listed(self, item: Frozen, waivers: Mapping[str, Waiver], *, since: bool = False) -> Found:
        """One finding with its address and, where its rule is waived, the waiver."""
        waiver = waivers.get(item.finding.rule)
        underlined = not (waiver or since)
        where = self._in_text(item.finding) if item.in_narrative else self._at_square(item.finding, underlined)
        return Found(item.finding, *where, item.explanation, waiver, since)

    def _at_square(self, finding: Finding, underlined: bool) -> tuple[str, str]:
        """Words are underlined where the finding is drawn on the table; the others lead to the square."""
        key, span = finding.where, finding.span if underlined else None
        target = words_id(key, span.start) if span else element_id(shown_at(key))
        return address_of(key, self.facts), f"#{target}"

    def _in_text(self, finding: Finding) -> tuple[str, str]:
        place = self.text.of(finding)
        return (place.label, f"{self.url}#w-{place.key}") if place else (_("报告全文"), self.url)


def _in_full(item: Found) -> tuple[object, ...]:
    """What the list of findings says of one."""
    finding = item.finding
    return finding.rule, in_words(finding.message), item.arithmetic, item.explanation, item.waiver


def _in_short(item: Found) -> tuple[object, ...]:
    """What a part of the rubric says of one."""
    finding = item.finding
    return finding.rule, in_words(finding.title), finding.severity, item.explanation, bool(item.waiver), item.since


def _joined(items: Iterable[Found], said: Callable[[Found], tuple[object, ...]]) -> tuple[Found, ...]:
    """Findings of which the same is ``said`` as one, at the place of the first."""
    joined: dict[tuple[object, ...], Found] = {}
    for item in items:
        first = joined.get(said(item))
        joined[said(item)] = replace(first, others=(*first.others, (item.place, item.href))) if first else item
    return tuple(joined.values())


def waivers_in_words(counting: Iterable[Counting]) -> dict[str, Waiver]:
    """The waivers that count for a version, by rule."""
    return {item.rule: _waiver(item.rule, item.waived, since=item.since) for item in counting}


def by_part(items: Sequence[Found]) -> dict[Part, tuple[Found, ...]]:
    """The findings that belong to each part of the rubric, the gravest first; those that read alike are one."""
    order = list(Severity)
    ranked = sorted(items, key=lambda item: (item.waiver is not None, order.index(item.finding.severity)))
    return {part: _joined((item for item in ranked if part_of(item.finding) is part), _in_short) for part in Part}


def _waiver(rule: str, waived: Waived, *, since: bool) -> Waiver:
    until = date.fromisoformat(waived.until) if waived.until else None
    return Waiver(rule, waived.reason, waived.approver, until, since)
