"""Bureaus: those that file and those that review."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.accounts.models.region import Region
from portal.text.columns import LineColumn


class Unit(models.Model):
    """A bureau of one region; ``aliases`` are other names it signs with."""

    class Kind(models.TextChoices):
        SOCIAL_INSURANCE = "social_insurance", _("社会保险")
        MEDICAL_INSURANCE = "medical_insurance", _("医疗保障")
        FINANCE = "finance", _("财政")

    region = models.ForeignKey(Region, models.PROTECT, related_name="units", verbose_name=_("所在区划"), db_index=False)
    kind = models.CharField(_("类别"), max_length=20, choices=Kind)
    name = LineColumn(_("单位名称"), max_length=100)
    short_name = LineColumn(_("简称"), max_length=40, blank=True)
    aliases = ArrayField(LineColumn(max_length=100), default=list, blank=True, verbose_name=_("曾用名或别名"))
    active = models.BooleanField(_("在用"), default=True)

    class Meta:
        ordering = ["region__code", "kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["region", "name"], name="unit_name_once_per_region"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["social_insurance", "medical_insurance", "finance"]),
                name="unit_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The words beside a person's name: the short name, or the full one."""
        return self.short_name or self.name

    @property
    def is_finance(self) -> bool:
        """True if this unit reviews (财政) rather than files."""
        return self.kind == self.Kind.FINANCE
