"""The findings of a look into a document's own bytes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.documents.models.document import Document


class Check(models.Model):
    """One check of one registered document: its verdict at that time, with reasons and signatures. Inserts only.

    ``verdict`` is a word of :class:`portal.documents.register.verdicts.Verdict`; ``reasons`` are Chinese msgids with
    their figures (``[[template, values], …]``), ``signatures`` what was found of each.
    """

    document = models.ForeignKey(Document, models.PROTECT, related_name="checks", db_index=False)
    at = models.DateTimeField(_("验证时间"))
    verdict = models.CharField(_("结论"), max_length=12)
    reasons = models.JSONField(default=list)
    signatures = models.JSONField(default=list)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["document", "-at"])]

    def __str__(self) -> str:
        return f"{self.document_id} {self.verdict}"
