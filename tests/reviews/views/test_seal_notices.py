"""Who is concerned hears that a paper waits for its seal: in the frame, in the lists, on the page of the paper."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from assessments.domain.funds import Fund
from assessments.services.moves import move
from portal.accounts.models import User
from portal.documents.models import Document
from portal.documents.screens.notices import Notice, lost_papers, notices_for
from portal.documents.store.store_check import check_store
from portal.jobs.models import Job
from portal.jobs.services.run import run
from reviews.services.review_sheets import send_for_signature, sign
from tests.factories.accounts import AuditorFactory, ClerkFactory, UnitFactory
from tests.factories.assessments import NOW
from tests.factories.reviews import Court
from tests.factories.seals import make_seal

FUNDS = [Fund.GOV_PENSION, Fund.RESIDENT_PENSION, Fund.UNEMPLOYMENT]


def run_all() -> None:
    """Nobody has a seal here: every paper that is to be sealed waits."""
    for job in Job.objects.all():
        run(job_id=job.pk)


def waiting(court: Court, *funds: Fund) -> str:
    """Papers of the county wait; returns why."""
    for fund in funds or (Fund.GOV_PENSION,):
        court.submitted(fund)
    run_all()
    return f"{court.bureau.name}还没有上传印章。"


def test_the_unit_and_the_prefecture_are_told_why(court: Court) -> None:
    why = waiting(court)
    told = {
        "clerk": court.clerk,
        "head": court.head,
        "reviewer": court.reviewer,
        "office head": court.office_head,
        "admin": court.admin,
    }
    assert {name: notices_for(person) for name, person in told.items()} == {
        name: [Notice(papers=1, reason=why, own=name == "head")] for name in told
    }


def test_nobody_else_is_told(court: Court) -> None:
    waiting(court)
    neighbour = ClerkFactory.create(unit=UnitFactory.create())
    auditor = AuditorFactory.create(unit=court.admin.unit)
    assert [notices_for(person) for person in (neighbour, Court().admin, auditor)] == [[], [], []]


@pytest.mark.parametrize("funds", [FUNDS[:1], FUNDS])
def test_papers_that_wait_for_one_reason_are_counted_in_one_query(
    court: Court, funds: list[Fund], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    waiting(court, *funds)
    head = User.objects.select_related("unit").get(pk=court.head.pk)
    assert head.inherited_units == []  # asked once for the whole page
    with django_assert_num_queries(1):
        assert [notice.papers for notice in notices_for(head)] == [len(funds)]


def test_a_second_seal_that_waits_for_the_first_is_no_reason_of_its_own(court: Court) -> None:
    court.scored()
    sign(sheet=send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW), actor=court.office_head, at=NOW)
    run_all()
    assert [(notice.papers, notice.reason) for notice in notices_for(court.office_head)] == [
        (1, f"{court.bureau.name}还没有上传印章。"),
        (2, f"{court.office_head.unit.name}还没有上传印章。"),
    ][::-1]


def test_the_frame_says_it_on_every_page(court: Court, client: Client) -> None:
    why = waiting(court)
    client.force_login(court.head)
    for name in ("assessments:tasks", "assessments:filings", "documents:list"):
        text = client.get(reverse(name)).content.decode()
        assert f"<b>有 1 份文件待签章：</b>{why}" in text


def test_error_pages_ask_nothing(court: Court, client: Client) -> None:
    waiting(court)
    client.force_login(court.head)
    assert "待签章" not in client.get("/nowhere/").content.decode()


def test_the_task_list_and_the_queue_mark_the_filing(court: Court, client: Client) -> None:
    waiting(court)
    client.force_login(court.head)
    (group,) = client.get(reverse("assessments:tasks")).context["groups"]
    assert [task.held_up for task in group.tasks] == [Job.objects.get()]
    client.force_login(court.reviewer)
    assert [row.held_up for row in client.get(reverse("reviews:queue")).context["rows"]] == [Job.objects.get()]


def test_a_paper_that_cannot_be_made_is_said_with_its_reason_where_people_work(court: Court, client: Client) -> None:
    filing = court.submitted()
    Job.objects.update(state=Job.State.FAILED, finished_at=NOW, error="文件库写不进。")
    again = f'action="{reverse("documents:retry", args=[Job.objects.get().pk])}"'
    pages = {
        court.head: reverse("assessments:tasks"),
        court.clerk: reverse("assessments:filing", args=[filing.pk]),
        court.reviewer: reverse("reviews:queue"),
    }
    for person, address in pages.items():
        client.force_login(person)
        page = client.get(address).content.decode()
        assert ("文件库写不进。" in page, again in page) == (True, True), address
    move(filing=filing, name="withdraw", actor=court.head, at=NOW)
    client.force_login(court.head)
    assert again not in client.get(reverse("assessments:tasks")).content.decode()


def test_whoever_tries_again_from_a_list_stays_in_it(court: Court, client: Client) -> None:
    filing = court.submitted()
    Job.objects.update(state=Job.State.FAILED, finished_at=NOW, error="文件库写不进。")
    again, queue = reverse("documents:retry", args=[Job.objects.get().pk]), f"{reverse('reviews:queue')}?show=new"
    client.force_login(court.reviewer)
    page = client.get(queue).content.decode()
    about = f"{filing.region_name} {filing.obligation.fund_name}"
    assert (
        f'<input type="hidden" name="next" value="{queue}"><button class="btn s" aria-label="重新生成 {about}">' in page
    )
    client.force_login(court.head)
    done = client.post(again, {"next": queue})
    assert (done.status_code, done.headers["Location"]) == (302, queue)
    for elsewhere in ("", "https://example.org/", "//example.org", "javascript:alert(1)"):
        there = client.post(again, {"next": elsewhere}).headers["Location"]
        assert there == reverse("documents:job", args=[Job.objects.get().pk])


def test_the_page_of_the_filing_says_why(court: Court, client: Client) -> None:
    why = waiting(court)
    client.force_login(court.clerk)
    response = client.get(reverse("assessments:filing", args=[Job.objects.get().subject_id]))
    (version,) = response.context["paper"].papers
    assert (version.final, version.unfinished.error_message) == (None, why)


def test_what_the_store_lost_is_said_to_the_admin_alone_and_leads_to_the_files(court: Court) -> None:
    make_seal(court.bureau)
    court.submitted()
    run_all()
    document = Document.objects.get()
    (Path(settings.DOCUMENT_STORE) / document.path).unlink()
    check_store(at=NOW)
    assert [lost_papers(person) for person in (court.admin, court.reviewer, court.head, Court().admin)] == [1, 0, 0, 0]
    client = Client()
    client.force_login(court.admin)
    page = client.get(reverse("documents:list"), {"lost": "1"}).content.decode()
    assert "文件库中有 1 份已登记的文件丢失或被改动" in page
    assert f'href="{reverse("documents:download", args=[document.pk])}"' in page
    assert "已不在文件库中" in client.get(reverse("documents:document", args=[document.pk])).content.decode()
