"""Obligations, and the extensions granted."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.domain.funds import NAMES, Fund, fund_of
from assessments.models.cycle import Cycle
from assessments.sheets.edition import weight_key
from portal.accounts.models import Unit
from portal.clock import last_day_before
from portal.text.columns import ShortColumn


class Obligation(models.Model):
    """One paper that one unit owes in one cycle, for one fund (or for the unit as a whole, ``fund`` blank).

    ``former_unit`` owed it until ``unit`` took over, and goes on reading it. In a historical cycle ``fund`` may be a
    name that the portal does not know, as an imported paper says it.
    """

    LONGEST_FUND = 20

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="obligations", verbose_name=_("批次"), db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="obligations", verbose_name=_("单位"))
    fund = models.CharField(
        _("险种"), max_length=LONGEST_FUND, blank=True, choices=[(fund.value, NAMES[fund].full) for fund in Fund]
    )
    extended_to = models.DateTimeField(_("延期至"), null=True, blank=True)
    former_unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", editable=False)

    class Meta:
        ordering = ["cycle_id", "unit_id", "fund"]
        constraints = [models.UniqueConstraint(fields=["cycle", "unit", "fund"], name="obligation_once")]

    def __str__(self) -> str:
        return f"{self.unit} {self.fund_name}"

    @property
    def fund_name(self) -> str:
        """The fund's full name, or what an import calls it; blank for a paper of the whole unit."""
        fund = fund_of(self.fund)
        return NAMES[fund].full if fund else self.fund

    def words(self, *, unit: str, region: str) -> dict[str, str]:
        """The portal's own knowledge of the paper: whose it is, as it is called there, of which fund, for when."""
        fund, cycle = fund_of(self.fund), self.cycle
        project = f"{NAMES[fund].full}基金支出" if fund else "社会保险基金支出"
        when = {"year": str(cycle.year), "period": cycle.period}
        weights = {weight_key(name): str(points) for name, points in cycle.weights.items()}
        return {**weights, "region": region, "unit": unit, "project": project, "fund": self.fund_name, **when}

    @property
    def due_at(self) -> datetime:
        """The instant from which a submission is late for this unit."""
        return self.extended_to or self.cycle.due_at

    @property
    def due_day(self) -> date:
        """The last Beijing day on which this unit is in time."""
        return last_day_before(self.due_at)


class Extension(models.Model):
    """A change of one unit's due date, with the reason (延期)."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="extensions")
    was = models.DateTimeField()
    due_at = models.DateTimeField(_("新截止时间"))
    reason = ShortColumn(_("理由"), max_length=500)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="extension_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.obligation_id} → {self.due_at:%F}"
