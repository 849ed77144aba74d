"""Saving a report and the explanations in it as they are typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from assessments.models import Cycle, NarrativeReport
from assessments.queries import narrative_cycles_of
from assessments.rendering.findings.finding_view import EXPLANATION
from assessments.rendering.findings.narrative_panel import panel_of
from assessments.rendering.findings.narrative_words import characters
from assessments.services.answered_together import answered_by, together_in_text
from assessments.services.dossiers import told_in
from assessments.services.errors import NotEditable, Refused
from assessments.services.explanations import SaidMeanwhile
from assessments.services.narrative_findings import ExaminedText, examine_text
from assessments.services.narratives import Overtaken, Stored, explain_in_narrative, save_narrative
from assessments.views.edit_requests import BadBody, Body, answers_json, number_in, read_body, text_in
from portal import clock
from portal.accounts.decorators import keeps_idle
from portal.accounts.models import User
from portal.accounts.requests import SignedInRequest
from portal.text.door import clean

#: More explanations than anybody types between two savings.
MOST_EXPLANATIONS = 200


@dataclass(frozen=True, slots=True)
class Words:
    """The unit's words to one warning in the text, and those that the page held of it (``was``)."""

    rule: str
    anchor: str
    text: str
    was: str = ""

    @property
    def name(self) -> str:
        """The name of its field."""
        return f"{EXPLANATION}{self.rule}:{self.anchor}"


@keeps_idle
@require_POST
@answers_json
def save(request: SignedInRequest, pk: int) -> HttpResponse:
    """Saves the text, then what is said to the warnings in it, and tells the page what was found.

    ``{"text", "revision", "explanations": [{"rule", "anchor", "text", "was"}], "panel"}``, text or explanations may be
    left out → ``outcome`` of the text (saved, refused with its ``message``, conflict with ``theirs``, or blank), and
    unless it was refused or overtaken the findings. 404 where the unit owes no report, 409 where it cannot be written.
    """
    cycle, user = own_cycle(request.user, pk), request.user
    body = _read(request)
    said = _explanations(body)
    found: dict[str, Any] = {"outcome": ""}
    if "text" in body:
        found = _save_text(cycle, user, text_in(body, "text"), number_in(body, "revision"))
    elif not said:
        raise BadBody(_("没有收到要保存的内容，请再保存一次。"))
    if found["outcome"] in ("refused", "conflict"):
        return JsonResponse(found)
    examined, outcomes = save_words(cycle, said, user)
    return JsonResponse({**found, "explained": outcomes, **_findings(examined, str(body.get("panel", "")))})


def own_cycle(user: User, pk: int) -> Cycle:
    """The cycle for which the person's unit writes a report; Http404 where there is none."""
    cycle = narrative_cycles_of(user).filter(pk=pk).first()
    if cycle is None:
        raise Http404
    return cycle


def save_words(cycle: Cycle, said: Sequence[Words], user: User) -> tuple[ExaminedText, list[dict[str, Any]]]:
    """Stores what is said to warnings that stand in the text; gives the text as examined, and an outcome for each.

    What somebody else has said since the page was drawn is not written over. Raises :class:`NotEditable`.
    """
    examined, outcomes = examine_text(cycle, user.unit), []
    for words in said:
        try:
            examined = _explain(examined, words, user)
        except NotEditable:
            raise
        except SaidMeanwhile as said_meanwhile:
            outcomes.append({"name": words.name, "status": "conflict", **_collision(said_meanwhile, user)})
        except Refused as refused:
            outcomes.append({"name": words.name, "status": "refused", "message": refused.message})
        else:
            outcomes.append({"name": words.name, "status": "saved", "value": clean(words.text).text})
    return examined, outcomes


def _explain(examined: ExaminedText, words: Words, user: User) -> ExaminedText:
    """Words that are kept already, as a form without a script posts them once more, change nothing."""
    if told_in(examined.report).get((words.rule, words.anchor)) == words.text.strip():
        return examined
    answered = answered_by(together_in_text(examined.findings), words.rule, words.anchor)
    if examined.report is None or not answered:
        raise Refused(_("这条提示已不在检查结果中，不用再说明。"))
    told = explain_in_narrative(
        report=examined.report,
        rule=words.rule,
        anchor=words.anchor,
        text=words.text,
        actor=user,
        at=clock.now(),
        misread=answered[-1].may_be_misread,
        was=words.was,
    )
    return examined.with_explanation(told)


def _collision(said: SaidMeanwhile, user: User) -> dict[str, Any]:
    theirs = said.theirs
    own = theirs.actor_id == user.pk
    who = {"by": str(theirs.actor), "own": own, "at": _clock(theirs.at)}
    return {"message": said.message, "theirs": theirs.text, **who}


def _save_text(cycle: Cycle, user: User, text: str, revision: int) -> dict[str, Any]:
    try:
        saved = save_narrative(cycle=cycle, unit=user.unit, text=text, revision=revision, actor=user, at=clock.now())
    except NotEditable:
        raise
    except Refused as refused:
        return {"outcome": "refused", "message": refused.message}
    return _outcome(saved, text, user)


def _outcome(saved: Stored | Overtaken, typed: str, user: User) -> dict[str, Any]:
    """With the ``text`` as it was stored where it was cleaned."""
    report = saved.report
    if isinstance(saved, Stored):
        return {"outcome": "saved"} | ({"text": report.text} if report.text != typed else {})
    by = str(report.saved_by) if report.saved_by else ""
    own = report.saved_by_id == user.pk
    found = {"outcome": "conflict", "theirs": report.text, "revision": report.revision}
    return {**found, "by": by, "own": own, "at": _clock(report.saved_at)}


def _findings(examined: ExaminedText, shown: str) -> dict[str, Any]:
    """What the page draws anew: the words to underline always, the panel where it is another than is ``shown``."""
    panel, report = panel_of(examined, may_explain=True), examined.report
    found: dict[str, Any] = {
        "revision": report.revision if report else 0,
        "saved_at": _clock(timezone.now()),
        "characters": characters(report.text) if report else 0,
        "panel": panel.digest,
        "spans": panel.spans(),
    }
    if panel.digest != shown:
        found["panel_html"] = render_to_string("assessments/narrative/_panel.html", {"panel": panel})
    return found


def _read(request: SignedInRequest) -> Body:
    try:
        return read_body(request)
    except BadBody as bad:
        if bad.status == 413:
            raise Refused(
                _("绩效评价报告最多%(limit)s字，收到的内容太多，请缩短后再保存。") % {"limit": NarrativeReport.LONGEST}
            ) from None
        raise


def _explanations(body: Body) -> list[Words]:
    listed = body.get("explanations", [])
    if not isinstance(listed, list) or len(listed) > MOST_EXPLANATIONS:
        raise BadBody(_("收到的内容不完整，请再保存一次。"))
    return [_one(item) for item in listed]


def _one(item: object) -> Words:
    if not isinstance(item, Mapping):
        raise BadBody(_("收到的内容不完整，请再保存一次。"))
    return Words(text_in(item, "rule"), text_in(item, "anchor"), text_in(item, "text"), text_in(item, "was"))


def _clock(at: datetime | None) -> str:
    return timezone.localtime(at).strftime("%H:%M:%S") if at else ""
