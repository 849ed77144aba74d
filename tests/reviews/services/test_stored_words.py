"""What reviewers and admins leave behind is Chinese, whatever language their screens speak."""

from datetime import timedelta
from decimal import Decimal

from django.utils import translation

from assessments.domain.funds import Fund
from reviews.domain.rubric import Part
from reviews.services.decisions import Stand, judgement_of
from reviews.services.exports import export
from reviews.services.review_sheets import compose
from reviews.services.scores import GivenScore, score_part
from tests.factories.assessments import NOW
from tests.factories.reviews import DUE, Court


def test_an_accepted_deduction_is_kept_in_chinese_and_known_again_in_english(court: Court) -> None:
    late = DUE + timedelta(hours=12)
    review = court.in_review(at=late)
    with translation.override("en"):
        score_part(review=review, part=Part.TIMELINESS, given=GivenScore(Decimal(9)), actor=court.reviewer, at=late)
        decision = judgement_of(review).decisions[Part.TIMELINESS]
    assert (decision.stand, decision.reason) == (Stand.ACCEPTED, "采纳建议：10 − 1 = 建议 9")


def test_a_sheet_is_composed_in_chinese(court: Court) -> None:
    court.scored()
    with translation.override("en"):
        sheet = compose(cycle=court.cycle, region=court.county, actor=court.reviewer, at=NOW)
    assert sheet.monitoring_point == court.cycle.period


def test_an_export_is_the_same_from_both_languages(court: Court) -> None:
    court.submitted(Fund.GOV_PENSION)
    chinese = export(cycle=court.cycle, actor=court.admin, at=NOW)
    with translation.override("en"):
        english = export(cycle=court.cycle, actor=court.admin, at=NOW)
    assert (english.pk, english.parameters) == (chinese.pk, chinese.parameters)
