"""Writing the 绩效评价报告 that goes with a unit's self-assessments of one year, and keeping what was sent of it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.workflow import EDITABLE, State
from assessments.models import Cycle, Filing, NarrativeExplanation, NarrativeReport, NarrativeVersion, Obligation
from assessments.permissions import may_write_narrative
from assessments.services.errors import NotEditable, Refused
from assessments.services.explanations import checked_explanation, refuse_unread
from assessments.services.wording import in_words
from assessments.sheets.acceptance import text_refusal
from portal.accounts.models import Unit, User
from portal.text.telling import taken_in


@dataclass(frozen=True, slots=True)
class Stored:
    """The text was saved."""

    report: NarrativeReport


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Somebody else saved meanwhile: ``report`` is what stands now; nothing of it was overwritten."""

    report: NarrativeReport


def why_closed(*, cycle: Cycle, unit: Unit) -> str:
    """The reason why the unit's text cannot be changed now, see :func:`closed_reason`; one query."""
    owed = Obligation.objects.filter(cycle=cycle, unit=unit)
    return closed_reason(cycle, owed.values_list("filing__state", flat=True))


def closed_reason(cycle: Cycle, states: Iterable[str | None]) -> str:
    """The reason why a text of ``cycle`` is closed while its unit's forms stand as ``states``; blank where it is not.

    It goes with the self-assessments of its unit: it is open while one of them is still to be written (None) or
    corrected, and none lies before the head.
    """
    if not cycle.paper.with_narrative:
        return _("本批次不需要绩效评价报告。")
    if cycle.historical:
        return _("这是以往年度导入的资料，报告只供查看。")
    found = list(states)
    if State.PENDING_HEAD in found:
        return _("有自评表正待负责人审核，报告随表送审，现在不能修改；需要修改时请先收回该表。")
    if all(state is not None and State(state) not in EDITABLE for state in found):
        return _("本年度的自评表都已报送，报告随表报送，不能再改。")
    return ""


def hold_filings(*, cycle: Cycle, unit: Unit) -> None:
    """Locks the unit's filings of the cycle for this transaction, before its text, so that none is sent meanwhile."""
    theirs = Filing.objects.select_for_update(of=("self",)).filter(obligation__cycle=cycle, obligation__unit=unit)
    list(theirs.order_by("pk").values("pk"))


@transaction.atomic
def save_narrative(
    *, cycle: Cycle, unit: Unit, text: str, revision: int, actor: User, at: datetime
) -> Stored | Overtaken:
    """Saves the whole text if nobody saved since ``revision``.

    Raises :class:`NotEditable` where it is closed or not this person's, Refused for a text that cannot be stored.
    """
    _claim(cycle, unit, actor)
    text = taken_in(text)
    if problem := text_refusal(_("绩效评价报告"), text, NarrativeReport.LONGEST):
        raise Refused(in_words(problem))
    NarrativeReport.objects.get_or_create(cycle=cycle, unit=unit)
    report = (
        NarrativeReport.objects.select_for_update(of=("self",)).select_related("saved_by").get(cycle=cycle, unit=unit)
    )
    if report.text == text:
        return Stored(report)
    if report.revision != revision:
        return Overtaken(report)
    report.text, report.revision, report.saved_at, report.saved_by = text, revision + 1, at, actor
    report.save(update_fields=["text", "revision", "saved_at", "saved_by"])
    return Stored(report)


@transaction.atomic
def explain_in_narrative(
    *,
    report: NarrativeReport,
    rule: str,
    anchor: str,
    text: str,
    actor: User,
    at: datetime,
    misread: bool = False,
    was: str | None = None,
) -> NarrativeExplanation:
    """Stores what is said to one finding in the text; raises Refused for words that say nothing.

    Raises SaidMeanwhile where other words stand than those that the author read (``was``), None for whatever stands.
    """
    _claim(report.cycle, report.unit, actor)
    said = checked_explanation(text)
    NarrativeReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    place: dict[str, Any] = {"report": report, "rule": rule, "anchor": anchor}
    stands = NarrativeExplanation.objects.filter(**place).select_related("actor").first()
    if stands:
        refuse_unread(stands, said=said, was=was)
    answer = {"text": said, "misread": misread, "actor": actor, "at": at}
    explanation, _made = NarrativeExplanation.objects.update_or_create(**place, defaults=answer)
    return explanation


def freeze_narrative(*, report: NarrativeReport | None, actor: User | None, at: datetime) -> NarrativeVersion | None:
    """The version that holds ``report``'s text as it was read, made where there is none yet; None without a text."""
    if report is None or not report.text.strip():
        return None
    NarrativeReport.objects.select_for_update().get(pk=report.pk)
    newest = report.versions.order_by("-version").first()
    digest = hashlib.sha256(report.text.encode()).hexdigest()
    if newest and newest.digest == digest:
        return newest
    number = newest.version + 1 if newest else 1
    return NarrativeVersion.objects.create(
        report=report, version=number, text=report.text, digest=digest, actor=actor, at=at
    )


def _claim(cycle: Cycle, unit: Unit, actor: User) -> None:
    """Lets this person write while no filing is sent; raises :class:`NotEditable`."""
    if not may_write_narrative(actor, unit):
        raise NotEditable(_("只有本单位的经办人可以修改报告。"))
    hold_filings(cycle=cycle, unit=unit)
    if reason := why_closed(cycle=cycle, unit=unit):
        raise NotEditable(reason)
