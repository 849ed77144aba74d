"""The result of one check, shown in place while it is made."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.accounts.decorators import keeps_idle
from portal.verification.forms.start import FileForm
from portal.verification.queries import paper_of, upload_for
from portal.verification.result_page import ResultPage
from portal.verification.services.accepting import job_of


@login_not_required
@never_cache
@require_safe
def result(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The verdict on the file, or how far its check is."""
    return render(request, "verification/result.html", {"page": _page(pk), "file_form": FileForm()})


@login_not_required
@keeps_idle
@never_cache
@require_safe
def progress(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The changes since ``?seen=``; 204 (htmx then leaves the page alone) while there are none."""
    page = _page(pk)
    if page.seen == request.GET.get("seen"):
        return HttpResponse(status=204)
    return render(request, "verification/_result.html", {"page": page, "announced": True})


def _page(pk: UUID) -> ResultPage:
    upload = upload_for(pk)
    return ResultPage(upload=upload, job=None if upload.verdict else job_of(upload), paper=paper_of(upload.document_id))
