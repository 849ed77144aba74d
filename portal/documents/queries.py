"""Reading documents and jobs: only what the person may see."""

from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.http import Http404

from portal.accounts.models import User
from portal.documents import permissions
from portal.documents.models import Document, Job, Variant
from portal.documents.printable import by_dotted_name


def documents_visible_to(user: User) -> QuerySet[Document]:
    """The documents of every subject that the apps list for the person (``settings.DOCUMENT_LISTS``), newest first."""
    subjects = Q(pk__in=())
    for kind, name in settings.DOCUMENT_LISTS.items():
        subjects |= Q(subject_kind=kind, subject_id__in=_ids(by_dotted_name(name)(user)))
    return Document.objects.filter(subjects & _not_anothers_draft(user, "job__"))


def document_for(user: User, pk: UUID) -> Document:
    """The document; raises Http404 if it is not there or not theirs."""
    document = Document.objects.select_related("job__requested_by").filter(pk=pk).first()
    if document is None or not permissions.may_read(user, document):
        raise Http404
    return document


def job_for(user: User, pk: UUID) -> Job:
    """The job with its document; raises Http404 if it is not there or not theirs."""
    job = Job.objects.select_related("document", "requested_by").filter(pk=pk).first()
    if job is None or not permissions.may_see_job(user, job):
        raise Http404
    return job


def jobs_of(user: User, *, subject_kind: str, subject_id: str) -> QuerySet[Job]:
    """The jobs of one subject with their documents, newest first; the caller has let the person see the subject."""
    jobs = Job.objects.filter(subject_kind=subject_kind, subject_id=str(subject_id))
    return jobs.filter(_not_anothers_draft(user, "")).select_related("document", "requested_by")


def _not_anothers_draft(user: User, path: str) -> Q:
    """A draft stays within the unit that asked for it; ``path`` leads to the job."""
    return ~Q(variant=Variant.DRAFT) | Q(**{f"{path}requested_by__unit": user.unit_id})


def _ids(subjects: object) -> QuerySet[Any]:
    """The primary keys of a queryset as text, ready to stand in a subquery."""
    rows = cast(QuerySet[Any], subjects)
    return rows.order_by().annotate(_subject_id=Cast("pk", CharField())).values("_subject_id")
