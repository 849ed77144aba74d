"""The demo's papers of this year, brought into their states by the same services that people use."""

from datetime import datetime, timedelta

from assessments.domain.funds import Fund
from assessments.domain.working_days import working_days_after
from assessments.models import Cycle, Filing, Obligation
from assessments.services.filings import start
from assessments.services.marks import add_mark
from assessments.services.moves import move
from assessments.services.rows import add_rows
from assessments.services.squares import Change, save_squares
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.clock import BEIJING, end_of
from reviews.demo.papers import Paper, monitoring_paper, scored_paper, self_assessment_paper
from reviews.demo.people import office_of, person
from reviews.services.reviews import return_for_revision, take_up

#: The yearly papers by their edition.
_PAPERS = {"self-assessment-2022": self_assessment_paper, "self-assessment-scored": scored_paper}


def fill(cycle: Cycle, county: str, fund: Fund, at: datetime, *, half: bool = False, all_spent: bool = False) -> Filing:
    """The clerk starts the paper of a county's fund and fills it, or the first half of it.

    ``all_spent``: of what was received nothing is left, which a monitoring report has to explain.
    """
    filing, clerk = begin(cycle, county, fund, at)
    left = 0 if all_spent else 35
    paper = _PAPERS[cycle.edition](fund) if cycle.month is None else monitoring_paper(fund, cycle.month, left_over=left)
    type_in(filing, _half(paper) if half else paper, clerk, at + timedelta(minutes=20))
    return filing


def begin(cycle: Cycle, region: str, fund: Fund, at: datetime) -> tuple[Filing, User]:
    """The paper of a region's fund, started by its clerk."""
    obligation = Obligation.objects.select_related("cycle__prefecture", "unit__region").get(
        cycle=cycle, unit__region__code=region, fund=fund
    )
    clerk = person(obligation.unit, Role.CLERK)
    return start(obligation=obligation, actor=clerk, at=at), clerk


def send(filing: Filing, at: datetime) -> Filing:
    """The clerk sends the paper to the head."""
    return move(filing=filing, name="send_to_head", actor=person(filing.obligation.unit, Role.CLERK), at=at)


def submit(filing: Filing, at: datetime) -> Filing:
    """The head submits it to the prefecture."""
    head = person(filing.obligation.unit, Role.HEAD)
    return move(filing=send(filing, at), name="submit", actor=head, at=at + timedelta(hours=1))


def send_back(filing: Filing, at: datetime) -> Filing:
    """The reviewer takes it up, marks two squares and returns it."""
    reviewer = person(office_of(filing.obligation.cycle.prefecture), Role.REVIEWER)
    review = take_up(filing=filing, reviewer=reviewer, at=at)
    filing = Filing.objects.get(pk=filing.pk)
    for key, reason in _remarks(filing):
        add_mark(filing=filing, key=key, reason=reason, author=reviewer, at=at)
    due = end_of(working_days_after(at.astimezone(BEIJING).date(), 5))
    return return_for_revision(
        review=review,
        reason="两处数据请核对后重新报送。",
        answer_due_at=due,
        actor=reviewer,
        at=at + timedelta(minutes=30),
    )


def _remarks(filing: Filing) -> list[tuple[str, str]]:
    first = filing.list_rows.all()[0]
    return [
        ("goal_progress", "请补充本期待遇调整的落实情况，写明调整的人数和金额。"),
        (f"indicators[{first.pk}].actual", "与业务系统月报的参保人数不一致，请核对后改正或说明。"),
    ]


def type_in(filing: Filing, paper: Paper, clerk: User, at: datetime) -> None:
    """The clerk types what stands on ``paper``."""
    known = {square.key: square.raw for square in filing.squares.all()}
    changes = [Change(key, value, known.get(key, "")) for key, value in paper.squares.items()]
    save_squares(filing_id=filing.pk, changes=changes, actor=clerk, at=at)
    add_rows(filing=filing, after=None, actor=clerk, at=at, values=[row.values() for row in paper.rows])


def _half(paper: Paper) -> Paper:
    kept = ("adjusted_budget.total", "executed.total", "goal_expected")
    rows = paper.rows[: len(paper.rows) // 2]
    return Paper({key: paper.squares[key] for key in kept}, rows)
