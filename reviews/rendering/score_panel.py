"""The score panel: four parts with their proposals, the total, and what still has to be said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessments.domain.scoring import printed_points
from assessments.rendering.findings.finding_view import FindingView
from assessments.services.wording import in_words
from reviews.domain.proposal import PartProposal
from reviews.domain.rubric import MAXIMA, PART_NAMES
from reviews.rendering.findings import by_part
from reviews.services.decisions import Decision, Judgement, Stand

_LOOKS = {
    Stand.OPEN: ("line", "dot"),
    Stand.GIVEN: ("act", "pen"),
    Stand.ACCEPTED: ("ok", "tick"),
    Stand.ADJUSTED: ("warn", "pen"),
}


@dataclass(frozen=True, slots=True)
class WorkingLine:
    """One line of the arithmetic: what it is, more about it, and the figure at the right."""

    label: str
    detail: str
    amount: str


@dataclass(frozen=True, slots=True)
class PartPanel:
    """One part as drawn; ``asks`` is the request for a reason, ``error`` what is wrong with what was typed.

    ``read`` are the points and the reason that the person has read. ``related`` are the findings that speak to the
    part; they change no points by themselves.
    """

    code: str
    name: str
    maximum: int
    proposal: str
    proposed: str
    lines: tuple[WorkingLine, ...]
    sum_line: str
    stand: Stand
    points: str
    reason: str
    asks: str
    error: str
    read: Mapping[str, str]
    related: tuple[FindingView, ...] = ()

    @property
    def related_count(self) -> int:
        """The number of findings that speak to it."""
        return sum(1 + len(item.others) for item in self.related)

    @property
    def stand_word(self) -> str:
        """未评, 已评, 采纳 or 调整."""
        words = {
            Stand.OPEN: _("未评"),
            Stand.GIVEN: _("已评"),
            Stand.ACCEPTED: pgettext("stand", "采纳"),
            Stand.ADJUSTED: _("调整"),
        }
        return words[self.stand]

    @property
    def tone(self) -> str:
        """The tone of the decision's tag."""
        return _LOOKS[self.stand][0]

    @property
    def icon(self) -> str:
        """The icon of the decision's tag."""
        return _LOOKS[self.stand][1]

    @property
    def shows_reason(self) -> bool:
        """True if the field for a reason stands open."""
        return bool(self.asks or self.reason or self.error)


@dataclass(frozen=True, slots=True)
class ScorePanel:
    """The four parts and their sum; ``total`` is — until all four are there."""

    parts: tuple[PartPanel, ...]
    total: str
    addends: str
    proposed_total: str
    maximum: int


def score_panel(
    judgement: Judgement,
    *,
    typed: Mapping[str, Mapping[str, str]] | None = None,
    read: Mapping[str, Mapping[str, str]] | None = None,
    errors: Mapping[str, str] | None = None,
    found: Sequence[FindingView] = (),
) -> ScorePanel:
    """The panel as it stands; ``typed`` and ``errors`` by part keep what was sent and could not stand.

    What was typed goes on naming what it was written on (``read``), until the person was told what stands now.
    Each part shows those of the findings ``found`` that belong to it.
    """
    typed, read, errors, related = typed or {}, read or {}, errors or {}, by_part(found)
    parts = tuple(
        _part(decision, typed.get(part.value, {}), read.get(part.value, {}), errors.get(part.value, ""), related[part])
        for part, decision in judgement.decisions.items()
    )
    total, proposed = judgement.total, judgement.proposal.total
    return ScorePanel(
        parts=parts,
        total="—" if total is None else printed_points(total),
        addends=""
        if total is None
        else " + ".join(_given(decision.points) for decision in judgement.decisions.values()),
        proposed_total="" if proposed is None else _("建议合计 %(points)s") % {"points": proposed},
        maximum=judgement.proposal.maximum,
    )


def _part(
    decision: Decision, typed: Mapping[str, str], read: Mapping[str, str], error: str, related: tuple[FindingView, ...]
) -> PartPanel:
    proposal = decision.proposal
    usual = bool(decision.reason) and not decision.words
    shown = {"points": _given(decision.points), "reason": decision.words}
    return PartPanel(
        code=decision.part.value,
        name=_(PART_NAMES[decision.part]),
        maximum=MAXIMA[decision.part],
        proposal=_in_short(decision),
        proposed="" if proposal.points is None else str(proposal.points),
        lines=_working(proposal),
        sum_line=in_words(proposal.sum_line) if proposal.sum_line else "",
        stand=decision.stand,
        points=typed.get("points", shown["points"]),
        reason=typed.get("reason", shown["reason"]),
        read=shown | dict(read),
        asks="" if usual else decision.asks,
        error=error,
        related=related,
    )


def _in_short(decision: Decision) -> str:
    proposal = decision.proposal
    if proposal.points is None:
        return in_words(proposal.why_not) if proposal.why_not else _("没有建议")
    if decision.stand is Stand.ADJUSTED:
        return _("建议 %(proposed)s · 给 %(points)s") % {
            "proposed": proposal.points,
            "points": _given(decision.points),
        }
    return _("建议 %(proposed)s") % {"proposed": proposal.points}


def _working(proposal: PartProposal) -> tuple[WorkingLine, ...]:
    return tuple(
        WorkingLine(in_words(line.label), in_words(line.detail) if line.detail else "", line.amount)
        for line in proposal.lines
    )


def _given(points: Decimal | None) -> str:
    return "" if points is None else printed_points(points)
