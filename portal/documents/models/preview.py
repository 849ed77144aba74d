"""The look of a document, for the screen."""

from django.db import models

from portal.documents.models.document import Document


class Preview(models.Model):
    """A picture (PNG) of one page of a document; it lies in the store under ``path``. All pages at once, or none."""

    #: Of a paper without measure only the first pages are drawn, so that nobody waits for the rest.
    MOST_PAGES = 40

    document = models.ForeignKey(Document, models.PROTECT, related_name="previews", db_index=False)
    page = models.PositiveSmallIntegerField()
    path = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["page"]
        constraints = [
            models.UniqueConstraint(fields=["document", "page"], name="preview_once_a_page"),
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="preview_digest_is_sha256"
            ),
        ]

    def __str__(self) -> str:
        return self.path
