"""Putting what one exchange file holds into the portal: narratives, filings, then the review sheets that judge them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.exchange import Parcel, as_text
from assessments.domain.facts import Facts, Form
from assessments.domain.papers import Narrative
from assessments.models import Filing
from assessments.services.errors import Refused
from assessments.services.imports import fund_as_kept, load_filing
from assessments.services.narrative_imports import load_narrative
from portal.text.door import clean_line
from portal.text.telling import collecting, what_changed
from reviews.services.import_sheets import load_review_sheet


@dataclass(frozen=True, slots=True)
class ImportedPart:
    """The fate of one part of a file: ``created``, ``updated``, ``unchanged``, ``checked`` or ``refused``.

    ``message`` says why a part was refused, or only checked and not stored.
    """

    where: str
    outcome: str
    message: str = ""

    @property
    def word(self) -> str:
        """The outcome in words."""
        words = {"created": _("已导入"), "updated": _("已更新"), "unchanged": _("没有变化"), "refused": _("未导入")}
        words["checked"] = _("只核对，未保存")
        return words[self.outcome]


def load_parcel(*, parcel: Parcel, name: str, at: datetime) -> list[ImportedPart]:
    """Loads every part of a file by itself: one that is refused does not hold up the others.

    Narratives come first, so that the filings are kept together with the text that they were published with. Tables
    and budget statements have no place in the portal yet: they are only checked. ``name`` is the file's name, which is
    the source where the file does not name one.
    """
    source = clean_line(parcel.head.get("source") or PurePath(name).name).text
    parts = _load_narratives(parcel, source, at)
    filings: list[Filing] = []
    places: dict[tuple[object, ...], str] = {}
    for where, facts in parcel.dossier.forms():
        try:
            _require_once(facts, where, places)
            with collecting() as changed:
                loaded = load_filing(facts=facts, source=source, at=at)
        except Refused as refused:
            parts.append(ImportedPart(where, "refused", refused.message))
        else:
            filings.append(loaded.filing)
            parts.append(ImportedPart(where, loaded.outcome, what_changed(*changed)))
    for number, sheet in enumerate(parcel.review_sheets):
        where = _place("review_sheet", number, len(parcel.review_sheets))
        parts.append(_load_sheet(where, sheet, parcel, filings, source, at))
    return parts + _only_checked(parcel)


def _place(part: str, number: int, count: int) -> str:
    return part if count == 1 else f"{part}[{number}]"


def _load_narratives(parcel: Parcel, source: str, at: datetime) -> list[ImportedPart]:
    parts: list[ImportedPart] = []
    reports: dict[int, str] = {}
    for number, narrative in enumerate(parcel.dossier.narratives):
        where = _place("narrative", number, len(parcel.narratives))
        if narrative.form is Form.BUDGET_STATEMENT:
            parts.append(ImportedPart(where, "checked", _("预算说明只作核对，系统还没有它的页面，没有保存。")))
            continue
        code = as_text(parcel.narratives[number].get("region_code")) or parcel.head.get("region_code", "")
        parts.append(_load_narrative(where, narrative, code.strip(), parcel, source, reports, at))
    return parts


def _load_narrative(
    where: str,
    narrative: Narrative,
    region_code: str,
    parcel: Parcel,
    source: str,
    reports: dict[int, str],
    at: datetime,
) -> ImportedPart:
    try:
        with transaction.atomic(), collecting() as changed:
            loaded = load_narrative(
                narrative=narrative, region_code=region_code, beside=parcel.filings, source=source, at=at
            )
            if (first := reports.setdefault(loaded.report.pk, where)) != where:
                raise Refused(_("与 %(where)s 是同一单位、年度的报告，只能导入一份。") % {"where": first})
    except Refused as refused:
        return ImportedPart(where, "refused", refused.message)
    checked = _("封面各栏只作核对，没有保存。") if any(narrative.cover.values()) else ""
    return ImportedPart(where, loaded.outcome, what_changed(*changed) + checked)


def _only_checked(parcel: Parcel) -> list[ImportedPart]:
    """What the portal has no screens for yet: named, so that nobody thinks that it was stored."""
    parts: list[ImportedPart] = []
    if parcel.tables:
        parts.append(ImportedPart("tables", "checked", _("预算表只作核对，系统还没有它的页面，没有保存。")))
    return parts


def _load_sheet(
    where: str, sheet: Facts, parcel: Parcel, filings: list[Filing], source: str, at: datetime
) -> ImportedPart:
    try:
        with collecting() as changed:
            outcome = load_review_sheet(sheet=sheet, filings=filings, source=source, at=at)
    except Refused as refused:
        return ImportedPart(where, "refused", refused.message)
    return ImportedPart(where, outcome, what_changed(*changed))


def _require_once(facts: Facts, where: str, places: dict[tuple[object, ...], str]) -> None:
    """Refuses a second filing for the same place: it would overwrite the first, and the first it, at every loading."""
    place = (facts.form, facts.value("region_code").strip(), fund_as_kept(facts), facts.year, facts.month)
    if places.setdefault(place, where) != where:
        raise Refused(_("与 %(where)s 是同一区划、险种和时期的表，只能导入一张。") % {"where": places[place]})
