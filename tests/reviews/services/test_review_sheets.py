"""The 监控审核表: composed by a reviewer, signed by an office head, its filings concluded."""

from decimal import Decimal

import pytest
from django.db.utils import IntegrityError

from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Filing
from assessments.services.moves import move
from portal.accounts.models import User
from portal.audit.models import Entry
from portal.jobs.models import Job
from portal.meanwhile import ChangedMeanwhile
from reviews.domain.rubric import Part
from reviews.models import Review, ReviewSheet, ReviewSheetSnapshot
from reviews.queries import sheet_for
from reviews.rendering.sheet_page import sheet_page
from reviews.services.errors import SheetRefused
from reviews.services.review_sheets import (
    compose,
    discard,
    refresh,
    refuse,
    request_paper,
    send_for_signature,
    sign,
    write_header,
)
from reviews.services.reviews import reopen, rescore, take_up
from reviews.services.scores import GivenScore, score_part, submit_scores
from reviews.services.sheet_checks import blank_squares, lacking
from reviews.services.sheet_course import course_of_sheet
from tests.factories.accounts import (
    ClerkFactory,
    CountyFactory,
    HeadFactory,
    OfficeHeadFactory,
    UnitFactory,
    UserFactory,
)
from tests.factories.assessments import NOW, make_draft, make_obligation, make_submitted
from tests.factories.reviews import REASON, Court, give


def sent(court: Court) -> ReviewSheet:
    return send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW)


def signed(court: Court) -> ReviewSheet:
    return sign(sheet=sent(court), actor=court.office_head, at=NOW)


def test_a_sheet_has_one_row_for_each_scored_filing_in_the_order_of_the_funds(court: Court) -> None:
    court.scored(Fund.GOV_PENSION)
    court.scored(Fund.RESIDENT_PENSION)
    court.submitted(Fund.UNEMPLOYMENT)
    sheet = court.sheet()
    names = list(sheet.rows.values_list("position", "filing__obligation__fund"))
    assert names == [(1, "RESIDENT_PENSION"), (2, "GOV_PENSION")]


def test_a_row_prints_the_filings_figures_and_the_computed_total(court: Court) -> None:
    filing = court.scored()
    row = court.sheet().rows.get()
    assert (row.reporting_unit, row.adjusted_budget, row.received, row.executed) == (
        court.bureau.name,
        "14158",
        "10934",
        "10800",
    )
    assert row.execution_rate == "76%"
    points = [row.score_budget_execution, row.score_goal_completion, row.score_deviation_response, row.score_timeliness]
    assert row.total_score == str(sum(map(int, points)))
    assert row.filing == filing


def test_half_points_are_printed(court: Court) -> None:
    review = court.in_review()
    give(review, court.reviewer, deviation_response="28.5")
    submit_scores(review=review, actor=court.reviewer, at=NOW)
    assert court.sheet().rows.get().score_deviation_response == "28.5"


def test_the_prefectures_sheet_collects_every_county(court: Court) -> None:
    court.scored()
    neighbour = UnitFactory.create(region=CountyFactory.create(parent=court.prefecture))
    clerk, head = ClerkFactory.create(unit=neighbour), HeadFactory.create(unit=neighbour)
    filing = make_submitted(make_obligation(court.cycle, neighbour), clerk, head)
    review = take_up(filing=filing, reviewer=court.colleague, at=NOW)
    give(review, court.colleague)
    submit_scores(review=review, actor=court.colleague, at=NOW)
    counties = court.sheet(region=court.prefecture).rows.values_list("filing__obligation__unit", flat=True)
    assert list(counties) == [court.bureau.pk, neighbour.pk]


def test_the_title_the_point_in_time_and_the_office_are_filled_in(court: Court) -> None:
    court.scored()
    sheet = compose(cycle=court.cycle, region=court.county, actor=court.reviewer, at=NOW)
    assert sheet.title == f"{court.county.name}社保基金支出绩效监控审核表"
    assert (sheet.monitoring_point, sheet.handler) == ("2026年9月", court.reviewer.full_name)
    assert [name for name, _label in blank_squares(sheet)] == ["business_office", "office_head"]


def test_nothing_is_composed_before_anything_is_scored(court: Court) -> None:
    court.in_review()
    with pytest.raises(SheetRefused):
        compose(cycle=court.cycle, region=court.county, actor=court.reviewer, at=NOW)


def test_one_sheet_of_a_region_is_made_at_a_time(court: Court) -> None:
    court.scored()
    court.sheet()
    with pytest.raises(SheetRefused):
        compose(cycle=court.cycle, region=court.county, actor=court.colleague, at=NOW)


