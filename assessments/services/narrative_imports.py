"""Putting a published 绩效评价报告 into the portal, word by word, for the unit and year that it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.facts import Facts
from assessments.domain.kinds import SELF_ASSESSMENT, WITH_NARRATIVE
from assessments.domain.papers import Narrative
from assessments.models import Cycle, Filing, NarrativeReport, Obligation
from assessments.queries import with_squares
from assessments.services.errors import Refused
from assessments.services.imports import cycle_of, freeze, region_of, unit_of
from assessments.services.narratives import freeze_narrative, hold_filings, why_closed
from assessments.services.wording import in_words
from assessments.sheets.acceptance import text_refusal
from portal.accounts.models import Unit
from portal.audit.services import record
from portal.text.telling import taken_in


@dataclass(frozen=True, slots=True)
class LoadedNarrative:
    """The fate of a text: ``created``, ``updated`` or ``unchanged``."""

    report: NarrativeReport
    outcome: str


@transaction.atomic
def load_narrative(
    *, narrative: Narrative, region_code: str, beside: Iterable[Facts], source: str, at: datetime
) -> LoadedNarrative:
    """Stores the text for the unit whose self-assessments stand ``beside`` it in the file, else of its region.

    In a past year's cycle, created where there is none, the text is frozen as a version, and imported filings that are
    there already are frozen anew with it; in an open cycle it becomes a draft. Loading the same again changes nothing.
    Raises Refused where region or year are missing, where there is no text or one that cannot be stored, and in an
    open cycle where the unit owes nothing, somebody has written, or the text is closed.
    """
    text = _storable(narrative)
    like = _paper_of(narrative, region_code, beside)
    region = region_of(like)
    cycle, unit = cycle_of(region=region, facts=like, at=at), unit_of(region, like)
    hold_filings(cycle=cycle, unit=unit)
    if not cycle.historical:
        _require_open(cycle, unit)
    NarrativeReport.objects.get_or_create(cycle=cycle, unit=unit)
    report = NarrativeReport.objects.select_for_update(of=("self",)).get(cycle=cycle, unit=unit)
    if report.text == text:
        return LoadedNarrative(report, "unchanged")
    if not cycle.historical and (report.saved_by_id or report.versions.exists()):
        raise Refused(_("%(report)s 的绩效评价报告已有人填写或送出，不能覆盖。") % {"report": report})
    outcome = "updated" if report.revision else "created"
    report.text, report.source, report.revision, report.saved_at = text, source[:300], report.revision + 1, at
    report.save(update_fields=["text", "source", "revision", "saved_at"])
    _note(report, source, at)
    if cycle.historical:
        _freeze(report, at)
    return LoadedNarrative(report, outcome)


def _storable(narrative: Narrative) -> str:
    text = taken_in("\n".join(narrative.paragraphs))
    if not text.strip():
        raise Refused(_("报告里没有文字。"))
    if problem := text_refusal(_("绩效评价报告"), text, NarrativeReport.LONGEST):
        raise Refused(in_words(problem))
    return text


def _paper_of(narrative: Narrative, region_code: str, beside: Iterable[Facts]) -> Facts:
    """A self-assessment that belongs where the text belongs: one of the file's, or one that says only where."""
    for facts in beside:
        same_year = narrative.year in (None, facts.year)
        same_place = region_code in ("", facts.value("region_code").strip())
        if facts.form in WITH_NARRATIVE and same_year and same_place:
            return facts
    if narrative.year is None:
        raise Refused(_("报告没有写明年度，不知道该归入哪一批。"))
    words = "".join(narrative.cover.values())
    return Facts(
        form=SELF_ASSESSMENT.form,
        edition=SELF_ASSESSMENT.usual,
        fund=narrative.fund,
        year=narrative.year,
        squares={"region": narrative.region, "region_code": region_code, "project_name": words},
    )


def _require_open(cycle: Cycle, unit: Unit) -> None:
    if not Obligation.objects.filter(cycle=cycle, unit=unit).exists():
        raise Refused(_("%(unit)s 在本批次没有应报事项，不能导入绩效评价报告。") % {"unit": unit})
    if reason := why_closed(cycle=cycle, unit=unit):
        raise Refused(reason)


def _freeze(report: NarrativeReport, at: datetime) -> None:
    """Keeps the text as a version, and with it the imported filings that were there before it."""
    freeze_narrative(report=report, actor=None, at=at)
    before = Filing.objects.filter(obligation__cycle=report.cycle_id, obligation__unit=report.unit_id, imported=True)
    for filing in with_squares(before.filter(version__gt=0)):
        freeze(filing, at, version=filing.version + 1)


def _note(report: NarrativeReport, source: str, at: datetime) -> None:
    record(
        actor=None,
        verb="import",
        subject_kind="narrative",
        subject_id=report.pk,
        at=at,
        region_code=report.cycle.prefecture.code,
        details={"source": source[:300]},
    )
