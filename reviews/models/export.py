"""The export of a business admin."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models import Cycle, Filing
from portal.accounts.models import Region


class Export(models.Model):
    """A choice of papers: one filing, a county's papers of a cycle, or (neither named) everything of the cycle.

    One row for each choice, however often it is exported; the documents of its jobs are its history.
    """

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="exports", verbose_name=_("批次"), db_index=False)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("县或地区")
    )
    filing = models.ForeignKey(Filing, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("表"))

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "region", "filing"], name="export_once_per_choice", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(region__isnull=True) | models.Q(filing__isnull=True), name="export_of_one_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The cycle, with the county or the filing that was chosen."""
        chosen = self.filing.obligation if self.filing else self.region
        return f"{self.cycle.name} {chosen or self.cycle.prefecture.name}"
