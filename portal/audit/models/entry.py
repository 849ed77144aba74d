"""One line of the record, chained to the line before it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """An act on a subject: who, what, when; ``digest`` covers the line and the digest of the line before (SHA-256).

    The table takes inserts only: a trigger refuses every change and removal.
    """

    at = models.DateTimeField(_("时间"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("操作人")
    )
    verb = models.CharField(_("操作"), max_length=40)
    subject_kind = models.CharField(_("对象类别"), max_length=40)
    subject_id = models.CharField(_("对象"), max_length=60)
    region_code = models.CharField(_("区划代码"), max_length=12, blank=True)
    details = models.JSONField(_("内容"), default=dict)
    previous_digest = models.CharField(max_length=64, unique=True)
    digest = models.CharField(_("摘要"), max_length=64, unique=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["subject_kind", "subject_id"]), models.Index(fields=["region_code", "-id"])]

    def __str__(self) -> str:
        return f"{self.at:%F %T} {self.verb} {self.subject_kind}:{self.subject_id}"
