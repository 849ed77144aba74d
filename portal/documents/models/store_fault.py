"""A document that the store no longer holds as it was registered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.documents.models.document import Document


class StoreFault(models.Model):
    """A registered document whose bytes were gone or altered when the store was last looked through.

    The row goes when the bytes are there again, from a backup for instance.
    """

    class Kind(models.TextChoices):
        GONE = "gone", _("已不在文件库中")
        ALTERED = "altered", _("与登记的摘要不一致")

    document = models.OneToOneField(Document, models.PROTECT, primary_key=True, related_name="store_fault")
    kind = models.CharField(_("情况"), max_length=7, choices=Kind)
    found_at = models.DateTimeField(_("发现时间"))

    def __str__(self) -> str:
        return f"{self.document_id} {self.kind}"
