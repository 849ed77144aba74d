"""Texts that a square can hold at all, once they are clean; whether they are right is the business of the rules."""

from assessments.domain.measures import Kind as Reading
from assessments.domain.measures import read_amount
from assessments.domain.wording import Message, gettext_noop
from assessments.sheets.contents import Box, SquareKind

_TOO_LONG = gettext_noop("“{name}”最多 {limit} 个字，现在有 {count} 个，请缩短")


def refusal(box: Box, raw: str) -> Message | None:
    """The reason why ``raw`` cannot be stored in ``box``; None where it can."""
    too_long = text_refusal(box.label, raw, box.limit)
    return too_long or (amount_refusal(raw, signed=box.means.signed) if box.kind is SquareKind.MONEY else None)


def text_refusal(name: str | Message, raw: str, limit: int) -> Message | None:
    """The reason why no text square called ``name`` can hold ``raw``: too long."""
    if len(raw) > limit:
        return Message(_TOO_LONG, {"name": name, "limit": limit, "count": len(raw)})
    return None


def amount_refusal(raw: str, *, signed: bool = False) -> Message | None:
    """The reason why ``raw`` is no amount; a blank is none, and none is needed. A ``signed`` one may be negative."""
    amount = read_amount(raw, allow_negative=signed)
    return amount.problem if amount.kind is Reading.UNREADABLE else None
