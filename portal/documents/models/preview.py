"""What a document looks like, for the screen."""

from django.db import models

from portal.documents.models.document import Document


class Preview(models.Model):
    """A picture (PNG) of a document's first page; it lies in the store under ``path``. Inserts only."""

    document = models.OneToOneField(Document, models.PROTECT, related_name="preview")
    path = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="preview_digest_is_sha256"
            ),
        ]

    def __str__(self) -> str:
        return self.path
