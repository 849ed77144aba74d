"""The way back from a row to its list."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from portal.jobs.models import Job
from tests.factories.accounts import AuditorFactory
from tests.factories.checked import waive
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


def test_each_way_back_keeps_the_filters_of_its_list(client: Client) -> None:
    court = Court()
    filing, admin, head = court.scored(), court.admin, court.office_head
    sheet, waiver = court.sheet(), waive(court, "V07")
    auditor = AuditorFactory.create(unit=admin.unit)
    ways: list[tuple[User, str, str, list[object]]] = [
        (admin, "accounts:users", "accounts:user", [court.clerk.pk]),
        (admin, "accounts:users", "accounts:user_new", []),
        (admin, "accounts:units", "accounts:unit", [court.bureau.pk]),
        (admin, "accounts:units", "accounts:unit_new", []),
        (admin, "assessments:cycles", "assessments:cycle_create", []),
        (admin, "accounts:units", "accounts:regions", []),
        (admin, "accounts:units", "assessments:unit_changes", []),
        (head, "assessments:waivers", "assessments:waiver", [waiver.pk]),
        (head, "assessments:waivers", "assessments:waiver_papers", []),
        (head, "assessments:waiver_papers", "assessments:waiver_new", [filing.obligation_id]),
        (head, "reviews:sheets", "reviews:sheet", [sheet.pk]),
        (head, "documents:list", "documents:job", [Job.objects.first()]),
        (auditor, "audit:entries", "audit:check", []),
    ]
    lost = []
    for person, listed, page, args in ways:
        client.force_login(person)
        client.get(reverse(listed), {"page": "1"})
        shown = client.get(reverse(page, args=[getattr(arg, "pk", arg) for arg in args])).content.decode()
        if f'href="{reverse(listed)}?page=1"' not in shown:
            lost.append(page)
    assert lost == []
