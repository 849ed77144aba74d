"""导出: choosing what to pack, how far it is, and what was packed before."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assessments.queries import filings_visible_to
from assessments.services.errors import Refused
from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.ui.acts import acts_on, told
from reviews.forms.exports import ExportForm
from reviews.rendering.exports import export_jobs
from reviews.services.exports import export

#: Past exports on one page.
PAGE_SIZE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@require_role(Role.BUSINESS_ADMIN)
def exports(request: SignedInRequest) -> HttpResponse:
    """The choice of a cycle or a county's part of it; posting asks for the ZIP."""
    form = ExportForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        try:
            export(cycle=chosen["cycle"], region=chosen["region"], actor=request.user, at=clock.now())
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            return redirect("reviews:exports")
    page = Paginator(export_jobs(request.user), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page}
    return render(request, "reviews/exports.html", context, status=422 if form.errors else 200)


@acts_on("reviews:exports")
@require_role(Role.BUSINESS_ADMIN)
def export_filing(request: SignedInRequest, pk: int) -> HttpResponse:
    """Asks for the ZIP of one filing."""
    filing = filings_visible_to(request.user).select_related("obligation__cycle").filter(pk=pk).first()
    if filing is None:
        raise Http404
    with told(request, refusal=Refused):
        export(cycle=filing.obligation.cycle, filing=filing, actor=request.user, at=clock.now())
    return redirect("reviews:exports")
