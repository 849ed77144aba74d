"""The words of the services of judging when they refuse; they are for the person at the screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from assessments.services.errors import Refused


class ReviewRefused(Refused):
    """A review that cannot be taken up, handed over or handed in now."""


class ScoreRefused(Refused):
    """Scores that cannot stand; ``parts`` says for each part of the rubric what would be right."""

    def __init__(self, message: str | Promise, parts: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.parts = dict(parts or {})


@dataclass(frozen=True, slots=True)
class Standing:
    """The present state of a part: points and reason as a page shows them, who wrote them and when.

    ``own``: the reader did, on another page.
    """

    points: str
    reason: str
    by: str
    own: bool
    at: datetime | None

    @property
    def clock(self) -> str:
        """The time of writing, Beijing time."""
        return timezone.localtime(self.at).strftime("%H:%M:%S") if self.at else ""

    def said(self) -> str:
        """Tells it to whoever was about to write over it."""
        who = _("您自己在另一页") if self.own else self.by or _("他人")
        points = _("%(points)s 分") % {"points": self.points} if self.points else _("未评")
        now = " ".join(filter(None, (points, self.reason)))
        words = _("%(who)s（%(clock)s）刚改为“%(now)s”，没有保存。这里仍是您填的，再保存一次就用您的。")
        return words % {"who": who, "clock": self.clock, "now": now}


class ScoredMeanwhile(ScoreRefused):
    """Parts that another page has scored otherwise since they were read; nothing was saved."""

    def __init__(self, stands: Mapping[str, Standing]) -> None:
        parts = {part: standing.said() for part, standing in stands.items()}
        super().__init__(_("评分刚在另一页改过，没有保存，请看各项下面的说明。"), parts)
        self.stands = dict(stands)


class SheetRefused(Refused):
    """A review sheet that cannot be composed, changed, sent or signed now."""


class ExportRefused(Refused):
    """Nothing can be exported from this choice."""
