"""The answer to the page: what became of each change, every square as it stands now, what has to be drawn anew."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from assessments.models import Filing
from assessments.queries import facts_of
from assessments.rendering.grid.drawables import DrawnCell
from assessments.rendering.grid.markup import Table
from assessments.rendering.pages.drawn_filing import marks_for
from assessments.rendering.pages.edit_page import edit_page
from assessments.services.squares import Conflict, Outcome, Saved
from assessments.templatetags.assessment_ui import light
from assessments.views.edit_filing import Seen
from portal.accounts.models import User


def answer(user: User, filing: Filing, seen: Seen, *, more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The state of ``filing`` now, as the script reads it.

    The table and the panel come as HTML where they differ from what was ``seen``; squares always come as data, so that
    a page also shows what somebody else saved meanwhile.
    """
    facts, marks = facts_of(filing), marks_for(user, filing)
    page = edit_page(filing, facts, marks=marks)
    panel, layout = page.panel, page.layout
    found = {
        "saved_at": clock_time(filing.saved_at),
        "layout": layout,
        "panel": panel.digest,
        "squares": squares_json(page.table),
        **(more or {}),
    }
    if layout != seen.layout:
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


def squares_json(table: Table) -> list[dict[str, Any]]:
    """Every square of the table as it stands now, in reading order."""
    cells = (cell for row in table.rows for cell in row.cells if cell.square)
    return [_square_json(cell) for cell in cells]


def _square_json(cell: DrawnCell) -> dict[str, Any]:
    square = cell.square
    assert square is not None
    gutter = cell.gutter
    return {
        "key": square.key,
        "classes": square.classes,
        "value": square.value,
        "mark": square.mark,
        "detail": square.detail,
        "reading": asdict(square.reading),
        "choice": next((choice.value for choice in square.choices if choice.chosen), ""),
        "light": light(gutter.light, words=False) if gutter and gutter.light is not None else "",
    }


def clock_time(at: datetime | None) -> str:
    """The time of day as the page shows it; blank where there is none."""
    return timezone.localtime(at).strftime("%H:%M:%S") if at else ""
