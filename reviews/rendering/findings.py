"""The findings of a submitted version as its page lists them: grouped by what they ask of the reviewer."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from assessments.domain.consistency import Finding, Severity
from assessments.domain.facts import Facts
from assessments.rendering.findings.finding_view import FindingView, at_square
from assessments.rendering.findings.narrative_words import PlacesInText
from assessments.services.answered_findings import AnsweredFinding
from assessments.services.wording import in_words
from reviews.domain.rubric import Part
from reviews.domain.rule_parts import part_of


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind under their heading; those that say the same are one entry with several places."""

    code: str
    title: str
    items: tuple[FindingView, ...]

    @property
    def count(self) -> int:
        """The number of findings."""
        return sum(1 + len(item.others) for item in self.items)


@dataclass(frozen=True, slots=True)
class Listing:
    """The findings of one paper or text; on imports all are ``advisory``."""

    items: tuple[FindingView, ...]
    advisory: bool = False

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups: left open, misread, explained, informing, contradicted by later papers, waived."""
        since = tuple(item for item in self.items if item.answered.since)
        held = [item for item in self._frozen if not item.answered.waivers]
        misread = tuple(item for item in held if item.answered.is_misread)
        explained = tuple(item for item in held if item.answered.stands and not item.answered.is_misread)
        unsaid = [item for item in held if not item.answered.stands]
        groups = (
            Group("open", self._open_title, tuple(item for item in unsaid if item.answered.is_open)),
            Group("misread", _("单位答系统读错了，请核对"), misread),
            Group("explained", _("单位已说明"), explained),
            Group("notices", _("提示"), tuple(item for item in unsaid if not item.answered.is_open)),
            Group("since", _("报送后新发现（同单位其他表）"), since),
            Group("waived", _("已豁免"), tuple(item for item in self._frozen if item.answered.waivers)),
        )
        return tuple(replace(group, items=_joined(group.items, _in_full)) for group in groups if group.items)

    @property
    def _open_title(self) -> str:
        return _("核对出的问题（仅供参考）") if self.advisory else _("没有说明的问题")

    @property
    def counts(self) -> Mapping[str, int]:
        """The numbers of findings by severity without those waived, of ``explained`` ones, and of those waived."""
        held = [item for item in self._frozen if not item.answered.waivers]
        counts = Counter(str(item.finding.severity) for item in held)
        told = sum(item.answered.stands and not item.answered.is_misread for item in held)
        by_severity = {str(severity): counts[str(severity)] for severity in Severity}
        return {**by_severity, "explained": told, "waived": len(self._frozen) - len(held)}

    @property
    def _frozen(self) -> tuple[FindingView, ...]:
        """The findings that the version itself keeps."""
        return tuple(item for item in self.items if not item.answered.since)


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a version's findings: squares of ``facts``, or words of the ``text`` that is read at ``url``."""

    facts: Facts
    text: PlacesInText
    url: str = ""

    def listed(self, item: AnsweredFinding) -> FindingView:
        """One finding with its address."""
        return FindingView(item, *self._in_text(item.finding)) if item.in_narrative else at_square(item, self.facts)

    def _in_text(self, finding: Finding) -> tuple[str, str]:
        place = self.text.of(finding)
        return (place.label, f"{self.url}#w-{place.key}") if place else (_("报告全文"), self.url)


def _in_full(item: FindingView) -> tuple[object, ...]:
    """The sayings of the list of findings about one, by which equal ones are joined."""
    finding, answered = item.finding, item.answered
    return finding.rule, in_words(finding.message), item.arithmetic, answered.explanation, answered.waivers


def _in_short(item: FindingView) -> tuple[object, ...]:
    """The same of a part of the rubric, in short."""
    finding, answered = item.finding, item.answered
    return finding.rule, item.title, item.tone, answered.explanation, bool(answered.waivers), answered.since


def _joined(items: Iterable[FindingView], said: Callable[[FindingView], tuple[object, ...]]) -> tuple[FindingView, ...]:
    """Findings of which the same is ``said`` as one, at the place of the first."""
    joined: dict[tuple[object, ...], FindingView] = {}
    for item in items:
        first = joined.get(said(item))
        joined[said(item)] = replace(first, others=(*first.others, (item.place, item.href))) if first else item
    return tuple(joined.values())


def by_part(items: Sequence[FindingView]) -> dict[Part, tuple[FindingView, ...]]:
    """The findings that belong to each part of the rubric, the gravest first; those that read alike are one."""
    order = list(Severity)
    ranked = sorted(items, key=lambda item: (bool(item.answered.waivers), order.index(item.finding.severity)))
    return {part: _joined((item for item in ranked if part_of(item.finding) is part), _in_short) for part in Part}
