"""What the page is told after each act: outcomes, and whatever has to be drawn anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from assessments.domain.facts import Facts
from assessments.forms.squares import draw_widget
from assessments.models import Filing, Mark
from assessments.queries import facts_of
from assessments.rendering.drawables import DrawnCell
from assessments.rendering.edit_page import EditPage, edit_page
from assessments.rendering.mark_threads import threads_of
from assessments.rendering.pages import marks_for
from assessments.services.squares import Conflict, Outcome, Saved
from assessments.templatetags.assessment_ui import light
from assessments.views.edit_filing import Seen, stamp
from portal.accounts.models import User


@dataclass(frozen=True)
class Answer:
    """Everything about a filing after an act that its page may have to draw."""

    user: User
    filing: Filing
    seen: Seen
    #: The facts before the act where only its effect is new to the page; None where anything may be.
    before: Facts | None = None
    outcomes: Iterable[Outcome] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The answer as the script reads it."""
        saved_at = self.filing.saved_at
        return {
            "outcomes": [outcome_json(outcome) for outcome in self.outcomes],
            "saved_at": timezone.localtime(saved_at).strftime("%H:%M:%S") if saved_at else "",
            "stamp": stamp(saved_at),
            "layout": self._page.layout,
            **self._drawn(),
            **self.more,
        }

    @cached_property
    def _marks(self) -> list[Mark]:
        return marks_for(self.user, self.filing)

    @cached_property
    def _page(self) -> EditPage:
        return edit_page(self.filing, facts_of(self.filing), marks=self._marks)

    def _drawn(self) -> dict[str, Any]:
        if self._page.layout != self.seen.layout:
            return {"table": self._table(), "panel": self._panel(), "threads": self._threads()}
        if self.before is None:
            everything = cells_of(self._page).values()
            squares = [self._square(cell) for cell in everything]
            return {"squares": squares, "panel": self._panel(), "threads": self._threads()}
        past = edit_page(self.filing, self.before, marks=self._marks)
        drawn_before = cells_of(past)
        changed = [cell for key, cell in cells_of(self._page).items() if drawn_before.get(key) != cell]
        panel = {} if past.findings == self._page.findings else {"panel": self._panel()}
        return {"squares": [self._square(cell) for cell in changed], **panel}

    def _table(self) -> str:
        page = edit_page(self.filing, self._page.facts, marks=self._marks, widget=draw_widget)
        return render_to_string("sheets/_table.html", {"table": page.table})

    def _square(self, cell: DrawnCell) -> dict[str, Any]:
        square = cell.square
        assert square is not None
        return {
            "key": square.key,
            "classes": square.classes,
            "value": square.value,
            "mark": square.mark,
            "detail": square.detail,
            "reading": render_to_string("sheets/_reading.html", {"square": square}),
            "light": light(cell.gutter.light, words=False) if cell.gutter and cell.gutter.light is not None else "",
        }

    def _panel(self) -> str:
        return render_to_string("assessments/edit/_panel.html", {"panel": self._page.panel()})

    def _threads(self) -> str:
        threads = threads_of(self._marks, self._page.facts)
        return render_to_string("assessments/edit/_threads.html", {"threads": threads})


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """What became of one change; the text that was sent comes back as it was sent."""
    if isinstance(outcome, Saved):
        return {"key": outcome.key, "status": "saved", "value": outcome.value}
    if isinstance(outcome, Conflict):
        at = timezone.localtime(outcome.at).strftime("%H:%M:%S") if outcome.at else ""
        return {
            "key": outcome.key,
            "status": "conflict",
            "value": outcome.yours,
            "theirs": outcome.theirs,
            "by": outcome.by,
            "at": at,
        }
    return {"key": outcome.key, "status": "refused", "value": outcome.value, "message": outcome.message}


def cells_of(page: EditPage) -> dict[str, DrawnCell]:
    """The cells of the page's table that hold a square, by its key, in reading order."""
    return {cell.square.key: cell for row in page.table.rows for cell in row.cells if cell.square}
