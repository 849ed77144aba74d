"""Texts that a square can hold at all, once they are clean; whether they are right is the business of the rules."""

from assessments.domain.facts import USUAL_UNIT
from assessments.domain.measures import Kind as Reading
from assessments.domain.measures import read_amount
from assessments.domain.scoring import points_in
from assessments.domain.wording import Message, gettext_noop
from assessments.sheets.contents import Box, SquareKind

_MOST_POINTS = 100
_NO_POINTS = gettext_noop("“{name}”请填 0 到 {most} 之间的数")
_TOO_LONG = gettext_noop("“{name}”最多 {limit} 个字，现在有 {count} 个，请缩短")


def refusal(box: Box, raw: str, unit: str = USUAL_UNIT) -> Message | None:
    """The reason why ``raw`` cannot be stored in ``box``; None where it can. ``unit``: of the paper's amounts."""
    if problem := text_refusal(box.called, raw, box.limit):
        return problem
    if box.kind is SquareKind.MONEY:
        return amount_refusal(raw, box.means.unit or unit, signed=box.means.signed)
    return points_refusal(box.called, raw) if box.kind is SquareKind.POINTS else None


def points_refusal(name: str, raw: str) -> Message | None:
    """The reason why ``raw`` is no number of points; a blank is none, and none is needed."""
    points = points_in(raw)
    fits = not raw.strip() or (points is not None and 0 <= points <= _MOST_POINTS)
    return None if fits else Message(_NO_POINTS, {"name": name, "most": _MOST_POINTS})


def text_refusal(name: str | Message, raw: str, limit: int) -> Message | None:
    """The reason why no text square called ``name`` can hold ``raw``: too long."""
    if len(raw) > limit:
        return Message(_TOO_LONG, {"name": name, "limit": limit, "count": len(raw)})
    return None


def amount_refusal(raw: str, unit: str, *, signed: bool = False) -> Message | None:
    """The reason why ``raw`` is no amount in ``unit``; a blank needs none. A ``signed`` one may be negative."""
    amount = read_amount(raw, unit, allow_negative=signed)
    return amount.problem if amount.kind is Reading.UNREADABLE else None
