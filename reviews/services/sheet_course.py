"""The whole course of a review sheet: its steps go into the record and are read from there, so that none is dropped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from assessments.models import Filing
from portal.accounts.models import User
from portal.audit.models import Entry
from portal.audit.services import record
from reviews.models import ReviewSheet

#: The verbs of the record that are steps of a sheet; the last was written without its prefix at first.
STEPS = ("sheet_compose", "sheet_send_for_signature", "sheet_refuse", "sheet_sign", "sheet_supersede", "supersede")


@dataclass(frozen=True, slots=True)
class SheetStep:
    """One step: its verb in the record, who, when, why, and the papers that it names."""

    verb: str
    actor: User | None
    at: datetime
    reason: str
    papers: tuple[str, ...]


def note_step(
    sheet: ReviewSheet, verb: str, actor: User, at: datetime, details: Mapping[str, object] | None = None
) -> None:
    """Writes one step of the sheet into the record."""
    record(
        actor=actor,
        verb=f"sheet_{verb}",
        subject_kind="review_sheet",
        subject_id=sheet.pk,
        at=at,
        region_code=sheet.cycle.prefecture.code,
        details={"title": sheet.title, **(details or {})},
    )


def supersede(*, sheet: ReviewSheet, reason: str, actor: User, at: datetime, because_of: Filing | None = None) -> None:
    """Voids a signed sheet, with who did so and why; ``because_of`` is the filing that was reopened."""
    ReviewSheet.objects.filter(pk=sheet.pk).update(state=ReviewSheet.State.SUPERSEDED)
    note_step(sheet, "supersede", actor, at, {"reason": reason, **({"filing": because_of.pk} if because_of else {})})


def course_of_sheet(sheet: ReviewSheet) -> list[SheetStep]:
    """Every step of the sheet in its order, refusals and what voided it included; two queries."""
    entries = list(
        Entry.objects.filter(subject_kind="review_sheet", subject_id=str(sheet.pk), verb__in=STEPS)
        .select_related("actor__unit")
        .order_by("id")
    )
    names = _names_of(pk for entry in entries for pk in _filings(entry))
    return [
        SheetStep(
            verb=entry.verb,
            actor=entry.actor,
            at=entry.at,
            reason=str(entry.details.get("reason", "")),
            papers=tuple(names[pk] for pk in _filings(entry) if pk in names),
        )
        for entry in entries
    ]


def _filings(entry: Entry) -> list[int]:
    one = entry.details.get("filing")
    return [one] if isinstance(one, int) else list(entry.details.get("filings", ()))


def _names_of(filings: Iterable[int]) -> dict[int, str]:
    found = Filing.objects.filter(pk__in=set(filings)).select_related("obligation__unit")
    return {filing.pk: f"{filing.obligation.unit.label} {filing.obligation.fund_name}".strip() for filing in found}
