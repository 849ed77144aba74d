"""待审核: whose filings it shows, in which order, at what cost."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from assessments.domain.funds import Fund
from tests.factories.assessments import NOW
from tests.factories.checked import EXACT, TARGET_AGAIN, make_typed, submitted, waive
from tests.factories.reviews import Court

QUEUE = reverse("reviews:queue")
#: Session, person; counts; rows, versions, judgements, waivers; choices of two filters; the clock; the act
#: noted in the session (three).
QUERIES = 16


def funds_shown(client: Client, show: str = "") -> list[str]:
    response = client.get(QUEUE, {"show": show} if show else {})
    return [row.filing.obligation.fund for row in response.context["rows"]]


def test_the_queue_shows_what_was_received_the_longest_waiting_first(court: Court, client: Client) -> None:
    court.submitted(Fund.RESIDENT_PENSION, at=NOW)
    court.submitted(Fund.GOV_PENSION, at=NOW - timedelta(hours=5))
    client.force_login(court.reviewer)
    assert funds_shown(client) == ["GOV_PENSION", "RESIDENT_PENSION"]


def test_each_tab_shows_its_own(court: Court, client: Client) -> None:
    court.submitted(Fund.GOV_PENSION)
    court.in_review(Fund.RESIDENT_PENSION)
    court.scored(Fund.UNEMPLOYMENT)
    client.force_login(court.reviewer)
    shown = {tab: funds_shown(client, tab) for tab in ("new", "mine", "others", "returned", "scored", "concluded")}
    assert shown == {
        "new": ["GOV_PENSION"],
        "mine": ["RESIDENT_PENSION"],
        "others": [],
        "returned": [],
        "scored": ["UNEMPLOYMENT"],
        "concluded": [],
    }


def test_a_colleague_sees_what_others_hold(court: Court, client: Client) -> None:
    court.in_review()
    client.force_login(court.colleague)
    assert funds_shown(client, "others") == ["GOV_PENSION"]


def test_another_prefecture_sees_nothing_of_it(court: Court, client: Client) -> None:
    court.submitted()
    client.force_login(Court().reviewer)
    assert funds_shown(client) == []


def test_late_filings_say_by_how_much(court: Court, client: Client) -> None:
    court.submitted(at=court.cycle.due_at)
    client.force_login(court.reviewer)
    assert [row.late_days for row in client.get(QUEUE).context["rows"]] == [1]


def test_a_row_counts_waivers_apart_from_what_is_left(court: Court, client: Client) -> None:
    waive(court, "V07")
    submitted(court, make_typed(court, rows={**EXACT, **TARGET_AGAIN}))
    client.force_login(court.reviewer)
    rows = client.get(QUEUE).context["rows"]
    assert [(row.must_change, row.to_explain, row.waived) for row in rows] == [(0, 1, 1)]
    waive(court, "V11")
    rows = client.get(QUEUE).context["rows"]
    assert [(row.must_change, row.to_explain, row.waived) for row in rows] == [(0, 0, 2)]


def test_filters_narrow_and_nonsense_narrows_nothing(court: Court, client: Client) -> None:
    court.submitted(Fund.GOV_PENSION)
    court.submitted(Fund.RESIDENT_PENSION)
    client.force_login(court.reviewer)
    narrowed = client.get(QUEUE, {"fund": "GOV_PENSION", "show": "new"}).context["rows"]
    nonsense = client.get(QUEUE, {"fund": "x", "region": "x", "page": "x", "show": "\x00"}).context["rows"]
    assert (len(narrowed), len(nonsense)) == (1, 2)


@pytest.mark.parametrize("funds", [[Fund.GOV_PENSION], [Fund.GOV_PENSION, Fund.RESIDENT_PENSION, Fund.UNEMPLOYMENT]])
def test_the_queue_costs_the_same_for_one_row_and_for_three(
    court: Court, client: Client, django_assert_num_queries: DjangoAssertNumQueries, funds: list[Fund]
) -> None:
    for fund in funds:
        court.submitted(fund)
    client.force_login(court.reviewer)
    with django_assert_num_queries(QUERIES):
        assert len(client.get(QUEUE).context["rows"]) == len(funds)
