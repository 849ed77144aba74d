"""The seals on a document."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.documents.models.document import Document
from portal.seals.models import Seal


class Imprint(models.Model):
    """One seal on one document: which seal, in which field, and the act that stands behind it. Inserts only."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="imprints", db_index=False)
    position = models.PositiveSmallIntegerField(_("次序"))
    field = models.CharField(max_length=30)
    seal = models.ForeignKey(Seal, models.PROTECT, related_name="imprints", verbose_name=_("印章"))
    unit_name = models.CharField(_("印章"), max_length=100)
    act = models.CharField(max_length=20)
    actor = models.CharField(_("经手人"), max_length=60)
    acted_at = models.DateTimeField(_("办理时间"))
    sealed_at = models.DateTimeField(_("用印时间"))

    class Meta:
        ordering = ["document_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="imprint_position_once"),
            models.UniqueConstraint(fields=["document", "field"], name="imprint_field_once"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_name} {self.field}"
