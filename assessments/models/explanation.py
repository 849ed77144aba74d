"""The words of a unit to a warning, or to what was misread in its words."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.filing import Filing
from portal.text.columns import ShortColumn


class Explanation(models.Model):
    """The explanation of one warning, by rule and square, or once for the whole form; the reviewer reads it.

    ``misread``: it answers that the system read the words of the square wrongly.

    ``about`` are digests of all that these words were said to, so that they do not stand for figures that came later.
    """

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="explanations", db_index=False)
    rule = models.CharField(max_length=8)
    key = models.CharField(max_length=80)
    text = ShortColumn(_("说明"), max_length=500)
    about = models.JSONField(default=list)
    misread = models.BooleanField(_("系统读错了"), default=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["filing", "rule", "key"], name="explanation_once"),
            models.CheckConstraint(condition=~models.Q(text=""), name="explanation_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.key}"
