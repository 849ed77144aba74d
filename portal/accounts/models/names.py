"""The former and the coming names of units and regions.

Today's name stands on the unit or region itself, each former one ends on a day, and each begins the day after the one
before it ended: so names cannot overlap, and no day is without one.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.accounts.models.region import Region
from portal.accounts.models.unit import Unit
from portal.text.columns import LineColumn


class FormerName(models.Model):
    """A name until the end of ``last_day``, Beijing time."""

    last_day = models.DateField(_("最后一天"))

    class Meta:
        abstract = True


class ComingName(models.Model):
    """A name from ``first_day`` on, which has not come yet; it replaces today's name on that day."""

    first_day = models.DateField(_("生效日期"))

    class Meta:
        abstract = True


class FormerUnitName(FormerName):
    """A former name of a unit."""

    unit = models.ForeignKey(Unit, models.PROTECT, db_index=False, related_name="former_names")
    name = LineColumn(_("单位名称"), max_length=100)
    short_name = LineColumn(_("简称"), max_length=40, blank=True)

    class Meta:
        ordering = ["last_day"]
        constraints = [models.UniqueConstraint(fields=["unit", "last_day"], name="unit_name_ends_once_a_day")]

    def __str__(self) -> str:
        return self.name


class ComingUnitName(ComingName):
    """A coming name of a unit."""

    unit = models.OneToOneField(Unit, models.PROTECT, related_name="coming_name")
    name = LineColumn(_("单位名称"), max_length=100)
    short_name = LineColumn(_("简称"), max_length=40, blank=True)

    def __str__(self) -> str:
        return self.name


class FormerRegionName(FormerName):
    """A former name of a region, and its code then."""

    region = models.ForeignKey(Region, models.PROTECT, db_index=False, related_name="former_names")
    name = LineColumn(_("区划名称"), max_length=60)
    code = models.CharField(_("区划代码"), max_length=12)

    class Meta:
        ordering = ["last_day"]
        constraints = [models.UniqueConstraint(fields=["region", "last_day"], name="region_name_ends_once_a_day")]

    def __str__(self) -> str:
        return self.name


class ComingRegionName(ComingName):
    """A coming name of a region, and its code then."""

    region = models.OneToOneField(Region, models.PROTECT, related_name="coming_name")
    name = LineColumn(_("区划名称"), max_length=60)
    code = models.CharField(_("区划代码"), max_length=12)

    def __str__(self) -> str:
        return self.name


Former = TypeVar("Former", bound=FormerName)


def in_force_on(former: Iterable[Former], day: date) -> Former | None:
    """The former name that counted on ``day``; None where that was today's name."""
    return min((name for name in former if name.last_day >= day), key=lambda name: name.last_day, default=None)


def unit_name_on(unit: Unit, day: date) -> str:
    """The name of ``unit`` on ``day``; one query unless its former names are fetched."""
    former = in_force_on(unit.former_names.all(), day)
    return former.name if former else unit.name


def region_name_on(region: Region, day: date) -> str:
    """The name of ``region`` on ``day``; one query unless its former names are fetched."""
    former = in_force_on(region.former_names.all(), day)
    return former.name if former else region.name
