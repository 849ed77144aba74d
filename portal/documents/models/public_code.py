"""The short code on a paper, which leads anyone to its public page."""

from django.db import models


class PublicCode(models.Model):
    """One code for one content of one subject, for good; 12 characters of Crockford's base 32, 60 random bits."""

    code = models.CharField(max_length=12, unique=True)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=60)
    content_digest = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "content_digest"], name="public_code_once_per_content"
            ),
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[0-9A-HJKMNP-TV-Z]{12}$"), name="public_code_is_base32"
            ),
        ]

    def __str__(self) -> str:
        return self.code