def test_another_prefectures_county_is_not_composed(court: Court) -> None:
    court.scored()
    with pytest.raises(SheetRefused):
        compose(cycle=court.cycle, region=CountyFactory.create(), actor=court.reviewer, at=NOW)


@pytest.mark.parametrize("who", ["clerk", "office_head", "admin"])
def test_only_reviewers_compose(court: Court, who: str) -> None:
    court.scored()
    with pytest.raises(SheetRefused):
        compose(cycle=court.cycle, region=court.county, actor=getattr(court, who), at=NOW)


def test_a_reviewer_of_another_prefecture_does_not_compose(court: Court) -> None:
    court.scored()
    with pytest.raises(SheetRefused):
        compose(cycle=court.cycle, region=court.county, actor=Court().reviewer, at=NOW)


def test_a_refreshed_draft_holds_what_is_scored_now(court: Court) -> None:
    court.scored()
    sheet = court.sheet()
    court.scored(Fund.RESIDENT_PENSION)
    assert refresh(sheet=sheet, actor=court.reviewer).rows.count() == 2


def test_what_is_lacking_says_who_is_waited_for(court: Court) -> None:
    court.scored()
    make_obligation(court.cycle, court.bureau, Fund.RESIDENT_PENSION)
    make_draft(make_obligation(court.cycle, court.bureau, Fund.UNEMPLOYMENT), court.clerk)
    court.submitted(Fund.WORK_INJURY)
    found = [(paper.obligation.fund, paper.in_the_way) for paper in lacking(court.sheet())]
    assert sorted(found) == [("RESIDENT_PENSION", False), ("UNEMPLOYMENT", False), ("WORK_INJURY", True)]


def test_a_sheet_is_sent_when_everything_received_is_scored(court: Court) -> None:
    court.scored()
    make_obligation(court.cycle, court.bureau, Fund.RESIDENT_PENSION)
    sheet = sent(court)
    assert (sheet.state, sheet.sent_by, sheet.sent_at) == (
        ReviewSheet.State.AWAITING_SIGNATURE,
        court.reviewer,
        NOW,
    )


@pytest.mark.parametrize("stage", ["submitted", "in_review"])
def test_a_received_filing_that_is_not_scored_stands_in_the_way(court: Court, stage: str) -> None:
    court.scored()
    getattr(court, stage)(Fund.RESIDENT_PENSION)
    with pytest.raises(SheetRefused) as refused:
        sent(court)
    assert "城乡居民基本养老保险" in refused.value.message


@pytest.mark.parametrize("name", ["business_office", "monitoring_point", "handler"])
def test_a_blank_word_above_or_below_the_table_stands_in_the_way(court: Court, name: str) -> None:
    court.scored()
    sheet = write_header(sheet=court.sheet(), words={name: " "}, actor=court.reviewer)
    with pytest.raises(SheetRefused):
        send_for_signature(sheet=sheet, actor=court.reviewer, at=NOW)
    assert ReviewSheet.objects.get().state == ReviewSheet.State.DRAFT


def test_a_word_that_is_too_long_is_refused(court: Court) -> None:
    court.scored()
    with pytest.raises(SheetRefused):
        write_header(sheet=court.sheet(), words={"handler": "王" * 61}, actor=court.reviewer)


def test_a_sent_sheet_cannot_be_changed(court: Court) -> None:
    court.scored()
    sheet = sent(court)
    for act in (
        lambda: refresh(sheet=sheet, actor=court.reviewer),
        lambda: write_header(sheet=sheet, words={"handler": "王敏"}, actor=court.reviewer),
        lambda: discard(sheet=sheet, actor=court.reviewer, at=NOW),
        lambda: send_for_signature(sheet=sheet, actor=court.reviewer, at=NOW),
    ):
        with pytest.raises(SheetRefused):
            act()


def test_signing_concludes_the_filings_freezes_the_sheet_and_asks_for_its_paper(court: Court) -> None:
    filing = court.scored()
    sheet = signed(court)
    snapshot = ReviewSheetSnapshot.objects.get(sheet=sheet)
    job = Job.objects.get(subject_kind="review_sheet", subject_id=str(sheet.pk))
    filing.refresh_from_db()
    assert (sheet.state, sheet.signed_by, sheet.office_head) == (
        ReviewSheet.State.SIGNED,
        court.office_head,
        court.office_head.full_name,
    )
    assert filing.state == State.CONCLUDED
    assert (job.content_digest, job.variant) == (snapshot.digest, "sealed")
    assert snapshot.payload["rows"][0]["total_score"] == sheet.rows.get().total_score
    assert Entry.objects.filter(verb="sheet_sign").count() == 1


