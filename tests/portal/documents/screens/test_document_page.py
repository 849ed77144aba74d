"""The page of one document: the verdict first, its way, its seals, every version."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from portal import clock
from portal.accounts.models import User
from portal.documents.making.paper_requests import request_paper
from portal.documents.models import Check, Document
from portal.documents.screens.document_page import DocumentPage
from portal.jobs.models import Job
from portal.jobs.services.run import run
from tests.factories.accounts import ClerkFactory
from tests.factories.seals import make_seal
from tests.portal.documents.sealed_papers import Case

QUERIES = 14
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def clerk(case: Case) -> User:
    return ClerkFactory.create(unit=case.unit)


@pytest.fixture
def theirs(client: Client, clerk: User, settings: Settings) -> Client:
    """The browser of a clerk of the unit; papers are read by both units."""
    settings.DOCUMENT_GATES = {
        "paper": "tests.portal.documents.sealed_papers.may_read",
        "document": "portal.documents.permissions.may_read_document",
    }
    client.force_login(clerk)
    return client


def done(job: Job) -> Document:
    run(job_id=job.pk)
    return Document.objects.get(job=job)


def sealed(case: Case) -> Document:
    make_seal(case.unit)
    return done(case.ask())


def countersigned(case: Case) -> Document:
    sealed(case)
    make_seal(case.office)
    case.conclude()
    return done(case.ask("countersigned"))


def address(document: Document, name: str = "document") -> str:
    return reverse(f"documents:{name}", args=[document.pk])


def shown(client: Client, document: Document) -> DocumentPage:
    response = client.get(address(document))
    assert response.status_code == 200
    page: DocumentPage = response.context["shown"]
    return page


def course(page: DocumentPage) -> list[tuple[str, str]]:
    return [(str(step.word), step.mark) for step in page.course]


def test_the_verdict_comes_first_with_its_reasons(case: Case, theirs: Client) -> None:
    document = countersigned(case)
    text = theirs.get(address(document)).content.decode()
    assert "文件真实，用印后未被改动" in text
    assert text.index("文件真实") < text.index("用印时间") < text.index("SHA-256 摘要")
    page = shown(theirs, document)
    assert page.finding is not None
    assert page.finding.reasons == [
        "签名链有效，两枚证书均可信",
        "签名覆盖整个文件",
        "与系统登记的摘要一致",
        "用印之后没有任何改动",
    ]


def test_the_seals_are_listed_with_who_applied_them_and_whether_they_hold(case: Case, theirs: Client) -> None:
    page = shown(theirs, countersigned(case))
    assert [(row.imprint.unit_name, row.imprint.actor, row.holds) for row in page.seals] == [
        (case.unit.name, "买买提江", True),
        (case.office.name, "李建国", True),
    ]
    assert (page.archived, page.demo) == (True, True)


def test_only_the_paper_with_the_most_seals_is_the_current_one(case: Case, theirs: Client) -> None:
    page = shown(theirs, countersigned(case))
    assert [(row.document.variant, str(row.tag and row.tag[2])) for row in page.rows] == [
        ("countersigned", "现行"),
        ("sealed", "None"),
    ]


def test_the_way_is_told_as_far_as_it_went(case: Case, theirs: Client) -> None:
    first = sealed(case)
    assert course(shown(theirs, first)) == [
        ("生成 PDF", ""),
        ("单位用印", ""),
        ("审核评分", "to"),
        ("地区用印", "to"),
        ("归档", "to"),
    ]
    case.conclude()
    case.ask("countersigned")
    assert course(shown(theirs, first))[3] == ("地区用印", "now")


def test_a_second_seal_that_is_missing_is_said_with_the_reason(case: Case, theirs: Client) -> None:
    first = sealed(case)
    case.conclude()
    run(job_id=case.ask("countersigned").pk)
    assert course(shown(theirs, first))[3] == ("地区用印", "held")
    assert f"{case.office.name}还没有上传印章。" in theirs.get(address(first)).content.decode()
    assert not shown(theirs, first).archived


def test_every_document_of_the_paper_is_listed_the_furthest_first(case: Case, theirs: Client) -> None:
    second = countersigned(case)
    first = Document.objects.get(variant="sealed")
    copy = done(request_paper(**facts(case), variant="unsigned", actor=None, at=clock.now()))
    rows = shown(theirs, first).rows
    assert [(row.document, row.number, row.shown) for row in rows] == [
        (second, 1, False),
        (first, 1, True),
        (copy, 1, False),
    ]


def facts(case: Case) -> dict[str, Any]:
    document = Document.objects.get(variant="sealed")
    return {
        "subject_kind": document.subject_kind,
        "subject_id": case.subject_id,
        "digest": document.content_digest,
    }


def test_a_withdrawn_version_stands_under_no_green_headline(case: Case, theirs: Client) -> None:
    document = sealed(case)
    case.withdraw()
    text = theirs.get(address(document)).content.decode()
    assert '<div class="verdict warn">' in text
    assert ("不再作数：这一版已被撤回" in text, "文件真实" in text, "已归档" in text) == (True, False, False)


def test_an_unsigned_copy_is_never_called_genuine(case: Case, theirs: Client) -> None:
    sealed(case)
    copy = done(request_paper(**facts(case), variant="unsigned", actor=None, at=clock.now()))
    page = shown(theirs, copy)
    assert (page.finding, list(page.seals), page.sealed) == (None, [], False)
    assert "未签章，不作报送依据" in theirs.get(address(copy)).content.decode()


def test_a_bad_verdict_is_shown_with_its_reasons(case: Case, theirs: Client) -> None:
    document = sealed(case)
    Check.objects.create(
        document=document, at=clock.now(), verdict="altered", reasons=[["与系统登记的摘要不一致", {}]], signatures=[]
    )
    page = shown(theirs, document)
    assert page.finding is not None
    assert (page.finding.tone, str(page.finding.heading), page.finding.reasons) == (
        "err",
        "文件已被改动",
        ["与系统登记的摘要不一致"],
    )
    assert [row.holds for row in page.seals] == [False]


def test_a_reader_may_have_it_checked_again(case: Case, theirs: Client) -> None:
    document = sealed(case)
    assert theirs.post(address(document, "check"))["Location"] == address(document)
    page = shown(theirs, document)
    assert page.check_job is not None
    run(job_id=page.check_job.pk)
    assert (document.checks.count(), shown(theirs, document).check_job) == (2, None)


def test_not_yours_answers_like_not_there(case: Case, theirs: Client) -> None:
    document = sealed(case)
    theirs.force_login(ClerkFactory.create())
    there = theirs.get(address(document))
    absent = theirs.get(reverse("documents:document", args=["00000000-0000-4000-8000-000000000000"]))
    assert (there.status_code, there.content) == (404, absent.content)


def test_the_page_costs_the_same_for_one_version_and_for_three(
    case: Case, theirs: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    document = sealed(case)
    theirs.get(address(document))  # a first request writes the session and draws the pages
    with django_assert_num_queries(QUERIES):
        theirs.get(address(document))
    for letter in "ab":
        done(request_paper(**facts(case) | {"digest": letter * 64}, variant="unsigned", actor=None, at=clock.now()))
    with django_assert_num_queries(QUERIES):
        theirs.get(address(document))
