"""Scoring: drafts that save by themselves, and what stands in the way of handing them in."""

from decimal import Decimal

import pytest

from assessments.domain.workflow import State
from assessments.models import Filing, Mark
from assessments.services.marks import add_mark
from portal.audit.models import Entry
from reviews.domain.rubric import Part
from reviews.models import Review
from reviews.services.decisions import Stand, judgement_of, reason_due
from reviews.services.errors import ReviewRefused, ScoreRefused
from reviews.services.scores import GivenScore, score_part, score_parts, submit_scores
from tests.factories.assessments import NOW
from tests.factories.reviews import REASON, Court, give, proposed


def save(court: Court, review: Review, part: Part, points: str | None, reason: str = "") -> None:
    given = GivenScore(None if points is None else Decimal(points), reason)
    score_part(review=review, part=part, given=given, actor=court.reviewer, at=NOW)


def score_of(review: Review, part: Part) -> tuple[Decimal | None, str]:
    score = review.scores.get(part=part.value)
    return score.points, score.reason


def test_a_part_saves_by_itself_without_a_reason(court: Court) -> None:
    review = court.in_review()
    save(court, review, Part.BUDGET_EXECUTION, "12.5")
    assert score_of(review, Part.BUDGET_EXECUTION) == (Decimal("12.5"), "")
    assert review.scores.filter(points=None).count() == 3


def test_points_can_be_taken_back(court: Court) -> None:
    review = court.in_review()
    save(court, review, Part.BUDGET_EXECUTION, "12.5")
    save(court, review, Part.BUDGET_EXECUTION, None)
    assert score_of(review, Part.BUDGET_EXECUTION) == (None, "")


@pytest.mark.parametrize(
    ("part", "points"),
    [
        (Part.BUDGET_EXECUTION, "31"),
        (Part.BUDGET_EXECUTION, "30.1"),
        (Part.BUDGET_EXECUTION, "-1"),
        (Part.BUDGET_EXECUTION, "12.55"),
        (Part.BUDGET_EXECUTION, "NaN"),
        (Part.TIMELINESS, "11"),
    ],
)
def test_impossible_points_are_refused_and_nothing_is_saved(court: Court, part: Part, points: str) -> None:
    review = court.in_review()
    with pytest.raises(ScoreRefused) as refused:
        save(court, review, part, points)
    assert list(refused.value.parts) == [part.value]
    assert score_of(review, part) == (None, "")


def test_a_reason_is_stored_clean(court: Court) -> None:
    review = court.in_review()
    save(court, review, Part.BUDGET_EXECUTION, "12", " 半个\ud83d\x00字 ")
    assert score_of(review, Part.BUDGET_EXECUTION) == (Decimal(12), "半个字")


def test_a_reason_that_is_too_long_is_refused(court: Court) -> None:
    review = court.in_review()
    with pytest.raises(ScoreRefused):
        save(court, review, Part.BUDGET_EXECUTION, "12", "字" * 501)
    assert score_of(review, Part.BUDGET_EXECUTION) == (None, "")


def test_of_several_parts_all_are_saved_or_none(court: Court) -> None:
    review = court.in_review()
    given = {Part.BUDGET_EXECUTION: GivenScore(Decimal(12)), Part.TIMELINESS: GivenScore(Decimal(40))}
    with pytest.raises(ScoreRefused):
        score_parts(review=review, given=given, actor=court.reviewer, at=NOW)
    assert score_of(review, Part.BUDGET_EXECUTION) == (None, "")


def test_only_the_reviewer_who_holds_the_filing_scores(court: Court) -> None:
    review = court.in_review()
    given = GivenScore(Decimal(30))
    with pytest.raises(ReviewRefused):
        score_part(review=review, part=Part.TIMELINESS, given=given, actor=court.colleague, at=NOW)


def test_a_deduction_that_follows_the_proposal_takes_its_arithmetic_for_a_reason(court: Court) -> None:
    review = court.in_review(at=court.cycle.due_at)
    assert proposed(review)[Part.TIMELINESS] == 9
    save(court, review, Part.TIMELINESS, "9")
    assert score_of(review, Part.TIMELINESS) == (9, "采纳建议：10 − 1 = 建议 9")


def test_a_departure_does_not_keep_the_proposals_reason(court: Court) -> None:
    review = court.in_review(at=court.cycle.due_at)
    save(court, review, Part.TIMELINESS, "9")
    save(court, review, Part.TIMELINESS, "4", "采纳建议：10 − 1 = 建议 9")
    assert score_of(review, Part.TIMELINESS) == (4, "")


