"""The three steps that a person sees: 已排队 → 正在生成 → 可下载, or 已排队 → 正在验证 → 已验证."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.documents.models import Job, Kind

#: The step at which each state stands.
PLACE = {
    Job.State.QUEUED: 0,
    Job.State.RUNNING: 1,
    Job.State.WAITING: 1,
    Job.State.FAILED: 1,
    Job.State.DONE: 2,
}
#: The words of the step in the middle, by state, where they are not those of the work itself.
STOPPED = {Job.State.WAITING: Job.State.WAITING.label, Job.State.FAILED: Job.State.FAILED.label}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its word, and its mark: "" (done), ``now``, ``held`` (for a seal), ``to`` (to come) or ``failed``."""

    word: str | Promise
    mark: str


def steps_of(job: Job) -> list[Step]:
    """The steps with how each of them stands."""
    return [Step(word, _mark(job, number)) for number, word in enumerate(_words(job))]


def seen(job: Job) -> str:
    """What the page shows of the job, as one word: it begins with the state, and changes when anything shown does."""
    return f"{job.state}-{job.stage}-{job.progress_done}-{job.progress_total}"


def _words(job: Job) -> tuple[str | Promise, ...]:
    over = job.state == Job.State.DONE
    queued, made = Job.State.QUEUED.label, Job.State.DONE.label
    if job.kind == Kind.CHECK:
        return queued, STOPPED.get(Job.State(job.state), _("正在验证")), _("已验证")
    return queued, STOPPED.get(Job.State(job.state), _("已生成") if over else Job.State.RUNNING.label), made


def _mark(job: Job, number: int) -> str:
    reached = PLACE[Job.State(job.state)]
    if number != reached:
        return "" if number < reached else "to"
    if job.state == Job.State.DONE:
        return ""
    return {Job.State.WAITING: "held", Job.State.FAILED: "failed"}.get(Job.State(job.state), "now")
