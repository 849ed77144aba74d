"""The permission to see a document or the job that makes it; the app that owns the subject decides."""

from typing import Any, cast

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

from portal.accounts.models import User
from portal.documents.models import Document, Variant
from portal.jobs.models import Job


def may_read_subject(user: User, subject_kind: str, subject_id: str) -> bool:
    """The gate of the subject's kind (``settings.DOCUMENT_GATES``) lets the person in; no gate, no way in."""
    gate = settings.DOCUMENT_GATES.get(subject_kind)
    return gate is not None and cast(bool, import_string(gate)(user, subject_id))


def may_see_job(user: User, job: Job) -> bool:
    """Whoever may read the subject, but for withheld versions; a draft stays within the unit that asked for it."""
    return (
        _stays_at_home(user, job)
        and may_read_subject(user, job.subject_kind, job.subject_id)
        and not _is_withheld(user, job)
    )


def may_read(user: User, document: Document) -> bool:
    """Whoever may see the job that made it."""
    return may_see_job(user, document.job)


def may_read_document(user: User, subject_id: str) -> bool:
    """The gate of what is about a document, a check of it for instance: whoever may read the document."""
    document = Document.objects.select_related("job__requested_by").filter(pk=subject_id).first()
    return document is not None and may_read(user, document)


def _stays_at_home(user: User, job: Job) -> bool:
    return job.variant != Variant.DRAFT or (job.requested_by is not None and job.requested_by.unit_id == user.unit_id)


def _is_withheld(user: User, job: Job) -> bool:
    """The version is one that the app keeps from the person (``settings.DOCUMENTS_WITHHELD``)."""
    name = settings.DOCUMENTS_WITHHELD.get(job.subject_kind)
    withheld = cast("QuerySet[Any] | None", name and import_string(name)(user))
    return withheld is not None and withheld.filter(digest=job.content_digest).exists()
