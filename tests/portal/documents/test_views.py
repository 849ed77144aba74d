"""The screens of documents and jobs."""

import hashlib
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from portal import clock
from portal.accounts.models import User
from portal.documents.making.registration import Made, finish
from portal.documents.models import Document
from portal.documents.queries import jobs_of
from portal.documents.store import document_store
from portal.documents.views.documents import PER_PAGE
from portal.jobs.models import Job
from portal.jobs.services.claims import claim, report
from portal.jobs.services.outcomes import Failure, fail, wait
from tests.factories.accounts import ClerkFactory
from tests.portal.documents.conftest import Ask

pytestmark = pytest.mark.django_db
CONTENT = b"%PDF-1.7 paper"
NAME = "巴楚县 自评表.pdf"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def clerk() -> User:
    return ClerkFactory.create()


@pytest.fixture
def theirs(client: Client, clerk: User) -> Client:
    """The clerk's browser."""
    client.force_login(clerk)
    return client


def _job(ask: Ask, person: User, **others: str) -> Job:
    return ask(others.pop("subject_id", f"paper-{person.unit_id}"), actor=person, **others)


def _done(job: Job, content: bytes = CONTENT) -> Document:
    held = claim(job_id=job.pk, at=clock.now())
    assert held is not None
    return finish(claim=held, made=Made(document_store.put(content, suffix=".pdf"), NAME), at=clock.now())


