"""The page on which a clerk fills the official table in."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments.domain.facts import Facts
from assessments.editions import edition_named
from assessments.models import Filing
from assessments.permissions import may_edit
from assessments.queries import facts_of, sent_back_by
from assessments.rendering.pages.drawn_filing import marks_for
from assessments.rendering.pages.edit_page import edit_page, with_values
from assessments.rendering.pages.edit_problems import UnsavedSquare, problems_of
from assessments.rendering.pages.mark_threads import threads_of
from assessments.services.errors import NotEditable
from assessments.services.levels import over_all_rows
from assessments.services.rows import MOST_ROWS, add_rows
from assessments.services.squares import Change, Outcome, Saved, Unacceptable
from assessments.views.edit_filing import own_filing
from assessments.views.edit_saving import save_changes
from assessments.views.page_read import FIELD as PAGE_READ
from assessments.views.page_read import TooOld, require_read
from portal import clock
from portal.accounts.forms.remembering import WAS
from portal.accounts.models import User
from portal.accounts.requests import SignedInRequest

#: The button that says of an explanation that it stands for the changed figures too; its value names the explanation.
STILL = "still"


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """The form; without a script it is posted whole and saved square by square, as the script does it."""
    filing = own_filing(request.user, pk)
    if not may_edit(request.user, filing):
        return _closed(request, filing)
    if request.method != "POST":
        return _page(request, filing, facts_of(filing))
    try:
        require_read(request.POST.get(PAGE_READ), filing.version)
        posted = over_all_rows(_posted(request.POST), facts_of(filing))
        outcomes = save_changes(pk, posted, request.user, clock.now()) if posted else []
    except NotEditable:
        return _closed(request, own_filing(request.user, pk))
    except TooOld as old:
        messages.error(request, old.message)
        return _with_typed(request, filing)
    if all(isinstance(outcome, Saved) for outcome in outcomes):
        return _done(request, filing, outcomes)
    return _with_problems(request, posted, outcomes)


def _done(request: SignedInRequest, filing: Filing, outcomes: Sequence[Outcome]) -> HttpResponse:
    for sentence in dict.fromkeys(outcome.changed for outcome in outcomes if isinstance(outcome, Saved)):
        if sentence:
            messages.info(request, sentence)
    if "add_row" in request.POST:
        add_rows(filing=filing, after=None, actor=request.user, at=clock.now())
    if "check" in request.POST:
        return redirect("assessments:check", filing.pk)
    messages.success(request, _("已保存。"))
    return redirect("assessments:edit", filing.pk)


def _with_problems(request: SignedInRequest, posted: Sequence[Change], outcomes: Sequence[Outcome]) -> HttpResponse:
    """The page again with every text as it was typed, and what is wrong at the top and at the squares."""
    filing = own_filing(request.user, request.resolver_match.kwargs["pk"])  # type: ignore[union-attr]
    facts = facts_of(filing)
    open_ends = {outcome.key for outcome in outcomes if not isinstance(outcome, Saved)}
    words = {change.key: change.value for change in posted if change.key in open_ends}
    refused = {outcome.key for outcome in outcomes if isinstance(outcome, Unacceptable)}
    read = {change.key: change.was for change in posted if change.key in refused}
    typed, problems = with_values(facts, words), problems_of(outcomes, facts)
    again = {change.key: change.was for change in posted if change.key in open_ends}
    return _page(request, filing, typed, held=facts, words=words, read=read, again=again, problems=problems, status=422)


def _with_typed(request: SignedInRequest, filing: Filing) -> HttpResponse:
    """The newest version with what was typed on an older one, to be looked through, compared and saved again."""
    facts = facts_of(filing)
    posted = _posted(request.POST)
    words = {change.key: change.value for change in posted}
    read = {change.key: change.was for change in posted}
    typed = with_values(facts, words)
    return _page(request, filing, typed, held=facts, words=words, read=read, again=read, status=409)


def _posted(data: Mapping[str, Any]) -> list[Change]:
    """The squares whose text is another than the page was drawn with; a browser posts line breaks as CR LF.

    An explanation that is said to stand for changed figures too is posted as it is.
    """
    texts = {name: str(data[name]).replace("\r\n", "\n") for name in data}
    return [
        Change(name.removeprefix(WAS), texts[key], was)
        for name, was in texts.items()
        if name.startswith(WAS)
        and (key := name.removeprefix(WAS)) in texts
        and (texts[key] != was or key == texts.get(STILL))
    ]


def _page(
    request: SignedInRequest,
    filing: Filing,
    facts: Facts,
    *,
    held: Facts | None = None,
    words: Mapping[str, str] | None = None,
    read: Mapping[str, str] | None = None,
    again: Mapping[str, str] | None = None,
    problems: Sequence[UnsavedSquare] = (),
    status: int = 200,
) -> HttpResponse:
    """The page; ``words`` that were typed stand in their fields, written on ``read`` where that is not ``held``.

    ``again``: what a script sends once more, should one come up now, each with what it was first written on.
    """
    marks = marks_for(request.user, filing)
    page = edit_page(filing, facts, marks=marks, problems=problems)
    context = {
        "filing": filing,
        "page": page,
        "table": page.table,
        "panel": page.panel.with_typed(words or {}),
        "threads": threads_of(marks, facts),
        "sources": [] if facts.indicators else _earlier(request.user, filing),
        "held": _fields(page.held(held or facts) | dict(read or {})),
        "again": json.dumps(dict(again or {})),
        "problems": problems,
        "sent_back": sent_back_by(filing),
        "urls": json.dumps(_urls(filing)),
        "levels": json.dumps(dict(edition_named(filing.edition).levels), ensure_ascii=False),
        "most_rows": MOST_ROWS,
        "section": "assessments:tasks",
    }
    return render(request, "assessments/edit.html", context, status=status)


def _fields(held: Mapping[str, str]) -> SafeString:
    """The text of each square as the page is drawn with it, in a field that nobody sees."""
    fields = (f'<input type="hidden" name="{WAS}{escape(key)}" value="{escape(text)}">' for key, text in held.items())
    return mark_safe("".join(fields))  # noqa: S308 - escaped here, the rest is constant


def _urls(filing: Filing) -> dict[str, str]:
    return {
        "save": reverse("assessments:save_squares", args=[filing.pk]),
        "findings": reverse("assessments:findings", args=[filing.pk]),
        "rows": reverse("assessments:rows", args=[filing.pk]),
        "row": reverse("assessments:row", args=[filing.pk, 0]),
        "history": reverse("assessments:square_history", args=[filing.pk]),
        "answer": reverse("assessments:answer_mark", args=[filing.pk]),
        "sign_in": reverse("accounts:sign_in_again"),
    }


def _earlier(user: User, filing: Filing) -> QuerySet[Filing]:
    """Earlier filings of the same unit, fund and form that have rows to take over, newest first."""
    owed = filing.obligation
    return (
        Filing.objects.filter(
            obligation__unit=user.unit_id,
            obligation__fund=owed.fund,
            edition=filing.edition,
            list_rows__isnull=False,
        )
        .exclude(pk=filing.pk)
        .select_related("obligation__cycle")
        .distinct()
        .order_by("-obligation__cycle__year", "-obligation__cycle__month")[:12]
    )


def _closed(request: SignedInRequest, filing: Filing) -> HttpResponse:
    """Nothing can be changed now; what this browser kept is shown to be copied."""
    status = 409 if request.method == "POST" else 200
    return render(request, "assessments/edit_closed.html", {"filing": filing}, status=status)
