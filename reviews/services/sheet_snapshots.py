"""A review sheet in the exchange format, and freezing what was signed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import F

from assessments.domain.exchange import as_text
from assessments.domain.facts import Row, row_of
from assessments.editions.review_sheet_2020 import ROWS
from assessments.services.snapshots import digest_of
from portal.accounts.models import User
from reviews.models import ReviewSheet, ReviewSheetRow, ReviewSheetSnapshot, Score

#: The squares of a row in the order of the paper; ``no`` is the row's place.
ROW_SQUARES = (
    "reporting_unit",
    "project_name",
    "adjusted_budget",
    "received",
    "executed",
    "execution_rate",
    "overall_completion_rate",
    "score_budget_execution",
    "score_goal_completion",
    "score_deviation_response",
    "score_timeliness",
    "total_score",
)
HEADER_WORDS = ("title", "business_office", "monitoring_point", "office_head", "handler")


def payload_of(sheet: ReviewSheet) -> dict[str, Any]:
    """The sheet as it stands, in the exchange format; what an import said beyond the form stays with it."""
    words = {name: getattr(sheet, name) for name in HEADER_WORDS}
    rows = [row_payload(row, imported=sheet.imported) for row in sheet.rows.all()]
    return {**sheet.extras, "form": "review_sheet", "edition": sheet.edition, **words, "rows": rows}


def rows_of_payload(payload: Mapping[str, Any]) -> tuple[Row, ...]:
    """The rows of a sheet in the exchange format, each named by its place among them, from 0."""
    return tuple(
        row_of(ROWS, str(index), {name: as_text(value) for name, value in row.items()})
        for index, row in enumerate(payload["rows"])
    )


def digest_of_sheet(sheet: ReviewSheet) -> str:
    """The digest under which the sheet is printed as it stands."""
    return digest_of(payload_of(sheet))


def freeze(*, sheet: ReviewSheet, actor: User | None, at: datetime) -> ReviewSheetSnapshot:
    """Stores what is signed now, with the reasons beside it."""
    payload = payload_of(sheet)
    return ReviewSheetSnapshot.objects.create(
        sheet=sheet,
        number=sheet.snapshots.count() + 1,
        payload=payload,
        digest=digest_of(payload),
        reasons=_reasons_now(sheet),
        actor=actor,
        at=at,
    )


def _reasons_now(sheet: ReviewSheet) -> dict[str, dict[str, str]]:
    scores = Score.objects.filter(
        review__filing__sheet_rows__sheet=sheet, review__version=F("review__filing__version")
    ).exclude(reason="")
    reasons: dict[str, dict[str, str]] = {}
    for filing, part, reason in scores.values_list("review__filing", "part", "reason"):
        reasons.setdefault(str(filing), {})[part] = reason
    return reasons


def row_payload(row: ReviewSheetRow, *, imported: bool) -> dict[str, str]:
    """One row in the exchange format; the number of an imported row is what was printed there."""
    number = row.extras.get("no", "") if imported else str(row.position)
    return {**row.extras, "no": number, **{name: getattr(row, name) for name in ROW_SQUARES}}
