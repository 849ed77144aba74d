"""The scoring page: who sees it, what it keeps, what it refuses."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains

from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Filing, Mark
from assessments.rendering.paper.printed_filing import build
from assessments.services.imports import load_filing
from assessments.services.marks import add_mark
from reviews.models import Review, ReviewSheet
from reviews.rendering.score_panel import ScorePanel
from reviews.services.review_sheets import send_for_signature, sign
from reviews.services.reviews import release
from tests.factories.accounts import FinanceUnitFactory, ReviewerFactory
from tests.factories.assessments import NOW
from tests.factories.reviews import REASON, Court, give
from tests.filings import BACHU, parcel, revised

PASSWORD = "county-paper-9"
PARTS = ("budget_execution", "goal_completion", "deviation_response", "timeliness")


def page(name: str, filing: Filing, *more: object) -> str:
    return reverse(f"reviews:{name}", args=[filing.pk, *more])


def scores(**points: str) -> dict[str, str]:
    """The four parts as a browser sends them: full marks unless said otherwise, no reason."""
    full = {"timeliness": "10"}
    data = {f"{part}-points": points.get(part, full.get(part, "30")) for part in PARTS}
    return data | {f"{part}-reason": "" for part in PARTS}


def panel_of(response: object) -> ScorePanel:
    panel = response.context["panel"]  # type: ignore[attr-defined]
    assert isinstance(panel, ScorePanel)
    return panel


@pytest.mark.parametrize("who", ["reviewer", "colleague", "office_head", "admin"])
def test_the_prefecture_reads_the_page(court: Court, client: Client, who: str) -> None:
    filing = court.submitted()
    client.force_login(getattr(court, who))
    assert client.get(page("review", filing)).status_code == 200


def test_the_paper_is_titled_as_it_is_printed(db: None, client: Client) -> None:
    published = parcel(BACHU).filings[0]
    texts = {key: text for key, text in published.squares.items() if key != "title" and "." not in key}
    filing = load_filing(facts=revised(published, texts=texts), source="公开文件", at=NOW).filing
    office = FinanceUnitFactory.create(region=filing.obligation.cycle.prefecture)
    client.force_login(ReviewerFactory.create(unit=office))
    heading = client.get(page("review", filing)).context["view"].table.heading
    assert f"{heading.title}（未签章）" == build(str(filing.pk), "unsigned", filing.snapshots.get().digest).title


def test_another_prefecture_does_not_find_it(court: Court, client: Client) -> None:
    filing = court.submitted()
    client.force_login(Court().reviewer)
    assert client.get(page("review", filing)).status_code == 404


def test_the_unit_reads_the_judgement_once_it_is_concluded(court: Court, client: Client) -> None:
    filing = court.scored()
    client.force_login(court.clerk)
    before = client.get(page("review", filing)).status_code
    sign(sheet=send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW), actor=court.office_head, at=NOW)
    after = client.get(page("review", filing))
    assert (before, after.status_code) == (404, 200)
    assert not after.context["scoring"]


def test_taking_up_opens_the_page_with_four_proposals(court: Court, client: Client) -> None:
    filing = court.submitted()
    client.force_login(court.reviewer)
    response = client.post(page("take_up", filing), follow=True)
    panel = panel_of(response)
    assert [part.code for part in panel.parts] == list(PARTS)
    assert all(part.proposed and part.lines for part in panel.parts)
    assert panel.total == "—"


def test_what_was_given_back_to_the_queue_can_be_taken_up_on_its_page(court: Court, client: Client) -> None:
    filing = release(filing=court.in_review().filing, actor=court.reviewer, at=NOW)
    client.force_login(court.colleague)
    form = f'<form method="post" action="{page("take_up", filing)}">'
    assert client.get(page("review", filing)).content.decode().count(form) == 1
    client.post(page("take_up", filing))
    assert form not in client.get(page("review", filing)).content.decode()


def test_a_signed_sheet_is_made_void_with_reason_and_password(court: Court, client: Client) -> None:
    filing = court.scored()
    sign(sheet=send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW), actor=court.office_head, at=NOW)
    court.admin.set_password(PASSWORD)
    court.admin.save()
    client.force_login(court.admin)
    refused = client.post(page("reopen", filing), {"reason": REASON, "password": "wrong"})
    form = refused.context["reopen_form"]
    assert (refused.status_code, form["reason"].value(), set(form.errors)) == (422, REASON, {"password"})
    assert 'id="reopen" aria-labelledby="reopen-title" open' in refused.content.decode()
    assert Filing.objects.get().state == State.CONCLUDED
    client.post(page("reopen", filing), {"reason": REASON, "password": PASSWORD})
    assert (Filing.objects.get().state, ReviewSheet.objects.get().state) == (State.IN_REVIEW, "superseded")


def test_only_the_holder_gets_fields(court: Court, client: Client) -> None:
    review = court.in_review()
    client.force_login(court.colleague)
    assert not client.get(page("review", review.filing)).context["scoring"]
    client.force_login(court.reviewer)
    assert client.get(page("review", review.filing)).context["scoring"]


def test_a_part_saves_by_itself_and_says_how_it_stands(court: Court, client: Client) -> None:
    review = court.in_review()
    client.force_login(court.reviewer)
    url = page("score_part", review.filing, "budget_execution")
    answer = client.post(url, {"budget_execution-points": "25", "budget_execution-reason": ""}).json()
    assert (answer["stand"], answer["asks"], answer["total"]) == ("adjusted", "比建议低 5 分，请写明理由", "—")
    assert review.scores.get(part="budget_execution").points == 25


@pytest.mark.parametrize("typed", ["31", "x", "1_0", "9" * 60, "\x00", "🙂"])
def test_a_part_with_impossible_points_is_refused_with_what_would_be_right(
    court: Court, client: Client, typed: str
) -> None:
    review = court.in_review()
    client.force_login(court.reviewer)
    url = page("score_part", review.filing, "budget_execution")
    response = client.post(url, {"budget_execution-points": typed, "budget_execution-reason": ""})
    assert response.status_code == 422
    assert "请填 0–30" in response.json()["message"]
    assert review.scores.get(part="budget_execution").points is None


def test_an_unknown_part_is_not_found(court: Court, client: Client) -> None:
    review = court.in_review()
    client.force_login(court.reviewer)
    assert client.post(page("score_part", review.filing, "style"), {}).status_code == 404


def test_a_colleague_cannot_save(court: Court, client: Client) -> None:
    review = court.in_review()
    client.force_login(court.colleague)
    url = page("score_part", review.filing, "timeliness")
    response = client.post(url, {"timeliness-points": "1", "timeliness-reason": "x"})
    assert response.status_code == 409
    assert review.scores.get(part="timeliness").points is None


def test_without_scripts_the_four_parts_are_handed_in_by_one_form(court: Court, client: Client) -> None:
    review = court.in_review()
    client.force_login(court.reviewer)
    response = client.post(page("scores", review.filing), scores() | {"act": "submit"})
    assert response.headers["Location"] == reverse("reviews:queue")
    assert Filing.objects.get().state == State.SCORED


def test_without_scripts_a_proposal_is_accepted_by_its_button(court: Court, client: Client) -> None:
    review = court.in_review()
    client.force_login(court.reviewer)
    client.post(page("scores", review.filing), scores(timeliness="3") | {"act": "accept:timeliness"})
    assert review.scores.get(part="timeliness").points == 10


def test_a_refused_form_keeps_what_was_typed_and_saves_the_rest(court: Court, client: Client) -> None:
    review = court.in_review()
    client.force_login(court.reviewer)
    data = scores(budget_execution="31", goal_completion="12") | {"act": "submit"}
    response = client.post(page("scores", review.filing), data)
    shown = {part.code: part for part in panel_of(response).parts}
    assert response.status_code == 422
    assert shown["budget_execution"].points == "31"
    assert shown["budget_execution"].error.startswith("“31”")
    assert review.scores.get(part="goal_completion").points == 12
    assert Filing.objects.get().state == State.IN_REVIEW


def test_a_missing_reason_is_named_at_its_part(court: Court, client: Client) -> None:
    review = court.in_review()
    client.force_login(court.reviewer)
    response = client.post(page("scores", review.filing), scores(deviation_response="12.5") | {"act": "submit"})
    shown = {part.code: part.error for part in panel_of(response).parts}
    assert shown["deviation_response"] == "比建议低 17.5 分，请写明理由"


def test_a_return_asks_for_a_date_ahead_and_shows_the_form_again(court: Court, client: Client) -> None:
    review = court.in_review()
    add_mark(filing=review.filing, key="goal_progress", reason="请写明人数", author=court.reviewer, at=NOW)
    client.force_login(court.reviewer)
    response = client.post(page("return", review.filing), {"answer_due_day": "2001-01-01", "reason": "请改"})
    assert response.status_code == 422
    assert response.context["return_form"]["reason"].value() == "请改"
    assert Filing.objects.get().state == State.IN_REVIEW


def test_a_return_goes_to_the_unit(court: Court, client: Client) -> None:
    review = court.in_review()
    add_mark(filing=review.filing, key="goal_progress", reason="请写明人数", author=court.reviewer, at=NOW)
    client.force_login(court.reviewer)
    client.post(page("return", review.filing), {"answer_due_day": "2099-01-05", "reason": ""})
    assert Filing.objects.get().state == State.RETURNED


def test_an_answer_due_on_a_day_off_is_asked_about_and_can_be_kept(court: Court, client: Client) -> None:
    review = court.in_review()
    add_mark(filing=review.filing, key="goal_progress", reason="请写明人数", author=court.reviewer, at=NOW)
    client.force_login(court.reviewer)
    sent = {"answer_due_day": "2099-01-04", "reason": "请改"}
    response = client.post(page("return", review.filing), sent)
    assert (response.status_code, Filing.objects.get().state) == (422, State.IN_REVIEW)
    assertContains(response, "改为下一个工作日 1月5日（星期一）", status_code=422)
    assert response.context["return_form"]["reason"].value() == "请改"
    client.post(page("return", review.filing), sent | {"answer_due_day_kept": "2099-01-04"})
    assert (Filing.objects.get().state, Filing.objects.get().answer_due_day) == (State.RETURNED, date(2099, 1, 4))


def test_a_mark_is_put_on_a_square_and_shown_there(court: Court, client: Client) -> None:
    review = court.in_review()
    client.force_login(court.reviewer)
    row = Filing.objects.get().list_rows.all()[0]
    key = f"indicators[{row.pk}].actual"
    client.post(page("mark_add", review.filing), {"key": key, "reason": "与月报不一致"})
    view = client.get(page("review", review.filing)).context["view"]
    assert [(thread.key, thread.address, thread.state) for thread in view.threads] == [
        (key, "四 · 1 · 指标完成值", "open")
    ]


@pytest.mark.parametrize(("key", "reason"), [("nowhere", "x"), ("goal_progress", ""), ("goal_progress", "字" * 501)])
def test_a_mark_without_square_or_words_is_refused(court: Court, client: Client, key: str, reason: str) -> None:
    review = court.in_review()
    client.force_login(court.reviewer)
    client.post(page("mark_add", review.filing), {"key": key, "reason": reason})
    assert not Mark.objects.exists()


def test_marks_that_were_not_sent_are_reworded_and_removed(court: Court, client: Client) -> None:
    review = court.in_review()
    mark = add_mark(filing=review.filing, key="goal_progress", reason="请写明人数", author=court.reviewer, at=NOW)
    client.force_login(court.reviewer)
    url = page("mark", review.filing, mark.pk)
    client.post(url, {"act": "change", "reason": "请写明人数和金额"})
    assert Mark.objects.get().reason == "请写明人数和金额"
    client.post(url, {"act": "remove"})
    assert not Mark.objects.exists()


def test_the_mark_of_another_filing_is_not_found(court: Court, client: Client) -> None:
    review, other = court.in_review(), court.in_review(Fund.RESIDENT_PENSION)
    mark = add_mark(filing=other.filing, key="goal_progress", reason="请写明人数", author=court.reviewer, at=NOW)
    client.force_login(court.reviewer)
    assert client.post(page("mark", review.filing, mark.pk), {"act": "remove"}).status_code == 404


def test_a_version_that_was_never_submitted_is_not_found(court: Court, client: Client) -> None:
    review = court.in_review()
    client.force_login(court.reviewer)
    assert client.get(page("review", review.filing), {"version": "7"}).status_code == 404


def test_the_page_of_a_scored_filing_says_who_gave_what(court: Court, client: Client) -> None:
    review = court.in_review()
    give(review, court.reviewer, budget_execution="28.5")
    client.force_login(court.office_head)
    shown = {part.code: part for part in panel_of(client.get(page("review", review.filing))).parts}
    assert (shown["budget_execution"].points, shown["budget_execution"].reason) == ("28.5", REASON)
    assert Review.objects.get().scores.get(part="budget_execution").points == Decimal("28.5")


@pytest.mark.parametrize("marks", [0, 3])
def test_the_page_costs_the_same_with_and_without_marks(
    court: Court, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, marks: int
) -> None:
    review = court.in_review()
    for key in ("goal_progress", "goal_expected", "executed.total")[:marks]:
        add_mark(filing=review.filing, key=key, reason="请核对", author=court.reviewer, at=NOW)
    client.force_login(court.reviewer)
    with django_assert_max_num_queries(17):
        client.get(page("review", review.filing))


def test_what_was_given_to_an_older_version_is_not_stored_with_the_newer(court: Court, client: Client) -> None:
    review = court.in_review()
    client.force_login(court.reviewer)
    part = {"timeliness-points": "10", "timeliness-reason": "", "page_read": "0"}
    saved = client.post(page("score_part", review.filing, "timeliness"), part)
    assert (saved.status_code, saved.json()["error"]) == (409, "too_old")
    mark = {"key": "executed.total", "reason": "请核对。", "page_read": "0"}
    client.post(page("mark_add", review.filing), mark)
    client.post(page("scores", review.filing), scores() | {"act": "submit", "page_read": "0"})
    assert (Mark.objects.count(), review.scores.exclude(points=None).count()) == (0, 0)
    assert client.post(page("score_part", review.filing, "timeliness"), part | {"page_read": "1"}).status_code == 200
