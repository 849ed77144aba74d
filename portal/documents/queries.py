"""Reading documents and jobs: only what the person may see."""

from functools import reduce
from operator import or_
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.db.models import CharField, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from django.db.models.lookups import IsNull
from django.http import Http404
from django.utils.module_loading import import_string

from portal.accounts.models import User
from portal.documents import permissions
from portal.documents.models import Check, Document, Imprint, Preview, PublicCode, Variant
from portal.documents.papers.paper_versions import Papers, sorted_papers
from portal.documents.papers.version_status import standings_of
from portal.jobs.models import Job

_NO_DRAFT = ~Q(variant=Variant.DRAFT)


def documents_visible_to(user: User) -> QuerySet[Document]:
    """The documents of every subject that the apps list for the person (``settings.DOCUMENT_LISTS``), newest first."""
    shown = _of_prefecture(user) if user.unit.is_finance else _visible_subjects(user)
    return Document.objects.filter(shown & _not_anothers_draft(user) & ~_withheld(user))


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
    return jobs.filter(_NO_DRAFT | Q(requested_by__unit=user.unit_id), ~_withheld(user)).select_related(
        "document", "requested_by"
    )


def papers_of(user: User, *, subject_kind: str, subject_id: str) -> QuerySet[Job]:
    """The jobs of one subject with seals and newest checks of their documents; as with :func:`jobs_of`."""
    newest = Check.objects.order_by("document_id", "-at", "-pk").distinct("document_id")
    jobs = jobs_of(user, subject_kind=subject_kind, subject_id=subject_id)
    return jobs.select_related("document__store_fault").prefetch_related(
        Prefetch("document__imprints", Imprint.objects.select_related("seal")),
        Prefetch("document__checks", newest, to_attr="newest_checks"),
    )


def papers_in_brief(user: User, *, subject_kind: str, subject_id: str) -> Papers:
    """The content of a paper's page; the caller has let the person see the paper."""
    subject = {"subject_kind": subject_kind, "subject_id": subject_id}
    return sorted_papers(papers_of(user, **subject), standings_of(**subject))


def preview_of(document: Document, page: int) -> Preview:
    """The picture of one page of the document; raises Http404 where there is none."""
    found = document.previews.filter(page=page).first()
    if found is None:
        raise Http404
    return found


def code_of(document: Document) -> str:
    """The public code of what the document says; blank where it has none."""
    same = {name: getattr(document, name) for name in ("subject_kind", "subject_id", "content_digest")}
    return PublicCode.objects.filter(**same).values_list("code", flat=True).first() or ""


def waiting_visible_to(user: User) -> QuerySet[Job]:
    """The jobs that wait for a seal (待签章) among the papers that the person may see."""
    return Job.objects.filter(_visible_subjects(user), ~_withheld(user), state=Job.State.WAITING)


def _of_prefecture(user: User) -> Q:
    """The documents of a finance bureau's prefecture, of the kinds of which the apps list anything for the person."""
    return Q(prefecture=user.unit.region_id, subject_kind__in=list(_listed(user)))


def _visible_subjects(user: User) -> Q:
    listed = [Q(subject_kind=kind, subject_id__in=_ids(rows)) for kind, rows in _listed(user).items()]
    return reduce(or_, listed) if listed else Q(pk__in=())


def _listed(user: User) -> dict[str, QuerySet[Any]]:
    """The subjects of each kind of which the apps list anything for the person."""
    lists = {kind: cast(QuerySet[Any], import_string(name)(user)) for kind, name in settings.DOCUMENT_LISTS.items()}
    return {kind: rows for kind, rows in lists.items() if not rows.query.is_empty()}


def _not_anothers_draft(user: User) -> Q:
    """A draft stays within the unit that asked for it."""
    return _NO_DRAFT | Q(Exists(Job.objects.filter(pk=OuterRef("job_id"), requested_by__unit=user.unit_id)))


def _withheld(user: User) -> Q:
    """Versions of readable subjects that the apps keep from the person (``settings.DOCUMENTS_WITHHELD``)."""
    kept = Q(pk__in=())
    for kind, name in settings.DOCUMENTS_WITHHELD.items():
        versions = cast(QuerySet[Any], import_string(name)(user)).order_by()
        if versions.query.is_empty():
            continue
        # asked row by row, by an index: all of them together grow with the years, and a page shows few
        same = Subquery(versions.filter(digest=OuterRef("content_digest")).values("digest")[:1])
        kept |= Q(subject_kind=kind) & Q(IsNull(same, False))
    return kept


def _ids(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The primary keys of a queryset as text, ready to stand in a subquery."""
    return rows.order_by().annotate(_subject_id=Cast("pk", CharField())).values("_subject_id")
