"""The page on which a clerk writes the 绩效评价报告, and what was sent of it."""

import json
from collections.abc import Collection
from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from assessments.models import Cycle, NarrativeReport
from assessments.queries import narrative_versions_visible_to, snapshots_with_narrative
from assessments.rendering.findings.finding_view import EXPLANATION
from assessments.rendering.pages.narrative_page import narrative_page, version_page
from assessments.services.errors import NotEditable, Refused
from assessments.services.narratives import Overtaken, save_narrative
from assessments.views.narrative_saving import Words, own_cycle, save_words
from portal import clock
from portal.accounts.forms.remembering import WAS
from portal.accounts.models import User
from portal.accounts.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def narrative(request: SignedInRequest, pk: int) -> HttpResponse:
    """The text of the person's own unit; without a script it is posted whole. 404 where the unit owes no report."""
    cycle = own_cycle(request.user, pk)
    if request.method != "POST":
        return _page(request, cycle)
    try:
        return _saved(request, cycle)
    except NotEditable:
        return _page(request, cycle, lost=_all_words(request.POST), status=409)
    except Refused as refused:
        typed, revision = request.POST.get("text"), _number(request.POST.get("revision", ""))
        return _page(request, cycle, typed=typed, revision=revision, problems=[refused.message], status=422)


@require_GET
def version(request: SignedInRequest, pk: int) -> HttpResponse:
    """One version as it was sent, with what its filings keep of what was found in it."""
    visible = narrative_versions_visible_to(request.user)
    found = visible.select_related("report__cycle", "report__unit__region", "actor").filter(pk=pk).first()
    if found is None:
        raise Http404
    carrying = snapshots_with_narrative(request.user).filter(narrative=found)
    snapshots = list(carrying.select_related("filing__obligation__cycle", "narrative").order_by("-at"))
    context = {
        "version": found,
        "page": version_page(found, snapshots),
        "snapshots": snapshots,
        "own": found.report.unit_id == request.user.unit_id,
        "section": "assessments:filings",
    }
    return render(request, "assessments/narrative_version.html", context)


def _saved(request: SignedInRequest, cycle: Cycle) -> HttpResponse:
    """Saves what was posted; says what could not be saved, with every word still there."""
    user, posted = request.user, request.POST
    if "text" in posted:
        saved = save_narrative(
            cycle=cycle,
            unit=user.unit,
            text=posted["text"],
            revision=_number(posted.get("revision", "")),
            actor=user,
            at=clock.now(),
        )
        if isinstance(saved, Overtaken):
            return _page(request, cycle, typed=posted["text"], theirs=saved.report, status=409)
    _examined, outcomes = save_words(cycle, _said(posted), user)
    if problems := [outcome["message"] for outcome in outcomes if outcome["status"] != "saved"]:
        compared = {outcome["name"] for outcome in outcomes if outcome["status"] != "refused"}
        return _page(request, cycle, compared=compared, problems=problems, status=422)
    messages.success(request, _("已保存。"))
    return redirect("assessments:narrative", cycle.pk)


def _said(posted: QueryDict) -> list[Words]:
    """What was typed to explain warnings since the page was drawn; a browser posts line breaks as CR LF."""
    texts = {name: str(posted[name]).replace("\r\n", "\n") for name in posted}
    said = [_words(name, text, texts.get(f"{WAS}{name}", "")) for name, text in texts.items()]
    return [words for words in said if words and words.text.strip() and words.text != words.was]


def _words(name: str, text: str, was: str) -> Words | None:
    """None for a field that explains nothing."""
    rule, _colon, anchor = name.removeprefix(EXPLANATION).partition(":")
    return Words(rule, anchor, text, was) if name.startswith(EXPLANATION) else None


def _all_words(posted: QueryDict) -> str:
    texts = (posted.get("text", ""), *(words.text for words in _said(posted)))
    return "\n\n".join(text for text in texts if text.strip())


def _number(text: str) -> int:
    """The revision that was posted; -1 for anything that is none, which nobody has saved since."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _page(
    request: SignedInRequest,
    cycle: Cycle,
    *,
    typed: str | None = None,
    revision: int | None = None,
    theirs: NarrativeReport | None = None,
    lost: str = "",
    compared: Collection[str] = (),
    problems: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page; ``typed`` stands in the field instead of what is saved, ``lost`` is only shown to be copied.

    ``revision`` is the one that ``typed`` was written on, where it is not the newest. Explanations that were not
    ``compared`` yet with what stands now go on naming what they were written on.
    """
    page, said = narrative_page(request.user, cycle), _said(request.POST)
    read = {words.name: words.was for words in said if words.name not in compared}
    panel = page.panel.with_typed({words.name: words.text for words in said}, read)
    context = {
        "cycle": cycle,
        "page": replace(page, panel=panel, text=page.text if typed is None else typed),
        "revision": page.revision if revision is None else revision,
        "again": json.dumps(_again(request.POST, said, typed)),
        "theirs": theirs,
        "theirs_by": _who_saved(theirs, request.user),
        "lost": lost,
        "problems": problems or [],
        "urls": json.dumps(_urls(cycle)),
        "spans": json.dumps(page.panel.spans() if typed is None else []),
        "section": "assessments:tasks",
    }
    return render(request, "assessments/narrative.html", context, status=status)


def _again(posted: QueryDict, said: list[Words], typed: str | None) -> dict[str, str]:
    """What a script sends once more, should one come up now, each with what it was written on."""
    written = {words.name: words.was for words in said}
    return written if typed is None else {"text": str(_number(posted.get("revision", ""))), **written}


def _who_saved(theirs: NarrativeReport | None, user: User) -> str:
    if theirs and theirs.saved_by_id == user.pk:
        return _("您自己在另一页")
    return str(theirs.saved_by) if theirs and theirs.saved_by else _("他人")


def _urls(cycle: Cycle) -> dict[str, str]:
    return {
        "save": reverse("assessments:narrative_save", args=[cycle.pk]),
        "sign_in": reverse("accounts:sign_in_again"),
    }
