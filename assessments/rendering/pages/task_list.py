"""The tasks of a unit, grouped by cycle, with what is asked of the person who looks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import BooleanField, ExpressionWrapper, Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from assessments.domain.computed import Computed, compute, printed_rate
from assessments.domain.facts import Facts
from assessments.domain.kinds import PaperKind
from assessments.domain.workflow import WITH_THE_PREFECTURE, WITH_THE_UNIT, State
from assessments.models import Cycle, Filing, Move, Obligation
from assessments.queries import digests_in_force, facts_of, with_squares
from assessments.rendering.pages.deadlines import DeadlineWords, deadline
from assessments.rendering.pages.report_task import ReportTask, report_tasks, reports_beside
from assessments.rendering.pages.sending_words import sending_words
from assessments.rendering.pages.turns import waits_for
from assessments.services.dossiers import Place, Surroundings, surroundings_of
from assessments.services.examining import Examined, examine_all
from assessments.services.readiness import Readiness, readiness
from portal.accounts.models import User
from portal.documents.screens.notices import held_up_among
from portal.jobs.models import Job


@dataclass(frozen=True, slots=True)
class Act:
    """The one thing to do next: its words, where it leads, whether it is this person's turn, and whether it posts."""

    label: str
    url: str
    mine: bool = False
    posts: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One obligation as a row of the list; ``state`` is a filing's state, ``not_started`` or ``not_open``.

    ``held_up``: the job of a paper of it that waits for a seal or could not be made. ``handed_back``: the head's step,
    while nothing was changed since.
    """

    obligation: Obligation
    filing: Filing | None
    state: str
    readiness: Readiness | None
    rate: str
    act: Act
    late: bool
    held_up: Job | None = None
    handed_back: Move | None = None


@dataclass(frozen=True, slots=True)
class _Standing:
    """What still stands in the way of a filing, its execution rate as printed, and that its head handed it back."""

    readiness: Readiness | None = None
    rate: str = ""
    handed_back: Move | None = None


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """The tasks of one cycle under its head, and the report that goes with them; None where none does."""

    cycle: Cycle
    deadline: DeadlineWords
    tasks: tuple[Task, ...]
    report: ReportTask | None = None

    @property
    def sent(self) -> bool:
        """The prefecture has all of it, so that nothing is due."""
        return all(task.state in WITH_THE_PREFECTURE for task in self.tasks)

    @property
    def done(self) -> bool:
        """Nothing of it is left to do for anybody."""
        return all(task.state == State.CONCLUDED for task in self.tasks)


def task_groups(
    *, obligations: QuerySet[Obligation], cycles: Sequence[int], user: User, at: datetime
) -> list[TaskGroup]:
    """The groups of some ``cycles``, in their order; whatever stands together is checked once."""
    owed = _in_order(obligations.annotate(mine=ExpressionWrapper(waits_for(user, at), BooleanField())), cycles)
    filings = [item.filing for item in owed if hasattr(item, "filing")]
    facts = {filing: facts_of(filing) for filing in _worked_on(filings)}
    computed = {filing.pk: compute(known) for filing, known in facts.items()}
    closed = reports_beside(owed)
    papers = surroundings_of(
        facts, [(cycle, user.unit) for cycle, reason in closed.items() if not reason], computed=computed
    )
    ids, current = [filing.pk for filing in filings], digests_in_force(filings)
    held_up = held_up_among(subject_kind="filing", subject_ids=ids, current=current)
    shown, reports = _standings(facts, computed, papers), report_tasks(closed, user, papers)
    return [
        _group(cycle, [_task(item, shown, held_up, at) for item in items], reports.get(cycle.pk), at)
        for cycle, items in groupby(owed, key=lambda item: item.cycle)
    ]


def _in_order(obligations: QuerySet[Obligation], cycles: Sequence[int]) -> list[Obligation]:
    found = obligations.filter(cycle__in=cycles).select_related(
        "cycle__prefecture", "unit__region", "filing__saved_by", "filing__reviewer", "filing__preparer"
    )
    return sorted(found, key=lambda item: (cycles.index(item.cycle_id), item.fund))


def _worked_on(filings: Iterable[Filing]) -> Iterable[Filing]:
    """The filings that are being worked on, with the rows that their counts need."""
    wanted = [filing.pk for filing in filings if filing.editable or filing.state == State.PENDING_HEAD]
    return with_squares(Filing.objects.filter(pk__in=wanted)).prefetch_related(
        "explanations", "marks", Prefetch("moves", Move.objects.select_related("actor"))
    )


def _group(cycle: Cycle, tasks: Sequence[Task], report: ReportTask | None, at: datetime) -> TaskGroup:
    dues = [task.obligation.due_at for task in tasks if task.state not in WITH_THE_PREFECTURE]
    due = min(dues, default=cycle.due_at)
    ordered = sorted(tasks, key=lambda task: (not task.act.mine, task.obligation.fund))
    return TaskGroup(cycle, deadline(opens_at=cycle.opens_at, due_at=due, at=at), tuple(ordered), report)


def _standings(
    filings: Mapping[Filing, Facts], computed: Mapping[int, Computed], papers: Mapping[Place, Surroundings]
) -> dict[int, _Standing]:
    """How far each filing is that is being worked on."""
    examined = examine_all(filings, papers)
    return {filing.pk: _standing(filing, computed[filing.pk], examined[filing.pk]) for filing in filings}


def _standing(filing: Filing, computed: Computed, examined: Examined) -> _Standing:
    rate = computed.execution_rate.value
    printed = "" if rate is None else printed_rate(rate, 2)
    return _Standing(readiness(filing, examined, computed), printed, _handed_back(filing))


def _handed_back(filing: Filing) -> Move | None:
    newest = max(filing.moves.all(), key=lambda move: move.pk, default=None)
    if newest is None or newest.name != "hand_back":
        return None
    return newest if filing.saved_at is None or filing.saved_at <= newest.at else None


def _task(obligation: Obligation, shown: Mapping[int, _Standing], held_up: Mapping[str, Job], at: datetime) -> Task:
    filing: Filing | None = getattr(obligation, "filing", None)
    late = at >= obligation.due_at and (filing is None or State(filing.state) in WITH_THE_UNIT)
    mine: bool = obligation.mine  # type: ignore[attr-defined]
    if filing is None:
        state = "not_started" if obligation.cycle.opens_at <= at else "not_open"
        return Task(obligation, None, state, None, "", _first_act(obligation, mine), late)
    known, held = shown.get(filing.pk, _Standing()), held_up.get(str(filing.pk))
    return Task(
        obligation,
        filing,
        filing.state,
        known.readiness,
        known.rate,
        _act(filing, obligation.cycle.paper, mine),
        late,
        held_up=held,
        handed_back=known.handed_back,
    )


def _first_act(obligation: Obligation, mine: bool) -> Act:
    if not mine:
        return Act(_("看样表"), reverse("assessments:specimen", args=[obligation.pk]))
    return Act(_("开始填报"), reverse("assessments:start", args=[obligation.pk]), mine=True, posts=True)


def _act(filing: Filing, paper: PaperKind, mine: bool) -> Act:
    state = State(filing.state)
    if not mine:
        return Act(_("查看"), reverse("assessments:filing", args=[filing.pk]))
    if state is State.PENDING_HEAD:
        words = str(sending_words(paper).task)
        return Act(words, reverse("assessments:check", args=[filing.pk]), mine=True)
    words = _("答复并修改") if state is State.RETURNED else _("继续填报")
    return Act(words, reverse("assessments:edit", args=[filing.pk]), mine=True)
