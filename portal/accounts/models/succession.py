"""合并, 分设, 撤销: which unit took over from which."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.accounts.models.unit import Unit


class Succession(models.Model):
    """``successor`` took over from ``predecessor`` on ``day``, all that it ran or only ``funds``.

    Who took over from a unit took over from those before it too: these rows are not ``direct``, so that one look tells
    all. Inserts only.
    """

    class Kind(models.TextChoices):
        MERGER = "merger", _("合并")
        SPLIT = "split", _("分设")
        ABOLITION = "abolition", pgettext_lazy("unit", "撤销")

    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="successions", db_index=False, verbose_name=_("原单位")
    )
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="inheritances", verbose_name=_("承接单位"))
    kind = models.CharField(_("变更种类"), max_length=10, choices=Kind)
    day = models.DateField(_("生效日期"))
    funds = ArrayField(models.CharField(max_length=20), default=list, blank=True, verbose_name=_("险种"))
    direct = models.BooleanField(default=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("操作人"))
    made_at = models.DateTimeField(_("办理时间"))

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")), name="nobody_succeeds_oneself"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["merger", "split", "abolition"]), name="succession_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