def test_the_four_scores_are_handed_in_at_once(court: Court) -> None:
    review = court.in_review()
    give(review, court.reviewer)
    filing = submit_scores(review=review, actor=court.reviewer, at=NOW)
    review.refresh_from_db()
    assert (filing.state, review.submitted_at) == (State.SCORED, NOW)
    assert Entry.objects.get(verb="submit_scores").subject_id == str(filing.pk)


def test_an_unscored_part_stands_in_the_way(court: Court) -> None:
    review = court.in_review()
    give(review, court.reviewer)
    save(court, review, Part.TIMELINESS, None)
    with pytest.raises(ScoreRefused) as refused:
        submit_scores(review=review, actor=court.reviewer, at=NOW)
    assert refused.value.parts == {"timeliness": "请给出得分。"}
    assert Filing.objects.get().state == State.IN_REVIEW


def test_a_departure_needs_a_reason(court: Court) -> None:
    review = court.in_review()
    give(review, court.reviewer, deviation_response="25")
    save(court, review, Part.DEVIATION_RESPONSE, "25")
    with pytest.raises(ScoreRefused) as refused:
        submit_scores(review=review, actor=court.reviewer, at=NOW)
    assert refused.value.parts == {"deviation_response": "比建议低 5 分，请写明理由"}
    save(court, review, Part.DEVIATION_RESPONSE, "25", REASON)
    assert submit_scores(review=review, actor=court.reviewer, at=NOW).state == State.SCORED


@pytest.mark.parametrize(
    ("points", "proposal", "lags", "asks"),
    [
        (None, 13, False, ""),
        ("25", 13, False, "比建议高 12 分，请写明理由"),
        ("12.5", 13, False, "比建议低 0.5 分，请写明理由"),
        ("13", 13, False, "扣 17 分，请写明理由"),
        ("28.5", None, False, "扣 1.5 分，请写明理由"),
        ("30", 30, True, "有指标滞后仍给满分，请写明理由"),
        ("30", None, True, "有指标滞后仍给满分，请写明理由"),
        ("30", 30, False, ""),
    ],
)
def test_a_reason_is_due_for_departures_deductions_and_full_marks_on_red(
    points: str | None, proposal: int | None, lags: bool, asks: str
) -> None:
    given = None if points is None else Decimal(points)
    assert reason_due(Part.GOAL_COMPLETION, given, proposal, lags=lags) == asks


def test_decisions_say_how_the_points_stand_to_the_proposal(court: Court) -> None:
    review = court.in_review()
    save(court, review, Part.BUDGET_EXECUTION, "1", REASON)
    save(court, review, Part.TIMELINESS, str(proposed(review)[Part.TIMELINESS]))
    stands = {part: decision.stand for part, decision in judgement_of(review).decisions.items()}
    assert stands == {
        Part.BUDGET_EXECUTION: Stand.ADJUSTED,
        Part.GOAL_COMPLETION: Stand.OPEN,
        Part.DEVIATION_RESPONSE: Stand.OPEN,
        Part.TIMELINESS: Stand.ACCEPTED,
    }


def test_there_is_no_total_until_all_four_are_there(court: Court) -> None:
    review = court.in_review()
    save(court, review, Part.BUDGET_EXECUTION, "30")
    assert judgement_of(review).total is None
    give(review, court.reviewer)
    assert judgement_of(review).total == sum(points or 0 for points in proposed(review).values())


def test_marks_that_were_never_sent_stand_in_the_way(court: Court) -> None:
    review = court.in_review()
    give(review, court.reviewer)
    add_mark(filing=review.filing, key="goal_progress", reason="请写明人数", author=court.reviewer, at=NOW)
    with pytest.raises(ScoreRefused):
        submit_scores(review=review, actor=court.reviewer, at=NOW)
    Mark.objects.all().delete()
    assert submit_scores(review=review, actor=court.reviewer, at=NOW).state == State.SCORED


def test_scores_are_handed_in_once(court: Court) -> None:
    review = court.in_review()
    give(review, court.reviewer)
    submit_scores(review=review, actor=court.reviewer, at=NOW)
    with pytest.raises(ReviewRefused):
        submit_scores(review=review, actor=court.reviewer, at=NOW)