def test_a_signed_sheet_is_frozen_by_the_database(court: Court) -> None:
    court.scored()
    signed(court)
    with pytest.raises(IntegrityError):
        ReviewSheetSnapshot.objects.update(digest="0" * 64)


def unfit_signer(court: Court, who: str) -> User:
    office = court.reviewer.unit
    if who == "composer":
        ReviewSheet.objects.update(composed_by=court.office_head)
        return court.office_head
    if who == "scorer":
        Filing.objects.update(reviewer=court.office_head)
        return court.office_head
    if who == "sender":
        ReviewSheet.objects.update(sent_by=court.office_head)
        return court.office_head
    if who == "stranger":
        return OfficeHeadFactory.create()
    return UserFactory.create(unit=office, roles=["reviewer", "business_admin"])


@pytest.mark.parametrize("who", ["composer", "sender", "scorer", "stranger", "no office head"])
def test_whoever_made_or_scored_it_and_whoever_is_no_office_head_here_does_not_sign(court: Court, who: str) -> None:
    filing = court.scored()
    sheet = sent(court)
    signer = unfit_signer(court, who)
    with pytest.raises(SheetRefused):
        sign(sheet=sheet, actor=signer, at=NOW)
    filing.refresh_from_db()
    assert filing.state == State.SCORED


def test_a_draft_is_not_signed(court: Court) -> None:
    court.scored()
    with pytest.raises(SheetRefused):
        sign(sheet=court.sheet(), actor=court.office_head, at=NOW)


def test_the_sheet_of_a_late_county_takes_the_place_of_the_first(court: Court) -> None:
    court.scored()
    first = signed(court)
    court.scored(Fund.RESIDENT_PENSION)
    second = signed(court)
    first.refresh_from_db()
    assert (first.state, second.rows.count()) == (ReviewSheet.State.SUPERSEDED, 2)
    assert set(Filing.objects.values_list("state", flat=True)) == {State.CONCLUDED}


def test_a_refusal_puts_the_named_filings_back_in_review(court: Court) -> None:
    named, other = court.scored(), court.scored(Fund.RESIDENT_PENSION)
    sheet = refuse(sheet=sent(court), reason="扣分偏少。", filings=[named], actor=court.office_head, at=NOW)
    states = {filing.pk: filing.state for filing in Filing.objects.all()}
    assert (sheet.state, sheet.refusal) == (ReviewSheet.State.DRAFT, "扣分偏少。")
    assert states == {named.pk: State.IN_REVIEW, other.pk: State.SCORED}
    assert Review.objects.get(filing=named).submitted_at is None


def test_a_refusal_needs_a_reason(court: Court) -> None:
    filing = court.scored()
    with pytest.raises(SheetRefused):
        refuse(sheet=sent(court), reason=" ", filings=[filing], actor=court.office_head, at=NOW)


def test_a_refusal_names_only_filings_of_the_sheet(court: Court) -> None:
    court.scored()
    sheet, foreign = sent(court), Court().submitted()
    with pytest.raises(SheetRefused):
        refuse(sheet=sheet, reason="不对", filings=[foreign], actor=court.office_head, at=NOW)


def test_a_refused_sheet_can_be_sent_again_after_scoring(court: Court) -> None:
    filing = court.scored()
    sheet = refuse(sheet=sent(court), reason="扣分偏少。", filings=[filing], actor=court.office_head, at=NOW)
    with pytest.raises(SheetRefused):
        send_for_signature(sheet=sheet, actor=court.reviewer, at=NOW)
    submit_scores(review=Review.objects.get(), actor=court.reviewer, at=NOW)
    again = send_for_signature(sheet=sheet, actor=court.reviewer, at=NOW)
    assert (again.state, again.refusal) == (ReviewSheet.State.AWAITING_SIGNATURE, "")


def test_a_discarded_draft_leaves_its_filings_scored(court: Court) -> None:
    filing = court.scored()
    discard(sheet=court.sheet(), actor=court.reviewer, at=NOW)
    filing.refresh_from_db()
    assert (filing.state, ReviewSheet.objects.count()) == (State.SCORED, 0)


def test_a_row_whose_filing_is_scored_again_stands_in_the_way(court: Court) -> None:
    filing = court.scored()
    sheet = court.sheet()
    rescore(filing=filing, actor=court.reviewer, at=NOW)
    with pytest.raises(SheetRefused):
        send_for_signature(sheet=sheet, actor=court.reviewer, at=NOW)


