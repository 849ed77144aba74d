"""Answering the reviewer's remarks."""

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from assessments.services.errors import Refused
from assessments.services.marks import answer_mark
from assessments.views.edit_answers import Answer
from assessments.views.edit_filing import own_filing, seen_in
from assessments.views.edit_requests import answers_json, number_in, read_body, text_in
from portal import clock
from portal.accounts.requests import SignedInRequest


@require_POST
@answers_json
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answers one remark: ``{"mark", "kind": "corrected" | "explained", "text"}``."""
    filing = own_filing(request.user, pk)
    body = read_body(request)
    wanted = number_in(body, "mark")
    mark = next((mark for mark in filing.marks.all() if mark.pk == wanted and mark.sent_at), None)
    if mark is None:
        raise Refused(_("这条批注已不在本表中，请刷新页面。"))
    answer_mark(mark=mark, kind=text_in(body, "kind"), text=text_in(body, "text"), actor=request.user, at=clock.now())
    return JsonResponse(Answer(request.user, own_filing(request.user, pk), seen_in(body)).as_json())
