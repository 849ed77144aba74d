"""The filing that a page edits, and what of it the screen already shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404

from assessments.models import Filing
from assessments.permissions import is_of_unit
from assessments.queries import filing_for, filings_visible_to
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page drew last: the shape of its table, and the save after which it was drawn."""

    layout: str
    stamp: str


def seen_in(body: Mapping[str, Any]) -> Seen:
    """What the script says that the screen shows; anything strange means nothing."""
    return Seen(str(body.get("layout", "")), str(body.get("stamp", "")))


def own_filing(user: User, pk: int) -> Filing:
    """The filing with all that the page needs; raises Http404 where it is not the person's unit's."""
    filing = filing_for(user, pk)
    if not is_of_unit(user, filing):
        raise Http404
    return filing


def last_saved(user: User, pk: int) -> str:
    """The stamp of the filing's last save, by one query; raises Http404 where the filing is not the unit's."""
    found = filings_visible_to(user).filter(pk=pk, obligation__unit=user.unit_id).values_list("saved_at", flat=True)
    try:
        return stamp(found.get())
    except Filing.DoesNotExist:
        raise Http404 from None


def stamp(at: datetime | None) -> str:
    """A save's instant as the page keeps it."""
    return at.isoformat() if at else ""
