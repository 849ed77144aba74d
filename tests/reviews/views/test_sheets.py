"""审核表 on the screen."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Filing
from portal import clock
from reviews.models import ReviewSheet
from reviews.services.review_sheets import send_for_signature
from reviews.services.reviews import take_up
from reviews.services.scores import submit_scores
from tests.factories.accounts import OfficeHeadFactory
from tests.factories.assessments import NOW
from tests.factories.checked import TARGET_AGAIN, WHY, make_typed, run_out, submitted, waive
from tests.factories.reviews import Court, give

PASSWORD = "right-horse-battery"


def page(name: str, sheet: ReviewSheet) -> str:
    return reverse(f"reviews:{name}", args=[sheet.pk])


def waiting(court: Court) -> ReviewSheet:
    court.scored()
    return send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW)


def test_composing_opens_the_sheet(court: Court, client: Client) -> None:
    court.scored()
    client.force_login(court.reviewer)
    response = client.post(reverse("reviews:compose"), {"cycle": court.cycle.pk, "region": court.county.pk})
    assert response.headers["Location"] == page("sheet", ReviewSheet.objects.get())


def test_a_refused_composition_says_why(court: Court, client: Client) -> None:
    client.force_login(court.reviewer)
    response = client.post(reverse("reviews:compose"), {"cycle": court.cycle.pk, "region": court.county.pk})
    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [
        f"{court.county.name} 本批次还没有已评分的表，评分后才能编制审核表。"
    ]


def test_another_prefectures_cycle_is_no_choice(court: Court, client: Client) -> None:
    court.scored()
    stranger = Court()
    client.force_login(stranger.reviewer)
    client.post(reverse("reviews:compose"), {"cycle": court.cycle.pk, "region": court.county.pk})
    assert not ReviewSheet.objects.exists()


def test_another_prefectures_sheet_is_not_found(court: Court, client: Client) -> None:
    sheet = waiting(court)
    client.force_login(OfficeHeadFactory.create())
    assert client.get(page("sheet", sheet)).status_code == 404
    assert client.post(page("sheet_sign", sheet), {"password": "x"}).status_code == 404


def test_the_county_does_not_find_it(court: Court, client: Client) -> None:
    sheet = waiting(court)
    client.force_login(court.head)
    assert client.get(page("sheet", sheet)).status_code == 404


def test_the_table_shows_every_value_of_the_row(court: Court, client: Client) -> None:
    court.scored()
    sheet = court.sheet()
    client.force_login(court.office_head)
    squares = client.get(page("sheet", sheet)).context["drawn"].table.squares()
    row = sheet.rows.get()
    assert squares["rows[0].no"].value == "1"
    assert squares["rows[0].executed"].value == row.executed
    assert squares["rows[0].total_score"].value == row.total_score


def test_a_word_that_is_too_long_comes_back_as_typed(court: Court, client: Client) -> None:
    court.scored()
    sheet = court.sheet()
    client.force_login(court.reviewer)
    response = client.post(page("sheet_header", sheet), {"handler": "王" * 61, "business_office": "社会保障科"})
    assert response.status_code == 422
    assert response.context["header_form"]["handler"].value() == "王" * 61


def test_the_head_of_the_page_leads_who_signs_to_the_signature(court: Court, client: Client) -> None:
    sheet = waiting(court)
    for person, offered in ((court.office_head, True), (court.reviewer, False)):
        client.force_login(person)
        text = client.get(page("sheet", sheet)).content.decode()
        head, below = text.split('class="paper-scroll"')
        assert ('href="#sign"' in head, 'id="sign"' in below) == (offered, offered)


def test_a_wrong_password_does_not_sign(court: Court, client: Client) -> None:
    sheet = waiting(court)
    client.force_login(court.office_head)
    response = client.post(page("sheet_sign", sheet), {"password": "wrong"})
    assert response.status_code == 422
    assert response.context["sign_form"].errors["password"] == [
        "密码不对，没有签发。请重新输入；多次输错后须等候一段时间。"
    ]
    assert Filing.objects.get().state == State.SCORED


def test_the_right_password_signs_and_the_page_shows_the_paper_being_made(court: Court, client: Client) -> None:
    sheet = waiting(court)
    court.office_head.set_password(PASSWORD)
    court.office_head.save()
    client.force_login(court.office_head)
    response = client.post(page("sheet_sign", sheet), {"password": PASSWORD}, follow=True)
    assert Filing.objects.get().state == State.CONCLUDED
    assert len(response.context["paper"].papers) == 1


def test_the_composer_is_offered_no_signature(court: Court, client: Client) -> None:
    sheet = waiting(court)
    client.force_login(court.reviewer)
    assert not client.get(page("sheet", sheet)).context["drawn"].may_sign
    client.force_login(court.office_head)
    assert client.get(page("sheet", sheet)).context["drawn"].may_sign


def test_who_signs_reads_what_was_waived_by_whom_and_why(court: Court, client: Client) -> None:
    waiver = waive(court, "V07")
    review = take_up(
        filing=submitted(court, make_typed(court, rows=TARGET_AGAIN)), reviewer=court.reviewer, at=clock.now()
    )
    give(review, court.reviewer)
    submit_scores(review=review, actor=court.reviewer, at=clock.now())
    court.scored(Fund.RESIDENT_PENSION)
    sheet = send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW)
    run_out(waiver)
    client.force_login(court.office_head)
    response = client.get(page("sheet", sheet))
    shown = [(item.row.filing.pk, item.waivers) for item in response.context["drawn"].waived]
    assert [(pk, [(each.rule, each.reason, each.approver) for each in waivers]) for pk, waivers in shown] == [
        (review.filing.pk, [("V07", WHY, str(court.office_head))])
    ]
    assert WHY in response.content.decode()


def test_a_refusal_without_reason_shows_the_form_again(court: Court, client: Client) -> None:
    sheet = waiting(court)
    client.force_login(court.office_head)
    response = client.post(page("sheet_refuse", sheet), {"reason": ""})
    assert response.status_code == 422
    assert response.context["refusing"]


def test_a_refusal_opens_the_named_filings(court: Court, client: Client) -> None:
    sheet = waiting(court)
    filing = Filing.objects.get()
    client.force_login(court.office_head)
    client.post(page("sheet_refuse", sheet), {"reason": "扣分偏少", "filings": [filing.pk]})
    filing.refresh_from_db()
    assert filing.state == State.IN_REVIEW


@pytest.mark.parametrize("funds", [[Fund.GOV_PENSION], [Fund.GOV_PENSION, Fund.RESIDENT_PENSION, Fund.UNEMPLOYMENT]])
def test_a_sheet_costs_the_same_for_one_row_and_for_three(
    court: Court, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, funds: list[Fund]
) -> None:
    for fund in funds:
        court.scored(fund)
    sheet = court.sheet()
    client.force_login(court.office_head)
    with django_assert_max_num_queries(17):
        assert len(client.get(page("sheet", sheet)).context["drawn"].rows) == len(funds)
