"""The squares that a whole form could not save, for the summary at the top of the page and for themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessments.domain.consistency import Finding, Severity
from assessments.domain.facts import Facts
from assessments.domain.wording import Message, gettext_noop
from assessments.rendering.grid.addresses import address_of
from assessments.rendering.grid.drawables import element_id
from assessments.services.squares import Conflict, Outcome, Unacceptable

_NOT_SAVED = gettext_noop("没有保存")


@dataclass(frozen=True, slots=True)
class UnsavedSquare:
    """One square that was not saved."""

    key: str
    address: str
    message: str

    @property
    def element_id(self) -> str:
        """The id of the square's input."""
        return element_id(self.key)

    def as_finding(self) -> Finding:
        """The same as something that is found at the square, worse than anything the rules find there."""
        said = Message("{message}", {"message": self.message})
        return Finding("", Severity.ERROR, self.key, said, said, Message(_NOT_SAVED))


def problems_of(outcomes: Iterable[Outcome], facts: Facts) -> list[UnsavedSquare]:
    """The squares that were not saved, in the order in which they were posted."""
    return [
        UnsavedSquare(outcome.key, address_of(outcome.key, facts), _words(outcome))
        for outcome in outcomes
        if isinstance(outcome, Conflict | Unacceptable)
    ]


def _words(outcome: Conflict | Unacceptable) -> str:
    if isinstance(outcome, Unacceptable):
        return outcome.message
    figures = {"by": _("您自己在另一页") if outcome.own else outcome.by or _("他人"), "theirs": outcome.theirs}
    return _("这一格刚被%(by)s改为“%(theirs)s”。格中仍是您填的内容，再保存一次就用您的。") % figures
