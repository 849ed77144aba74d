"""Administrative regions by GB/T 2260 code."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.text.columns import LineColumn


class Region(models.Model):
    """A region (自治区), prefecture (地区/州) or county (县), with the one it lies in."""

    class Level(models.TextChoices):
        REGION = "region", _("自治区")
        PREFECTURE = "prefecture", _("地区/州")
        COUNTY = "county", _("县")

    code = models.CharField(_("区划代码"), max_length=12, unique=True)
    name = LineColumn(_("区划名称"), max_length=60)
    level = models.CharField(_("级别"), max_length=12, choices=Level)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("上级区划")
    )

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=r"^[0-9]{6}$"), name="region_code_is_gb_t_2260"),
            models.CheckConstraint(
                condition=models.Q(level="region", parent=None)
                | (~models.Q(level="region") & models.Q(parent__isnull=False)),
                name="region_below_the_top_has_a_parent",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def prefecture(self) -> "Region | None":
        """The prefecture this region is or lies in; None for a whole 自治区."""
        if self.level == self.Level.PREFECTURE:
            return self
        return self.parent.prefecture if self.parent else None
