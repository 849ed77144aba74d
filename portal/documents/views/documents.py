"""The list of documents, the page of one, pictures of its pages, and its download."""

import logging
from uuid import UUID

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal import clock
from portal.accounts.requests import SignedInRequest
from portal.documents import queries
from portal.documents.models import Document, DocumentKind
from portal.documents.papers.paper_versions import versions_of
from portal.documents.papers.subject_pages import subject_page
from portal.documents.papers.version_status import standings_of
from portal.documents.register.document_checks import request_check
from portal.documents.screens.document_page import document_page
from portal.documents.store import document_store
from portal.documents.store.kept_previews import open_preview, previews_of
from portal.documents.store.store_check import look_at
from portal.ui.acts import acts_on
from portal.ui.lists import remember
from portal.ui.pages import page_of

logger = logging.getLogger(__name__)

PER_PAGE = 25


@require_safe
def document_list(request: SignedInRequest) -> HttpResponse:
    """The documents that the person may read, the newest first; with ``?lost=1`` those that the store lost."""
    remember(request)
    shown = queries.documents_visible_to(request.user).select_related("store_fault")
    if "lost" in request.GET:
        shown = shown.filter(store_fault__isnull=False)
    page = page_of(shown, PER_PAGE, request.GET.get("page"))
    return render(request, "documents/list.html", {"page": page})


@require_safe
def document(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One document: the verdict on it first, then how it came about, its seals and the versions of its paper."""
    found = queries.document_for(request.user, pk)
    subject = {"subject_kind": found.subject_kind, "subject_id": found.subject_id}
    versions = versions_of(queries.papers_of(request.user, **subject), standings_of(**subject))
    checks = queries.jobs_of(request.user, subject_kind=Document.SUBJECT_KIND, subject_id=str(pk))
    shown = document_page(pk=pk, versions=versions, checks=checks)
    context = {
        "shown": shown,
        "previews": previews_of(found),
        "subject_page": subject_page(found),
        "code": queries.code_of(found),
    }
    return render(request, "documents/document.html", context)


@acts_on("documents:document", "pk")
def check(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Looks into the document's bytes once more; its page shows how far that is."""
    request_check(document=queries.document_for(request.user, pk), actor=request.user, at=clock.now())
    return redirect("documents:document", pk)


@require_safe
def preview(request: SignedInRequest, pk: UUID, page: int) -> HttpResponseBase:
    """The picture of one page; raises Http404 where there is none."""
    picture = queries.preview_of(queries.document_for(request.user, pk), page)
    try:
        file = open_preview(picture)
    except (document_store.DamagedError, document_store.UnavailableError):
        logger.exception("picture %s of document %s is gone from the store or altered", page, pk)
        return HttpResponse(status=503)
    response = FileResponse(file, content_type="image/png")
    response["ETag"] = f'"{picture.sha256}"'
    return response


@require_safe
def download(request: SignedInRequest, pk: UUID) -> HttpResponseBase:
    """Streams the registered bytes under their official name; a file that is gone or altered is never handed out.

    With ``?open=1`` the browser opens a paper itself, to be read and printed.
    """
    document = queries.document_for(request.user, pk)
    try:
        file = document_store.open_verified(document.path, sha256=document.sha256)
    except document_store.DamagedError:
        look_at(document, at=clock.now())
        return render(request, "documents/damaged.html", {"document": document}, status=503)
    except document_store.UnavailableError:
        logger.exception("the store does not give document %s", document.pk)
        return render(request, "documents/store_away.html", {"document": document}, status=503)
    opened = document.kind == DocumentKind.PDF and "open" in request.GET
    response = FileResponse(
        file, as_attachment=not opened, filename=document.filename, content_type=document.media_type
    )
    if opened:
        # To our policy the browser's own viewer is a plug-in with foreign styles; the file itself runs nothing.
        response["Content-Security-Policy"] = "frame-ancestors 'none'"
    response["ETag"] = f'"{document.sha256}"'
    return response
