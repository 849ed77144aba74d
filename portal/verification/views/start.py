"""The entrance for anyone: a code to look up, or a file to have checked."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from portal import clock
from portal.accounts.throttle import client_address
from portal.verification.forms.start import CodeForm, FileForm
from portal.verification.receiving import LimitedUpload, ReceivedFile, announces_too_much, drain
from portal.verification.services.accepting import TooManyError, accept, refuse_too_many
from portal.verification.views import refusals


@csrf_exempt  # checked by the inner views: here it would read the body before anything limits it
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Both forms; POST takes a file in, which is limited while it comes."""
    if request.method != "POST":
        return _ask(request)
    try:
        refuse_too_many(address=client_address(request), at=clock.now())
    except TooManyError as error:
        drain(request)
        return refusals.too_many(request, error)
    if announces_too_much(request):
        drain(request)
        return refusals.too_large(request)
    with LimitedUpload(request) as handler:
        request.upload_handlers = [handler]
        return _take(request, handler)


@csrf_protect
def _ask(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect("verification:paper", code=form.cleaned_data["code"])
    return _page(request, form, FileForm(), status=422 if form.is_bound else 200)


@csrf_protect
def _take(request: HttpRequest, handler: LimitedUpload) -> HttpResponse:
    form = FileForm(request.POST, request.FILES)
    if handler.too_large:
        return refusals.too_large(request)
    if not form.is_valid():
        return _page(request, CodeForm(), form, status=422)
    file = form.cleaned_data["file"]
    assert isinstance(file, ReceivedFile)
    try:
        upload = accept(file=file, address=client_address(request), at=clock.now())
    except TooManyError as error:
        return refusals.too_many(request, error)
    handler.keep()
    return redirect("verification:result", pk=upload.pk)


def _page(request: HttpRequest, code: CodeForm, file: FileForm, *, status: int) -> HttpResponse:
    return render(request, "verification/start.html", {"code_form": code, "file_form": file}, status=status)