def _text(client: Client, url: str, **headers: str) -> str:
    response = client.get(url, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_a_download_is_the_registered_bytes_under_the_official_name(theirs: Client, clerk: User, ask: Ask) -> None:
    document = _done(_job(ask, clerk))
    response = theirs.get(reverse("documents:download", args=[document.pk]))
    assert b"".join(response) == CONTENT
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{quote(NAME)}"
    assert response["ETag"] == f'"{hashlib.sha256(CONTENT).hexdigest()}"'


@pytest.mark.parametrize("altered", [b"%PDF-1.7 papes", None])
def test_altered_bytes_are_never_handed_out(
    theirs: Client, clerk: User, ask: Ask, settings: Settings, altered: bytes | None
) -> None:
    document = _done(_job(ask, clerk))
    file: Path = settings.DOCUMENT_STORE / document.path
    file.unlink() if altered is None else file.write_bytes(altered)
    response = theirs.get(reverse("documents:download", args=[document.pk]))
    assert response.status_code == 503
    assert f"“{NAME}”与登记的摘要不一致或已不在文件库中" in response.content.decode()


def test_a_job_is_shown_until_the_download_stands_there(theirs: Client, clerk: User, ask: Ask) -> None:
    job = _job(ask, clerk)
    page, progress = reverse("documents:job", args=[job.pk]), reverse("documents:progress", args=[job.pk])
    polling = f'hx-get="{progress}?seen=queued--0-0"'
    assert polling in _text(theirs, page)
    assert theirs.get(f"{progress}?seen=queued--0-0", headers=HTMX).status_code == 204
    document = _done(job)
    shown = _text(theirs, f"{progress}?seen=queued--0-0", **HTMX)
    assert "hx-get" not in shown
    assert reverse("documents:download", args=[document.pk]) in shown
    assert 'hx-swap-oob="innerHTML">可下载' in shown


def test_progress_is_drawn_at_every_paper_and_announced_at_every_step(theirs: Client, clerk: User, ask: Ask) -> None:
    job = _job(ask, clerk)
    held = claim(job_id=job.pk, at=clock.now())
    assert held is not None
    report(claim=held, stage="printing", done=3, total=100)
    url = reverse("documents:progress", args=[job.pk])
    shown = _text(theirs, f"{url}?seen=running-printing-2-100", **HTMX)
    assert "排版 3 / 100" in shown
    assert "hx-swap-oob" not in shown
    assert 'hx-swap-oob="innerHTML">正在生成' in _text(theirs, f"{url}?seen=queued--0-0", **HTMX)


def test_htmx_gets_the_component_without_the_page(theirs: Client, clerk: User, ask: Ask) -> None:
    url = reverse("documents:job", args=[_job(ask, clerk).pk])
    assert _text(theirs, url, **HTMX).lstrip().startswith("<section")


def test_a_failed_job_says_why_and_can_be_tried_again(theirs: Client, clerk: User, ask: Ask) -> None:
    job = _job(ask, clerk)
    held = claim(job_id=job.pk, at=clock.now())
    assert held is not None
    fail(claim=held, failure=Failure("缺少字形：%(glyphs)s", {"glyphs": "䶮"}, "Traceback"), at=clock.now())
    shown = _text(theirs, reverse("documents:job", args=[job.pk]))
    assert "缺少字形：䶮" in shown
    assert "Traceback" not in shown
    retry = reverse("documents:retry", args=[job.pk])
    assert theirs.post(retry, headers=HTMX).content.decode().count("已排队") == 2
    assert theirs.post(retry)["Location"] == reverse("documents:job", args=[job.pk])
    assert Job.objects.get().state == "queued"


def test_a_job_that_waits_for_its_seal_says_why_and_can_be_tried_at_once(theirs: Client, clerk: User, ask: Ask) -> None:
    job = _job(ask, clerk)
    held = claim(job_id=job.pk, at=clock.now())
    assert held is not None
    wait(claim=held, failure=Failure("印章证书已于%(day)s过期。", {"day": "9月1日"}), unit_id=None, at=clock.now())
    url = reverse("documents:progress", args=[job.pk])
    shown = _text(theirs, f"{url}?seen=running--0-0", **HTMX)
    assert "印章证书已于9月1日过期。条件具备后自动用印，不必守候。" in shown
    assert "下载" not in shown.replace("可下载", "")
    assert 'hx-swap-oob="innerHTML">待签章：印章证书已于9月1日过期。' in shown
    theirs.post(reverse("documents:retry", args=[job.pk]))
    assert Job.objects.get().state == "queued"


@pytest.mark.parametrize("name", ["download", "job", "progress"])
def test_not_yours_answers_like_not_there(theirs: Client, ask: Ask, name: str) -> None:
    job = _job(ask, ClerkFactory.create())
    document = _done(job)
    pk = document.pk if name == "download" else job.pk
    url = reverse(f"documents:{name}", args=[pk])
    foreign = theirs.get(url)
    document.delete()
    job.delete()
    missing = theirs.get(url)
    assert (foreign.status_code, missing.status_code) == (404, 404)
    assert foreign.content == missing.content


def test_another_units_job_cannot_be_tried_again(theirs: Client, ask: Ask) -> None:
    job = _job(ask, ClerkFactory.create())
    assert theirs.post(reverse("documents:retry", args=[job.pk])).status_code == 404


def test_a_draft_stays_within_the_unit_that_asked(theirs: Client, clerk: User, ask: Ask, settings: Settings) -> None:
    settings.DOCUMENT_GATES = {"paper": f"{__name__}.everyone"}
    own, foreign = (_done(_job(ask, person, variant="draft")) for person in (clerk, ClerkFactory.create()))
    urls = [reverse("documents:download", args=[document.pk]) for document in (own, foreign)]
    assert [theirs.get(url).status_code for url in urls] == [200, 404]


def test_a_draft_follows_the_unit_not_the_person_who_asked_first(
    theirs: Client, clerk: User, ask: Ask, settings: Settings
) -> None:
    settings.DOCUMENT_GATES = {"paper": f"{__name__}.everyone"}
    gone = ClerkFactory.create(unit=clerk.unit)
    first = _job(ask, gone, variant="draft")
    gone.unit = ClerkFactory.create().unit
    gone.save(update_fields=["unit"])
    again = ask(first.subject_id, variant="draft", actor=clerk)
    page = reverse("documents:job", args=[first.pk])
    here = theirs.get(page).status_code
    theirs.force_login(gone)
    assert (again, here, theirs.get(page).status_code) == (first, 200, 404)


def test_another_units_draft_is_not_shown_with_its_subject(clerk: User, ask: Ask) -> None:
    jobs = [
        ask("paper-x", variant=variant, actor=person, digest=digest * 64)
        for variant, person, digest in [
            ("draft", clerk, "a"),
            ("draft", ClerkFactory.create(), "b"),
            ("unsigned", ClerkFactory.create(), "c"),
        ]
    ]
    assert list(jobs_of(clerk, subject_kind="paper", subject_id="paper-x")) == [jobs[2], jobs[0]]


def everyone(user: User, subject_id: str) -> bool:
    """A gate that stands open."""
    return True


def test_a_subject_without_a_gate_is_closed(theirs: Client, clerk: User, ask: Ask, settings: Settings) -> None:
    settings.DOCUMENT_GATES = {}
    assert theirs.get(reverse("documents:job", args=[_job(ask, clerk).pk])).status_code == 404


def _listed(clerk: User, ask: Ask, number: int) -> Document:
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    return _done(_job(ask, clerk, subject_id=str(clerk.unit_id), digest=digest), b"%%PDF %d" % number)


def test_the_list_shows_what_the_person_may_read_newest_first(theirs: Client, clerk: User, ask: Ask) -> None:
    mine = [_listed(clerk, ask, number) for number in range(2)]
    _listed(ClerkFactory.create(), ask, 2)
    response = theirs.get(reverse("documents:list"))
    assert list(response.context["page"]) == mine[::-1]
    assert "共 2 份" in response.content.decode()


def test_an_empty_list_says_what_will_come(theirs: Client) -> None:
    assert "还没有可下载的文件" in _text(theirs, reverse("documents:list"))


def test_the_list_is_cut_into_pages(theirs: Client, clerk: User, ask: Ask) -> None:
    for number in range(PER_PAGE + 1):
        _listed(clerk, ask, number)
    url = reverse("documents:list")
    assert [len(theirs.get(f"{url}?page={page}").context["page"]) for page in (1, 2, 99, "x")] == [
        PER_PAGE,
        1,
        1,
        PER_PAGE,
    ]
    assert 'rel="next" href="?page=2"' in _text(theirs, url)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_needs_a_constant_number_of_queries(
    theirs: Client, clerk: User, ask: Ask, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        _listed(clerk, ask, number)
    theirs.get(reverse("documents:list"))
    with django_assert_num_queries(5):
        theirs.get(reverse("documents:list"))


def test_the_page_of_a_job_leads_back_to_what_it_prints(
    theirs: Client, clerk: User, ask: Ask, settings: Settings
) -> None:
    settings.DOCUMENT_PAGES = {"paper": "assessments:filing"}
    job = _job(ask, clerk, subject_id=str(clerk.unit_id))
    address = reverse("assessments:filing", args=[clerk.unit_id])
    assert f'href="{address}"' in _text(theirs, reverse("documents:job", args=[job.pk]))
    assert f'href="{address}"' not in _text(theirs, reverse("documents:job", args=[job.pk]), **HTMX)
