"""A finding as pages list it: its tone, where it stands, and where that leads."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessments.domain.consistency import SEVERITY_NAMES, Finding, Severity
from assessments.domain.facts import Facts
from assessments.rendering.grid.addresses import address_of, shown_at
from assessments.rendering.grid.drawables import element_id, words_id
from assessments.services.answered_findings import AnsweredFinding
from assessments.services.wording import in_words

TONES = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.NOTICE: "note"}
#: Before the rule and the place in the name of the field for the unit's words.
EXPLANATION = "explain:"
#: The icon of each look.
_ICONS = {"err": "err", "warn": "warn", "note": "dot", "waived": "ok"}
_ORDER = list(Severity)


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding with its answer; ``href`` leads to its ``place``, both blank where the page does not show it.

    ``others`` are further places, each with its link, of which the same is said.
    """

    answered: AnsweredFinding
    place: str = ""
    href: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @property
    def finding(self) -> Finding:
        """The rule's finding."""
        return self.answered.finding

    @property
    def tone(self) -> str:
        """The tone of its severity: err, warn or note."""
        return TONES[self.finding.severity]

    @property
    def look(self) -> str:
        """The tone of its entry where what is waived has one of its own."""
        return "waived" if self.answered.waivers else self.tone

    @property
    def icon(self) -> str:
        """The icon of its look."""
        return _ICONS[self.look]

    @property
    def tone_icon(self) -> str:
        """The icon of its severity."""
        return _ICONS[self.tone]

    @property
    def standing(self) -> str:
        """The demand of the finding or how that was settled, for those who do not see its tone."""
        if self.answered.is_misread and not self.answered.waivers:
            return _("已答系统读错了：")
        told = _("已说明：") if self.answered.stands else _("需说明：")
        return {"waived": _("已豁免："), "err": _("须改："), "warn": told, "note": _("提示：")}[self.look]

    @property
    def severity_name(self) -> str:
        """须改, 需说明 or 提示."""
        return _(SEVERITY_NAMES[self.finding.severity])

    @property
    def title(self) -> str:
        """The fault, in words."""
        return in_words(self.finding.title)

    @property
    def field(self) -> str:
        """The name of the field for the unit's words."""
        return f"{EXPLANATION}{self.answered.rule}:{self.answered.key}"

    @property
    def field_label(self) -> str:
        """The request for these words."""
        if self.finding.severity is Severity.ERROR:
            return _("如果是系统读错了，请写明原意")
        return _("确认或说明") if self.finding.confirms else _("说明理由")

    @property
    def arithmetic(self) -> str:
        """The working by which the figure was recomputed, where the sentence does not say it."""
        return arithmetic_beside(self.finding)


def at_square(item: AnsweredFinding, facts: Facts) -> FindingView:
    """A finding of a form that is only read; its words are underlined there unless it was waived or came later."""
    key, span = item.finding.where, item.finding.span
    underlined = span and not (item.waivers or item.since)
    target = words_id(key, span.start) if span and underlined else element_id(shown_at(key))
    return FindingView(item, address_of(key, facts), f"#{target}")


def by_need(found: Iterable[AnsweredFinding], places: Iterable[str]) -> list[AnsweredFinding]:
    """Errors first, then warnings, then notices, each by their place; ``places`` are keys in reading order."""
    order = {key: number for number, key in enumerate(places)}

    def need(item: AnsweredFinding) -> tuple[int, int]:
        finding = item.finding
        return _ORDER.index(finding.severity), order.get(shown_at(finding.where), len(order))

    return sorted(found, key=need)


def arithmetic_beside(finding: Finding) -> str:
    """The working by which the figure was recomputed; blank where the sentence of the finding says it already."""
    if finding.arithmetic is None:
        return ""
    shown = in_words(finding.arithmetic)
    return "" if shown in in_words(finding.message) else shown
