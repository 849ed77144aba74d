"""Proposals rest on what the rules found, when a paper was submitted and since, and spare what was waived."""

from datetime import timedelta

import pytest

from assessments.domain.consistency import RULE_SETS
from assessments.domain.funds import Fund
from assessments.models import Filing, Waiver
from portal import clock
from reviews.domain.rubric import Part
from reviews.models import Review
from reviews.services.proposals import proposal_of
from reviews.services.reviews import take_up
from reviews.services.scores import submit_scores
from tests.factories.assessments import NOW
from tests.factories.checked import LAGS, PASTED, TARGET_AGAIN, make_typed, run_out, submitted, waive
from tests.factories.reviews import Court, give, proposed

SAME = {"deviation_and_measures": PASTED}
OTHER = Fund.RESIDENT_PENSION


def taken_up(court: Court, filing: Filing) -> Review:
    return take_up(filing=filing, reviewer=court.reviewer, at=NOW)


def response(review: Review) -> tuple[int | None, list[str]]:
    """The points of 目标偏离及应对情况, and the labels of its working."""
    fresh = Review.objects.get(pk=review.pk)
    part = proposal_of(fresh).parts[Part.DEVIATION_RESPONSE]
    return part.points, [str(line.label) for line in part.lines]


LATE = "滞后：参保缴费人数"
CHARGED = (22, [LATE, "偏差说明与其他险种的相同"])
SPARED = (25, [LATE, "V28 已豁免：偏差说明与其他险种的相同，不扣分"])


def test_what_was_found_pasted_when_it_was_submitted_takes_points(court: Court) -> None:
    submitted(court, make_typed(court, OTHER, squares=SAME))
    review = taken_up(court, submitted(court, make_typed(court, rows=LAGS, squares=SAME)))
    assert response(review) == CHARGED


def test_so_does_what_a_paper_received_later_shows(court: Court) -> None:
    review = taken_up(court, submitted(court, make_typed(court, rows=LAGS, squares=SAME)))
    draft = make_typed(court, OTHER, squares=SAME)
    assert response(review) == (25, [LATE])
    submitted(court, draft)
    assert response(review) == CHARGED


def test_the_rubric_counts_short_words_and_cycles_of_the_first_rules_too(court: Court) -> None:
    short = {"deviation_and_measures": "人数减少"}
    court.cycle.rule_set = RULE_SETS[0]
    court.cycle.save()
    review = taken_up(court, submitted(court, make_typed(court, rows=LAGS, squares=short)))
    submitted(court, make_typed(court, OTHER, squares=short))
    assert response(review) == CHARGED


@pytest.mark.parametrize("before", [True, False])
def test_a_waiver_spares_it_whether_granted_before_or_since(court: Court, before: bool) -> None:
    submitted(court, make_typed(court, OTHER, squares=SAME))
    if before:
        waive(court, "V28")
    review = taken_up(court, submitted(court, make_typed(court, rows=LAGS, squares=SAME)))
    if not before:
        waive(court, "V28")
    assert response(review) == SPARED


def test_the_waiver_that_a_version_keeps_counts_after_it_ran_out(court: Court) -> None:
    waiver = waive(court, "V07")
    review = taken_up(court, submitted(court, make_typed(court, rows=TARGET_AGAIN)))
    assert proposed(review)[Part.GOAL_COMPLETION] == 30
    run_out(waiver)
    assert proposed(Review.objects.get(pk=review.pk))[Part.GOAL_COMPLETION] == 30


def test_one_granted_since_counts_while_it_holds_and_for_good_once_the_scores_are_in(court: Court) -> None:
    submitted(court, make_typed(court, OTHER, squares=SAME))
    review = taken_up(court, submitted(court, make_typed(court, rows=LAGS, squares=SAME)))
    waiver = waive(court, "V28")
    give(review, court.reviewer, goal_completion="20")
    submit_scores(review=review, actor=court.reviewer, at=clock.now())
    at = clock.now() + timedelta(seconds=1)
    Waiver.objects.filter(pk=waiver.pk).update(
        state=Waiver.State.REVOKED, revoked_at=at, revoked_by=court.office_head, revoked_reason="已补报。"
    )
    assert response(review) == SPARED
    Review.objects.filter(pk=review.pk).update(submitted_at=None)
    Waiver.objects.filter(pk=waiver.pk).update(revoked_at=NOW)
    assert response(review) == CHARGED
