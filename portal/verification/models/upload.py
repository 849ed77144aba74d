"""A file that somebody uploaded to learn whether it is genuine."""

import uuid

from django.db import models

from portal.text.columns import LineColumn


class Upload(models.Model):
    """One upload and its verdict; ``path`` is blank once the file is checked and gone, the row goes a day later.

    ``address`` counts uploads per sender. ``verdict`` is blank until the job (kind ``check``, subject ``upload``) is
    over; ``reasons`` and ``signatures`` are written as in :class:`portal.documents.models.Check`. ``document_id`` names
    the registered document that the file is or was made from.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    filename = LineColumn(max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    path = models.CharField(max_length=100, blank=True, editable=False)
    address = models.GenericIPAddressField(null=True)
    at = models.DateTimeField(db_index=True)
    verdict = models.CharField(max_length=12, blank=True)
    reasons = models.JSONField(default=list)
    signatures = models.JSONField(default=list)
    document_id = models.UUIDField(null=True)

    class Meta:
        ordering = ["-at", "id"]

    def __str__(self) -> str:
        return f"{self.filename} {self.verdict}"
