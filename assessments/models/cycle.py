"""A prefecture's call for papers."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from django.db import models
from django.utils import dateformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.domain.consistency import NEWEST, RULE_SETS
from assessments.domain.kinds import CALLED_FOR, KINDS, PaperKind
from assessments.editions import WEIGHTS, edition_named
from portal.accounts.models import Region
from portal.clock import last_day_before

#: All the points of a scored paper.
_ALL_POINTS = 100
_MONTHLY = [kind.form.value for kind in CALLED_FOR if kind.monthly]


class Cycle(models.Model):
    """One call (批次): a form of one year, for monitoring with its month, open from ``opens_at`` to ``due_at``.

    ``opened_at`` is set when the obligations are created. A historical cycle holds imports; its findings are advisory.
    ``rule_set`` stays what it was when the cycle was made, whatever rules come later. ``weights`` are the points of a
    scored paper where they are not its edition's: of the budget's execution and of each first level.
    """

    prefecture = models.ForeignKey(
        Region, models.PROTECT, related_name="cycles", verbose_name=_("地区/州"), db_index=False
    )
    kind = models.CharField(_("种类"), max_length=30)
    year = models.PositiveSmallIntegerField(_("年度"))
    month = models.PositiveSmallIntegerField(_("监控月份"), null=True, blank=True)
    edition = models.CharField(_("表式版本"), max_length=40)
    rule_set = models.CharField(
        _("规则版本"), max_length=20, default=NEWEST, choices=[(rule_set, rule_set) for rule_set in RULE_SETS]
    )
    weights = models.JSONField(_("分值"), default=dict, blank=True)
    opens_at = models.DateTimeField(_("开放时间"))
    due_at = models.DateTimeField(_("截止时间"))
    opened_at = models.DateTimeField(_("下发时间"), null=True, blank=True)
    historical = models.BooleanField(_("历史批次"), default=False)

    class Meta:
        ordering = ["-year", "-month", "kind", "id"]
        indexes = [models.Index(fields=["prefecture", "-due_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["prefecture", "kind", "year", "month"], name="cycle_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=_MONTHLY, month__range=(1, 12))
                | ~models.Q(kind__in=_MONTHLY) & models.Q(month__isnull=True),
                name="cycle_month_fits_kind",
            ),
            models.CheckConstraint(condition=models.Q(due_at__gt=models.F("opens_at")), name="cycle_due_after_opening"),
            models.CheckConstraint(condition=models.Q(year__range=(2000, 2100)), name="cycle_year_is_plausible"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name of the call: 2020年1–9月绩效监控, 2022年度绩效自评."""
        return gettext(self.paper.call) % {"year": self.year, "month": self.month}

    @property
    def points(self) -> dict[str, int]:
        """The points of each part of a scored paper: the cycle's, else the usual ones."""
        return WEIGHTS | self.weights

    def set_points(self, points: Mapping[str, int]) -> None:
        """Keeps the points of its scored edition where they are not the usual ones; another edition has none."""
        usual = dict(edition_named(self.edition).weights)
        kept = {name: points[name] for name in usual}
        self.weights = {} if kept == usual else kept

    @property
    def points_add_up(self) -> bool:
        """True if the points of a scored paper come to a hundred."""
        parts = edition_named(self.edition).weights
        return not parts or sum(self.points[name] for name in parts) == _ALL_POINTS

    @property
    def paper(self) -> PaperKind:
        """The kind of paper that it calls for."""
        return KINDS[self.kind]

    @property
    def kind_name(self) -> str:
        """The name of its papers."""
        return gettext(self.paper.name)

    @property
    def period(self) -> str:
        """The point in time as the papers print it: 2020年9月, or 2022."""
        return f"{self.year}年{self.month}月" if self.month else str(self.year)

    @property
    def period_name(self) -> str:
        """The point in time in the reader's language."""
        if self.month is None:
            return self.period
        return dateformat.format(date(self.year, self.month, 1), gettext("Y年n月"))

    @property
    def last_day(self) -> date:
        """The last day of the time that its papers are about."""
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def due_day(self) -> date:
        """The last Beijing day on which a filing is in time."""
        return last_day_before(self.due_at)
