"""Pictures of a paper's pages: every page as the PDF has it, drawn when first looked at, and kept."""

import hashlib
import logging
from functools import cache
from pathlib import Path

import pymupdf
import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from portal import clock
from portal.accounts.models import User
from portal.documents.making.registration import Made, finish
from portal.documents.models import Document, Preview
from portal.documents.store import document_store
from portal.documents.store.kept_previews import previews_of
from portal.jobs.models import Job
from portal.jobs.services.claims import claim
from tests.factories.accounts import ClerkFactory
from tests.portal.documents.conftest import Ask

A4 = (595.28, 841.89)
UPRIGHT, ACROSS = (1191, 1684), (1684, 1191)
HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk() -> User:
    return ClerkFactory.create()


@pytest.fixture
def theirs(client: Client, clerk: User) -> Client:
    """The clerk's browser."""
    client.force_login(clerk)
    return client


@cache
def two_pages() -> bytes:
    with pymupdf.open() as paper:
        paper.new_page(width=A4[0], height=A4[1])
        paper.new_page(width=A4[1], height=A4[0])
        content: bytes = paper.tobytes()
    return content


def done(job: Job, content: bytes | None = None) -> Document:
    held = claim(job_id=job.pk, at=clock.now())
    assert held is not None
    stored = document_store.put(content or two_pages(), suffix=".pdf")
    return finish(claim=held, made=Made(stored, "巴楚县 自评表.pdf"), at=clock.now())


def asked(ask: Ask, person: User) -> Job:
    return ask(f"paper-{person.unit_id}", actor=person)


def address(document: Document, page: int) -> str:
    return reverse("documents:preview", args=[document.pk, page])


def shown(document: Document, text: str) -> list[bool]:
    return [address(document, page) in text for page in (1, 2, 3)]


def test_every_page_is_drawn_once_as_large_as_it_is(
    clerk: User, ask: Ask, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    document = done(asked(ask, clerk))
    assert not Preview.objects.exists()
    first = previews_of(document)
    assert [(one.page, one.width, one.height) for one in first] == [(1, *UPRIGHT), (2, *ACROSS)]
    with document_store.open_verified(first[1].path, sha256=first[1].sha256) as file:
        assert pymupdf.Pixmap(file.read()).irect[2:] == ACROSS
    with django_assert_num_queries(1):
        again = list(previews_of(document))
    assert again == list(Preview.objects.all())
    assert len(again) == 2


def test_of_a_paper_without_measure_the_first_pages_are_shown_and_that_is_said(
    theirs: Client, clerk: User, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Preview, "MOST_PAGES", 1)
    document = done(asked(ask, clerk))
    text = theirs.get(reverse("documents:document", args=[document.pk])).content.decode()
    assert shown(document, text) == [True, False, False]
    assert "这里只显示前 1 页，全文请打开 PDF。" in text


def test_what_cannot_be_drawn_has_no_pictures_and_is_told_to_those_who_run_the_portal(
    theirs: Client, clerk: User, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    document = done(asked(ask, clerk), b"%PDF-1.7 paper")
    with caplog.at_level(logging.ERROR):
        text = theirs.get(reverse("documents:document", args=[document.pk])).content.decode()
    assert "这份文件没有预览，请下载后查看。" in text
    assert [record.getMessage() for record in caplog.records] == [f"no pictures of document {document.pk}"]


def test_the_page_of_a_job_shows_the_paper_as_soon_as_it_is_made(theirs: Client, clerk: User, ask: Ask) -> None:
    job = asked(ask, clerk)
    page, progress = reverse("documents:job", args=[job.pk]), reverse("documents:progress", args=[job.pk])
    assert "<figure" not in theirs.get(page).content.decode()
    document = done(job)
    on_it = theirs.get(progress, headers=HTMX | {"HX-Current-URL": f"https://testserver{page}"}).content.decode()
    assert shown(document, on_it) == [True, True, False]
    assert shown(document, theirs.get(page).content.decode()) == [True, True, False]
    assert f'href="{reverse("documents:download", args=[document.pk])}?open=1" target="_blank"' in on_it


def test_a_job_on_another_page_shows_no_paper(theirs: Client, clerk: User, ask: Ask) -> None:
    job = asked(ask, clerk)
    document = done(job)
    elsewhere = HTMX | {"HX-Current-URL": "https://testserver/filings/7/"}
    for name in ("job", "progress"):
        text = theirs.get(reverse(f"documents:{name}", args=[job.pk]), headers=elsewhere).content.decode()
        assert shown(document, text) == [False, False, False]
    assert not Preview.objects.exists()


def test_a_picture_is_for_readers_of_the_paper_alone(theirs: Client, clerk: User, ask: Ask) -> None:
    document = done(asked(ask, clerk))
    previews_of(document)
    response = theirs.get(address(document, 2))
    assert (response["Content-Type"], response.getvalue()[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    absent = theirs.get(address(document, 3))
    theirs.force_login(ClerkFactory.create())
    foreign = theirs.get(address(document, 1))
    assert (absent.status_code, foreign.status_code) == (404, 404)


@pytest.mark.parametrize("altered", [b"\x89PNG of another paper", None])
def test_a_picture_that_the_store_lost_is_drawn_again(
    theirs: Client, clerk: User, ask: Ask, settings: Settings, altered: bytes | None
) -> None:
    document = done(asked(ask, clerk))
    picture = previews_of(document)[0]
    file: Path = settings.DOCUMENT_STORE / picture.path
    file.unlink() if altered is None else file.write_bytes(altered)
    drawn = theirs.get(address(document, 1)).getvalue()
    assert hashlib.sha256(drawn).hexdigest() == picture.sha256


def test_the_browser_opens_a_paper_to_print_it(theirs: Client, clerk: User, ask: Ask) -> None:
    document = done(asked(ask, clerk))
    response = theirs.get(reverse("documents:download", args=[document.pk]), {"open": "1"})
    assert response["Content-Disposition"].startswith("inline;")
    assert response["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert response.getvalue() == two_pages()
