"""A line of the record until its transaction commits."""

from django.conf import settings
from django.db import models


class PendingEntry(models.Model):
    """A line without its place in the chain; a trigger moves it into the record right before the commit.

    So a line is undone with the savepoint that it was written in, and nobody waits for a transaction that goes on.
    ``before`` and ``behind`` are what its digest covers, around the digest of the line before it.
    """

    at = models.DateTimeField()
    #: Checked at once, not at the commit: nothing is waited for while the chain is held.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False
    )
    verb = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=60)
    region_code = models.CharField(max_length=12)
    details = models.JSONField()
    before = models.TextField()
    behind = models.TextField()

    class Meta:
        db_table = "audit_pending"

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind}:{self.subject_id}"
