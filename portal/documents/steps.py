"""The three steps that a person sees: 已排队 → 正在生成 → 可下载."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.documents.models import Job

ORDER = (Job.State.QUEUED, Job.State.RUNNING, Job.State.DONE)
FAILED_AT = ORDER.index(Job.State.RUNNING)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its word, and its mark, which is "" (done), ``now``, ``to`` (still to come) or ``failed``."""

    word: str | Promise
    mark: str


def steps_of(job: Job) -> list[Step]:
    """The steps with how each of them stands."""
    return [Step(_word(job, state), _mark(job, number)) for number, state in enumerate(ORDER)]


def seen(job: Job) -> str:
    """What the page shows of the job, as one word: it begins with the state, and changes when anything shown does."""
    return f"{job.state}-{job.stage}-{job.progress_done}-{job.progress_total}"


def _word(job: Job, state: Job.State) -> str | Promise:
    if state == Job.State.RUNNING and job.state == Job.State.FAILED:
        return Job.State.FAILED.label
    return _("已生成") if state == Job.State.RUNNING and job.state == Job.State.DONE else state.label


def _mark(job: Job, number: int) -> str:
    if job.state == Job.State.FAILED:
        return "failed" if number == FAILED_AT else "to" if number > FAILED_AT else ""
    reached = ORDER.index(Job.State(job.state))
    if number == reached:
        return "" if job.state == Job.State.DONE else "now"
    return "" if number < reached else "to"
