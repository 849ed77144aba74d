"""The frozen facts of one submission."""

from functools import cache
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from assessments.models.filing import Filing
from assessments.models.history import Move
from assessments.models.narrative import NarrativeVersion
from portal.accounts.models import Unit


class Snapshots(models.QuerySet["Snapshot"]):
    """Versions of filings."""

    def received(self) -> Self:
        """Those that the prefecture has: what its unit withdrew was not received."""
        return self.filter(~_withdrawal())

    def withdrawn(self) -> Self:
        """Those that their unit took back."""
        return self.filter(_withdrawal())


@cache
def _withdrawal() -> Exists:
    return Exists(Move.objects.filter(filing=OuterRef("filing"), version=OuterRef("version"), name="withdraw"))


class Snapshot(models.Model):
    """A submitted version: edition, payload in the exchange format, and the findings left. Inserts only.

    ``findings`` are those of the form and of the narrative that went with it, with explanations and waivers, by the
    rules of ``rule_set``. ``unit`` is the one that submitted it, whoever took over since. ``digest`` (SHA-256) covers
    payload, version, instant, the two people and the narrative, so that each version of a paper has its own, even where
    its figures are the same again.
    """

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="snapshots", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("单位"))
    version = models.PositiveSmallIntegerField(_("版次"))
    edition = models.CharField(max_length=40)
    rule_set = models.CharField(max_length=20)
    payload = models.JSONField()
    findings = models.JSONField(default=list)
    narrative = models.ForeignKey(NarrativeVersion, models.PROTECT, null=True, related_name="snapshots")
    digest = models.CharField(_("摘要"), max_length=64)
    preparer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("经办人")
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("负责人")
    )
    at = models.DateTimeField()

    objects = Snapshots.as_manager()

    class Meta:
        ordering = ["filing_id", "version"]
        indexes = [models.Index(fields=["digest"])]
        constraints = [models.UniqueConstraint(fields=["filing", "version"], name="snapshot_once_per_version")]

    def __str__(self) -> str:
        return f"{self.filing_id} v{self.version}"
