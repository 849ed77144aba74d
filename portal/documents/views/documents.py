"""The list of documents, and the download of one."""

import logging
from uuid import UUID

from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.accounts.requests import SignedInRequest
from portal.documents import queries, store

logger = logging.getLogger(__name__)

PER_PAGE = 25


@require_safe
def document_list(request: SignedInRequest) -> HttpResponse:
    """The documents that the person may read, the newest first."""
    page = Paginator(queries.documents_visible_to(request.user), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "documents/list.html", {"page": page})


@require_safe
def download(request: SignedInRequest, pk: UUID) -> HttpResponseBase:
    """Streams the registered bytes under their official name; a file that is gone or altered is never handed out."""
    document = queries.document_for(request.user, pk)
    try:
        file = store.open_verified(document.path, sha256=document.sha256)
    except store.DamagedError:
        logger.exception("document %s is gone from the store or altered", document.pk)
        return render(request, "documents/damaged.html", {"document": document}, status=503)
    response = FileResponse(file, as_attachment=True, filename=document.filename, content_type=document.media_type)
    response["ETag"] = f'"{document.sha256}"'
    return response
