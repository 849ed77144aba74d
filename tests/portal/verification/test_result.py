"""The page of a check, while it is made and once there is a verdict."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from portal import clock
from portal.documents.papers.version_status import REOPENED, RETURNED, SUPERSEDED, WITHDRAWN
from portal.documents.register.verdicts import Verdict
from portal.documents.screens.document_page import OUTDATED
from portal.jobs.models import Job
from portal.jobs.services.claims import claim
from portal.jobs.services.run import run
from portal.verification.models import Upload
from portal.verification.result_page import OUTDATED_REMARKS, REMARKS, SEALED_SINCE
from portal.verification.services.accepting import job_of
from tests.factories import attacks
from tests.portal.documents.registered_papers import PREFECTURE, UNIT, make_sealed_paper
from tests.portal.verification import papers
from tests.portal.verification.test_checking import checked, taken

pytestmark = pytest.mark.django_db


def page_of(client: Client, upload: Upload) -> str:
    """The page as a browser without scripts reads it."""
    response = client.get(reverse("verification:result", args=[upload.pk]))
    assert response.status_code == 200
    return response.content.decode()


def progress(client: Client, upload: Upload, seen: str = "") -> tuple[int, str]:
    """What htmx is told."""
    response = client.get(reverse("verification:progress", args=[upload.pk]), {"seen": seen})
    return response.status_code, response.content.decode()


def _job(upload: Upload) -> Job:
    job = job_of(upload)
    assert job is not None
    return job


def test_while_it_waits_the_page_says_so_and_asks_again(stranger: Client) -> None:
    upload = taken(b"%PDF")
    page = page_of(stranger, upload)
    assert "正在验证" in page
    assert f'hx-get="{reverse("verification:progress", args=[upload.pk])}?seen=queued"' in page
    assert "<noscript>" in page
    assert progress(stranger, upload, "queued") == (204, "")
    claim(job_id=_job(upload).pk, at=clock.now())
    status, part = progress(stranger, upload, "queued")
    assert (status, 'class="now"' in part, "seen=running" in part) == (200, True, True)


def test_the_verdict_takes_its_place(stranger: Client) -> None:
    upload = taken(b"MZ")
    run(job_id=_job(upload).pk)
    status, part = progress(stranger, upload, "running")
    assert status == 200
    assert "hx-get" not in part
    assert 'hx-swap-oob="innerHTML">无法读取' in part
    assert "文件不是 PDF" in part


def test_genuine_says_what_it_is(stranger: Client) -> None:
    page = page_of(stranger, checked(make_sealed_paper().twice))
    for words in (
        "文件真实，用印后未被改动",
        "签名链有效，两枚证书均可信",
        "签名覆盖整个文件",
        "与系统登记的摘要一致",
        "用印之后没有任何改动",
        UNIT,
        PREFECTURE,
        "这是什么文件",
        "绩效监控情况表",
        "现行",
    ):
        assert words in page


def test_altered_leads_to_the_original(stranger: Client) -> None:
    paper = make_sealed_paper()
    page = page_of(stranger, checked(attacks.annotated(paper.twice)))
    for words in ("文件已被改动", "用印之后，页面上添加了批注", "系统登记的原文件", f"/v/{paper.code.code}/"):
        assert words in page


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (RETURNED, "第 1 版，已退回修改"),
        (SUPERSEDED, "第 1 版，已被第 3 版替代"),
        (WITHDRAWN, "第 1 版，已被撤回"),
        (REOPENED, "第 1 版，正在重新办理"),
    ],
)
def test_a_genuine_file_that_does_not_count_is_not_green(stranger: Client, state: str, said: str) -> None:
    papers.STATE.update(state=state, latest=3)
    upload = checked(make_sealed_paper().twice)
    page = page_of(stranger, upload)
    assert f'<h2 id="verdict">{OUTDATED[state]}</h2><p>{OUTDATED_REMARKS[state]}</p>' in page
    assert re.findall(r'class="verdict (\w+)"', page) == ["warn"]
    assert said in page


def test_a_genuine_file_that_was_sealed_once_more_since_says_so(stranger: Client) -> None:
    assert str(SEALED_SINCE) in page_of(stranger, checked(make_sealed_paper().once))


def test_what_strangers_named_is_shown_as_text(stranger: Client) -> None:
    upload = taken(b"%PDF")
    Upload.objects.update(filename="<script>alert(1)</script>")
    assert "<script>alert" not in page_of(stranger, upload)


def test_nobody_finds_an_upload_by_guessing(stranger: Client) -> None:
    assert stranger.get(reverse("verification:result", args=[uuid4()])).status_code == 404
    assert progress(stranger, Upload(pk=uuid4()))[0] == 404


def test_every_verdict_has_its_remark() -> None:
    assert set(REMARKS) == set(Verdict)
