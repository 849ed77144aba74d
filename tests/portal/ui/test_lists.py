"""The way back from a row to its list."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.reviews import Court

pytestmark = pytest.mark.django_db


def back_from(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    start = page.index('<a class="back" href="') + len('<a class="back" href="')
    return page[start : page.index('"', start)]


def test_it_keeps_tab_and_filters_of_the_list_that_was_left(client: Client) -> None:
    court = Court()
    filing = court.submitted()
    queue, filings = reverse("reviews:queue"), reverse("assessments:filings")
    review, read = reverse("reviews:review", args=[filing.pk]), reverse("assessments:filing", args=[filing.pk])
    client.force_login(court.reviewer)
    assert (back_from(client, review), back_from(client, read)) == (queue, filings)
    client.get(queue, {"show": "new", "fund": "GOV_PENSION"})
    client.get(filings, {"state": "submitted"})
    client.post(reverse("reviews:take_up", args=[filing.pk]))
    assert back_from(client, review) == f"{queue}?show=new&amp;fund=GOV_PENSION"
    assert back_from(client, read) == f"{filings}?state=submitted"
    client.get(queue)
    assert back_from(client, review) == queue


def test_it_is_forgotten_when_its_person_signs_out(client: Client) -> None:
    court = Court()
    filing = court.submitted()
    client.force_login(court.reviewer)
    client.get(reverse("reviews:queue"), {"show": "new"})
    client.post(reverse("accounts:logout"))
    client.force_login(court.colleague)
    assert back_from(client, reverse("reviews:review", args=[filing.pk])) == reverse("reviews:queue")
