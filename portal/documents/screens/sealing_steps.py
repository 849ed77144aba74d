"""The course of a paper: printed, sealed by its unit, scored, sealed by the prefecture, archived."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.documents.models import MakingStage, Variant, made_by
from portal.documents.papers.paper_versions import Version
from portal.jobs.models import Job
from portal.seals.fields import PREFECTURE_FIELD, UNIT_FIELD

PRINTED, SCORED, ARCHIVED = _("生成 PDF"), _("审核评分"), _("归档")
SEALED = {UNIT_FIELD: _("单位用印"), PREFECTURE_FIELD: _("地区用印")}
#: The variants that bring the first and the second seal.
VARIANTS = (Variant.SEALED, Variant.COUNTERSIGNED)
MARKS = {
    Job.State.QUEUED: "now",
    Job.State.RUNNING: "now",
    Job.State.WAITING: "held",
    Job.State.FAILED: "failed",
    Job.State.DONE: "",
}


@dataclass(frozen=True, slots=True)
class Station:
    """One step: its word, when it was taken, and its mark as in :class:`portal.jobs.progress_steps.Step`."""

    word: str | Promise
    at: datetime | None
    mark: str


def course_of(version: Version) -> list[Station]:
    """The steps of a version in their order; nothing for a version that is never sealed."""
    return list(_stations(version)) if version.standing and version.standing.seals else []


def _stations(version: Version) -> Iterator[Station]:
    assert version.standing is not None
    first = version.jobs.get(Variant.SEALED)
    yield Station(PRINTED, first.started_at if first and made_by(first) else None, _printed(first))
    for place, field in enumerate(version.standing.seals):
        if place:
            judged = version.standing.judged_at
            yield Station(SCORED, judged, "" if judged else "to")
        yield _sealed(version, field, VARIANTS[place])
    final = version.final if version.complete else None
    yield Station(ARCHIVED, final.created_at if final else None, "" if final else "to")


def _printed(first: Job | None) -> str:
    """What waits for its seal is as good as printed: its content is frozen."""
    if first is None:
        return "to"
    in_hand = first.state == Job.State.QUEUED or (
        first.state == Job.State.RUNNING and first.stage != MakingStage.SEALING
    )
    return "now" if in_hand else ""


def _sealed(version: Version, field: str, variant: Variant) -> Station:
    job = version.jobs.get(variant)
    seal = next((seal for seal in version.seals if seal.field == field), None)
    if seal:
        return Station(SEALED[field], seal.sealed_at, "")
    first_in_hand = variant == Variant.SEALED and job is not None and _printed(job) == "now"
    return Station(SEALED[field], None, "to" if job is None or first_in_hand else MARKS[Job.State(job.state)])