def test_a_filing_reopened_in_between_stops_the_signature(court: Court) -> None:
    filing = court.scored()
    first = signed(court)
    court.scored(Fund.RESIDENT_PENSION)
    second = sent(court)
    move(filing=filing, name="reopen", actor=court.admin, at=NOW, reason="更正")
    with pytest.raises(SheetRefused):
        sign(sheet=second, actor=court.office_head, at=NOW)
    assert ReviewSheet.objects.get(pk=first.pk).state == ReviewSheet.State.SIGNED


def test_the_paper_of_a_draft_is_marked_so_and_that_of_a_signed_sheet_is_what_was_signed(court: Court) -> None:
    court.scored()
    draft = request_paper(sheet=court.sheet(), actor=court.reviewer, at=NOW)
    sheet = sign(
        sheet=send_for_signature(sheet=ReviewSheet.objects.get(), actor=court.reviewer, at=NOW),
        actor=court.office_head,
        at=NOW,
    )
    again = request_paper(sheet=sheet, actor=court.admin, at=NOW)
    assert (draft.variant, again.variant) == ("draft", "unsigned")
    assert again.content_digest == ReviewSheetSnapshot.objects.get().digest
    variants = Job.objects.filter(subject_kind="review_sheet").values_list("variant", flat=True)
    assert sorted(variants) == ["draft", "sealed", "unsigned"]


def test_what_was_signed_keeps_its_reasons_when_the_filing_is_scored_again(court: Court) -> None:
    review = court.in_review()
    give(review, court.reviewer, deviation_response="27")
    filing = submit_scores(review=review, actor=court.reviewer, at=NOW)
    sheet = sign(sheet=sent(court), actor=court.office_head, at=NOW)
    reopen(filing=filing, reason="县里补充了材料", actor=court.admin, at=NOW)
    save_again = GivenScore(Decimal(25), "补充材料仍不足")
    score_part(review=review, part=Part.DEVIATION_RESPONSE, given=save_again, actor=court.reviewer, at=NOW)
    page = sheet_page(sheet_for(court.reviewer, sheet.pk), court.reviewer)
    assert [item.reasons for item in page.filed] == [[("目标偏离及应对情况", REASON)]]
    assert [row.score_deviation_response for row in page.rows] == ["27"]


def test_the_course_of_a_sheet_keeps_refusals_and_says_who_voided_it_and_why(court: Court) -> None:
    filing = court.scored()
    name = f"{court.bureau.label} {filing.obligation.fund_name}"
    sheet = refuse(sheet=sent(court), reason="请核对执行数", filings=[filing], actor=court.office_head, at=NOW)
    review = Review.objects.get(filing=filing)
    submit_scores(review=review, actor=court.reviewer, at=NOW)
    sheet = send_for_signature(sheet=sheet, actor=court.reviewer, at=NOW)
    sign(sheet=sheet, actor=court.office_head, at=NOW)
    reopen(filing=filing, reason="县里补充了材料", actor=court.admin, at=NOW)
    assert [(step.verb, step.actor, step.reason, step.papers) for step in course_of_sheet(sheet)] == [
        ("sheet_compose", court.reviewer, "", ()),
        ("sheet_send_for_signature", court.reviewer, "", ()),
        ("sheet_refuse", court.office_head, "请核对执行数", (name,)),
        ("sheet_send_for_signature", court.reviewer, "", ()),
        ("sheet_sign", court.office_head, "", ()),
        ("sheet_supersede", court.admin, "县里补充了材料", (name,)),
    ]


def test_a_filing_in_review_again_stands_on_the_sheet_once(court: Court) -> None:
    filing = court.scored()
    sheet = refuse(sheet=sent(court), reason="请核对", filings=[filing], actor=court.office_head, at=NOW)
    page = sheet_page(sheet_for(court.reviewer, sheet.pk), court.reviewer)
    assert ([item.judged_again for item in page.filed], page.lacking) == ([True], [])


def test_two_who_write_the_header_lose_nothing_of_each_other(court: Court) -> None:
    court.scored()
    sheet = court.sheet()
    seen = {"business_office": "社会保障科", "monitoring_point": sheet.monitoring_point}
    write_header(sheet=sheet, words={"business_office": "社保科"}, seen=seen, actor=court.colleague)
    with pytest.raises(ChangedMeanwhile) as refused:
        write_header(sheet=sheet, words={"business_office": "社会保障处"}, seen=seen, actor=court.reviewer)
    assert refused.value.stands == {"business_office": "社保科"}
    mine = {"business_office": "社会保障科", "monitoring_point": "1–9月"}
    written = write_header(sheet=sheet, words=mine, seen=seen, actor=court.reviewer)
    assert (written.business_office, written.monitoring_point) == ("社保科", "1–9月")
