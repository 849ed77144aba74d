"""The reception of a filing: the history of its steps as the rubric wants to know it."""

from collections.abc import Iterable
from datetime import datetime

from assessments.models import Filing, Move
from reviews.domain.timeliness import AnswerToReturn, Timeliness, judge


def timeliness_of(filing: Filing, version: int) -> Timeliness | None:
    """The timeliness of ``version`` and what came before it; None for an import, of which no reception is known.

    A withdrawn submission was not received. The first return closes the question of the due date; from then on each
    answer is held against the date that its own return set.
    """
    first: datetime | None = None
    answers: list[AnswerToReturn] = []
    received: datetime | None = None
    asked_until: datetime | None = None
    due_of = {review.version: review.answer_due_at for review in filing.reviews.all()}
    for step in _steps(filing, version):
        if step.name == "submit":
            received = step.at
        elif step.name == "withdraw":
            received = None
        else:
            first, answers = _settled(first, answers, received, asked_until)
            received, asked_until = None, due_of.get(step.version)
    first, answers = _settled(first, answers, received, asked_until)
    return judge(due_at=filing.obligation.due_at, received_at=first, answers=answers) if first else None


def _steps(filing: Filing, version: int) -> Iterable[Move]:
    """Submissions, withdrawals and returns, up to the submission of ``version``."""
    names = {"submit", "withdraw", "return_for_revision"}
    steps = sorted((step for step in filing.moves.all() if step.name in names), key=lambda step: step.pk)
    before = [step for step in steps if step.version < version]
    return [*before, *(step for step in steps if step.version == version and step.name == "submit")]


def _settled(
    first: datetime | None, answers: list[AnswerToReturn], received: datetime | None, asked_until: datetime | None
) -> tuple[datetime | None, list[AnswerToReturn]]:
    if received is None:
        return first, answers
    if first is None:
        return received, answers
    return first, [*answers, AnswerToReturn(asked_until, received)] if asked_until else answers
