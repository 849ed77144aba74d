"""Finished documents."""

import uuid
from pathlib import PurePosixPath

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Region
from portal.documents.models.words import DocumentKind, Variant
from portal.jobs.models import Job

MEDIA_TYPES = {".pdf": "application/pdf", ".zip": "application/zip"}


class Document(models.Model):
    """The registered bytes of one content of one subject; the file lies in ``settings.DOCUMENT_STORE`` under ``path``.

    The subject is opaque here (``subject_kind`` and ``subject_id`` belong to an app, which also says who may read it).
    ``content_digest`` is the SHA-256 of what was printed, ``sha256`` that of the bytes; ``version`` counts the contents
    of one subject and variant from 1. ``prefecture`` is the one that the subject belongs to, None where it belongs to
    none. ``job`` has made it. A document is never changed.
    """

    #: As what a document is the subject of a job that checks it.
    SUBJECT_KIND = "document"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("类别"), max_length=10, choices=DocumentKind)
    job = models.OneToOneField(Job, models.PROTECT, related_name="document")
    subject_kind = models.CharField(_("对象类别"), max_length=40)
    subject_id = models.CharField(_("对象"), max_length=60)
    prefecture = models.ForeignKey(
        Region, models.PROTECT, null=True, related_name="+", verbose_name=_("地区/州"), db_index=False
    )
    content_digest = models.CharField(_("内容摘要"), max_length=64)
    variant = models.CharField(_("状态"), max_length=13, choices=Variant)
    version = models.PositiveIntegerField(_("版本"))
    filename = models.CharField(_("文件名"), max_length=200)
    sha256 = models.CharField(_("SHA-256 摘要"), max_length=64)
    size = models.PositiveBigIntegerField(_("大小（字节）"))
    path = models.CharField(max_length=100, editable=False)
    created_at = models.DateTimeField(_("生成时间"))

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_kind", "subject_id", "content_digest", "variant"],
                name="document_once_per_content",
            ),
            models.UniqueConstraint(
                fields=["kind", "subject_kind", "subject_id", "variant", "version"], name="document_version_once"
            ),
            models.CheckConstraint(condition=Q(kind__in=DocumentKind.values), name="document_kind_is_known"),
            models.CheckConstraint(condition=Q(variant__in=Variant.values), name="document_variant_is_known"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$", content_digest__regex=r"^[0-9a-f]{64}$"),
                name="document_digests_are_sha256",
            ),
            models.CheckConstraint(condition=Q(version__gte=1, size__gte=1), name="document_has_bytes_and_version"),
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"]),
            models.Index(fields=["prefecture", "-created_at", "id"]),
        ]

    def __str__(self) -> str:
        return self.filename

    @property
    def media_type(self) -> str:
        """The media type its name stands for."""
        return MEDIA_TYPES[PurePosixPath(self.filename).suffix.lower()]


def made_by(job: Job) -> Document | None:
    """The document that a job has made; None where there is none."""
    return getattr(job, "document", None)
