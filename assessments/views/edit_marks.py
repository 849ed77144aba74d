"""Answering the reviewer's remarks."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from assessments.models import Mark
from assessments.queries import facts_of
from assessments.rendering.pages.drawn_filing import marks_for
from assessments.rendering.pages.mark_threads import threads_of
from assessments.services.errors import Refused
from assessments.services.marks import AnsweredMeanwhile, answer_mark
from assessments.views import edit_answers as answers
from assessments.views.edit_filing import own_filing, seen_in
from assessments.views.edit_requests import Body, answers_json, number_in, read_body, text_in
from assessments.views.page_read import FIELD as PAGE_READ
from assessments.views.page_read import require_read
from portal import clock
from portal.accounts.models import User
from portal.accounts.requests import SignedInRequest


@require_POST
@answers_json
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answers one remark: ``{"mark", "kind": "corrected" | "explained", "text", "was_kind", "was"}``.

    Where somebody else has answered otherwise meanwhile, nothing is written, and ``conflict`` says who and what.
    """
    filing = own_filing(request.user, pk)
    body = read_body(request)
    require_read(body.get(PAGE_READ), filing.version)
    wanted = number_in(body, "mark")
    mark = next((mark for mark in filing.marks.all() if mark.pk == wanted and mark.sent_at), None)
    if mark is None:
        raise Refused(_("这条批注已不在本表中，请刷新页面。"))
    more = _answered(mark, body, request.user)
    filing = own_filing(request.user, pk)
    threads = threads_of(marks_for(request.user, filing), facts_of(filing))
    more["threads_html"] = render_to_string("assessments/edit/_threads.html", {"threads": threads})
    return JsonResponse(answers.answer(request.user, filing, seen_in(body), more=more))


def _answered(mark: Mark, body: Body, user: User) -> dict[str, Any]:
    """Stores the answer; gives what stands in its way."""
    said = {"kind": text_in(body, "kind"), "text": text_in(body, "text")}
    was = (text_in(body, "was_kind"), text_in(body, "was"))
    try:
        answer_mark(mark=mark, **said, actor=user, at=clock.now(), was=was)
    except AnsweredMeanwhile as answered:
        return {"conflict": _collision(answered.mark, user)}
    return {}


def _collision(mark: Mark, user: User) -> dict[str, Any]:
    at = timezone.localtime(mark.answered_at).strftime("%H:%M:%S") if mark.answered_at else ""
    who = {"by": str(mark.answered_by), "own": mark.answered_by_id == user.pk, "at": at}
    return {"kind": mark.answer_kind, "text": mark.answer, **who}
