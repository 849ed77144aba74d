"""The three steps of a job that a person sees: 已排队 → 正在生成 → 可下载, or 已排队 → 正在验证 → 已验证."""

from dataclasses import dataclass

from django.utils.functional import Promise

from portal.jobs.models import Job

#: The step at which each state stands.
PLACE = {
    Job.State.QUEUED: 0,
    Job.State.RUNNING: 1,
    Job.State.WAITING: 1,
    Job.State.FAILED: 1,
    Job.State.DONE: 2,
}
#: The states that stand at the step in the middle, whose word it bears then.
IN_THE_MIDDLE = frozenset({Job.State.RUNNING, Job.State.WAITING, Job.State.FAILED})


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its word, and its mark: "" (done), ``now``, ``held`` (for a seal), ``to`` (to come) or ``failed``."""

    word: str | Promise
    mark: str


def steps_of(job: Job) -> list[Step]:
    """The steps with how each of them stands."""
    return [Step(word, _mark(job, number)) for number, word in enumerate(_words(job))]


def seen(job: Job) -> str:
    """The page's view of the job, as one word: it begins with the state, and changes when anything shown does."""
    return f"{job.state}-{job.stage}-{job.progress_done}-{job.progress_total}"


def _words(job: Job) -> tuple[str | Promise, ...]:
    work = job.work
    middle = work.made if job.state == Job.State.DONE else ""
    middle = middle or work.word(job.state if job.state in IN_THE_MIDDLE else Job.State.RUNNING)
    return work.word(Job.State.QUEUED), middle, work.word(Job.State.DONE)


def _mark(job: Job, number: int) -> str:
    reached = PLACE[Job.State(job.state)]
    if number != reached:
        return "" if number < reached else "to"
    if job.state == Job.State.DONE:
        return ""
    return {Job.State.WAITING: "held", Job.State.FAILED: "failed"}.get(Job.State(job.state), "now")
