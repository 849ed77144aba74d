"""The answer to the page: what became of each change, and what of the page looks otherwise now."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from assessments.models import Filing
from assessments.queries import facts_of
from assessments.rendering.pages.drawn_filing import marks_for
from assessments.rendering.pages.edit_page import edit_page
from assessments.services.squares import Conflict, Outcome, Saved
from assessments.views.edit_filing import Seen
from portal.accounts.models import User


def answer(user: User, filing: Filing, seen: Seen, *, more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The state of ``filing`` now, as HTML of what looks otherwise than what was ``seen``.

    That is also what somebody else saved meanwhile. The table comes whole where it has another shape, or where the page
    does not say what its squares look like.
    """
    facts, marks = facts_of(filing), marks_for(user, filing)
    page = edit_page(filing, facts, marks=marks)
    panel, layout = page.panel, page.layout
    found = {"saved_at": clock_time(filing.saved_at), "layout": layout, "panel": panel.digest, **(more or {})}
    squares = page.table.redrawn(seen.looks) if layout == seen.layout else None
    found["squares"] = squares or ""
    if squares is None:
        found["table_html"] = page.table.html
    if panel.digest != seen.panel:
        found["panel_html"] = render_to_string("assessments/edit/_panel.html", {"panel": panel})
    return found


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """The outcome of one change; the text that was sent comes back as it was sent."""
    if isinstance(outcome, Saved):
        saved = {"key": outcome.key, "status": "saved", "value": outcome.value}
        return saved | ({"changed": outcome.changed} if outcome.changed else {})
    if isinstance(outcome, Conflict):
        at, both = clock_time(outcome.at), {"value": outcome.yours, "theirs": outcome.theirs}
        return {"key": outcome.key, "status": "conflict", **both, "by": outcome.by, "own": outcome.own, "at": at}
    refused = {"message": outcome.message, "correction": outcome.correction}
    return {"key": outcome.key, "status": "refused", "value": outcome.value, **refused}


def clock_time(at: datetime | None) -> str:
    """The time of day as the page shows it; blank where there is none."""
    return timezone.localtime(at).strftime("%H:%M:%S") if at else ""
