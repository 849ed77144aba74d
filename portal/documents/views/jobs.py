"""The progress of a job, shown in place until the download stands there."""

from urllib.parse import urlsplit
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal import clock
from portal.accounts.decorators import keeps_idle
from portal.accounts.requests import SignedInRequest
from portal.documents import queries
from portal.documents.models import made_by
from portal.documents.papers.subject_pages import subject_page
from portal.documents.store.kept_previews import previews_of
from portal.jobs import services
from portal.jobs.models import Job
from portal.jobs.progress_steps import seen, steps_of
from portal.ui.acts import acts_on


@require_safe
def job_page(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """The job on a page of its own, with the paper as soon as that is made; to htmx the component alone."""
    template = "documents/_job.html" if request.headers.get("HX-Request") else "documents/job.html"
    job = queries.job_for(request.user, pk)
    return render(request, template, _context(request, job) | {"subject_page": subject_page(job)})


@keeps_idle
@require_safe
def progress(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """The changes since ``?seen=``; 204 (htmx then leaves the page alone) while there are none."""
    job = queries.job_for(request.user, pk)
    known = request.GET.get("seen", "")
    if known == seen(job):
        return HttpResponse(status=204)
    announced = known.partition("-")[0] != job.state
    return render(request, "documents/_progress.html", _context(request, job) | {"announced": announced})


@acts_on("documents:job", "pk")
def retry(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Puts a failed or waiting job back into the queue; one that is running or done by now is simply shown.

    A list whose row it was names itself as ``next``, and stays.
    """
    job = queries.job_for(request.user, pk)
    if job.state in services.RETRIED:
        services.retry(job_id=job.pk, at=clock.now())
    if request.headers.get("HX-Request"):
        return render(request, "documents/_job.html", _context(request, queries.job_for(request.user, pk)))
    listed = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(listed, allowed_hosts=None):
        return HttpResponseRedirect(_page_of(job))
    messages.success(request, _("已重新开始生成，好了以后这里不再提示。"))
    return HttpResponseRedirect(listed)


def _context(request: HttpRequest, job: Job) -> dict[str, object]:
    on_its_page = urlsplit(request.headers.get("HX-Current-URL", request.path)).path == _page_of(job)
    document = made_by(job) if on_its_page else None
    previews = previews_of(document) if document else ()
    return {"job": job, "steps": steps_of(job), "seen": seen(job), "previews": previews}


def _page_of(job: Job) -> str:
    return reverse("documents:job", args=[job.pk])
