"""Answering the reviewer's remarks."""

from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from assessments.queries import facts_of
from assessments.rendering.mark_threads import threads_of
from assessments.rendering.pages import marks_for
from assessments.services.errors import Refused
from assessments.services.marks import answer_mark
from assessments.views import edit_answers as answers
from assessments.views.edit_filing import own_filing, seen_in
from assessments.views.edit_requests import answers_json, number_in, read_body, text_in
from assessments.views.page_read import FIELD as PAGE_READ
from assessments.views.page_read import require_read
from portal import clock
from portal.accounts.requests import SignedInRequest


@require_POST
@answers_json
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answers one remark: ``{"mark", "kind": "corrected" | "explained", "text"}``."""
    filing = own_filing(request.user, pk)
    body = read_body(request)
    require_read(body.get(PAGE_READ), filing.version)
    wanted = number_in(body, "mark")
    mark = next((mark for mark in filing.marks.all() if mark.pk == wanted and mark.sent_at), None)
    if mark is None:
        raise Refused(_("这条批注已不在本表中，请刷新页面。"))
    answer_mark(mark=mark, kind=text_in(body, "kind"), text=text_in(body, "text"), actor=request.user, at=clock.now())
    filing = own_filing(request.user, pk)
    threads = threads_of(marks_for(request.user, filing), facts_of(filing))
    more = {"threads_html": render_to_string("assessments/edit/_threads.html", {"threads": threads})}
    return JsonResponse(answers.answer(request.user, filing, seen_in(body), more=more))
