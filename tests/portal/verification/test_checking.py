"""A file from its upload to its verdict."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from portal import clock
from portal.documents.register.verdicts import Verdict
from portal.jobs.models import Job
from portal.jobs.services.run import run
from portal.seals.inspection.findings import MOST_BYTES
from portal.verification import uploads
from portal.verification.models import Upload
from portal.verification.receiving import ReceivedFile
from portal.verification.services.accepting import accept, job_of
from portal.verification.services.sweeping import sweep
from tests.factories import attacks, pdfs
from tests.factories.accounts import AuditorFactory, BusinessAdminFactory, ClerkFactory, UserFactory
from tests.factories.signatures import self_signed, signed_by
from tests.portal.documents.registered_papers import PREFECTURE, UNIT, make_sealed_paper

pytestmark = pytest.mark.django_db


def taken(content: bytes, *, ago: timedelta = timedelta()) -> Upload:
    """The file as it is once a stranger has sent it."""
    with uploads.new() as file:
        file.write(content)
    received = ReceivedFile(path=file.name, name="a.pdf", size=len(content), sha256="0" * 64)
    return accept(file=received, address=None, at=clock.now() - ago)


def checked(content: bytes) -> Upload:
    """The file once a worker has had it."""
    upload = taken(content)
    job = job_of(upload)
    assert job is not None
    assert run(job_id=job.pk)
    return Upload.objects.get(pk=upload.pk)


def files(settings: Settings) -> list[Path]:
    """What lies among the uploads."""
    return list((Path(settings.DOCUMENT_STORE) / "uploads").glob("*"))


def test_a_sealed_paper_is_genuine_and_the_file_is_gone(settings: Settings) -> None:
    paper = make_sealed_paper()
    upload = checked(paper.twice)
    assert (upload.verdict, upload.document_id, upload.path) == (Verdict.GENUINE, paper.second.pk, "")
    assert [(one["signer"], one["seal"]) for one in upload.signatures] == [
        (f"{UNIT}样章", UNIT),
        (f"{PREFECTURE}样章", PREFECTURE),
    ]
    assert files(settings) == []


def test_a_changed_paper_is_altered_and_names_its_source() -> None:
    paper = make_sealed_paper()
    upload = checked(attacks.annotated(paper.twice))
    assert (upload.verdict, upload.document_id) == (Verdict.ALTERED, paper.second.pk)


BAD: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty": (bytes, "unreadable", "文件是空的，没有任何内容"),
    "a program named .pdf": (pdfs.program, "unreadable", "文件不是 PDF"),
    "encrypted": (pdfs.encrypted, "unreadable", "文件加了密码，请去掉密码后再验证；本系统的文件从不加密"),
    "ten thousand pages": (pdfs.many_pages, "unsigned", "文件中没有任何数字签名"),
    "recursive objects": (
        lambda: pdfs.recursive()["length"],
        "unreadable",
        "文件结构异常复杂，已停止读取；本系统的文件不会这样",
    ),
    "thousands of signatures": (
        pdfs.many_signatures,
        "unreadable",
        "文件结构异常复杂，已停止读取；本系统的文件不会这样",
    ),
    "truncated": (lambda: pdfs.small_paper("")[:-200], "unreadable", "文件损坏或不完整，请重新取得完整的文件"),
    "a portfolio": (pdfs.portfolio, "unreadable", "这是装有多个文件的 PDF 包，请取出其中的文件逐份验证"),
    "too large": (lambda: b"%PDF".ljust(MOST_BYTES + 1), "unreadable", "文件超过 20 MB，本系统的文件没有这么大"),
    "of somebody else": (
        lambda: signed_by(pdfs.small_paper(""), "Sig", self_signed("甲\x00乙")),
        "foreign",
        "签名的证书不是本系统任何单位的印章",
    ),
    "for a reader's functions": (pdfs.usage_rights, "foreign", "签名的证书不是本系统任何单位的印章"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_ends_in_its_own_words(name: str, settings: Settings) -> None:
    make, verdict, reason = BAD[name]
    upload = checked(make())
    assert (upload.verdict, upload.reasons) == (verdict, [[reason, {}]])
    assert files(settings) == []


def test_a_file_that_is_gone_ends_in_words(client: Client) -> None:
    upload = taken(b"%PDF")
    uploads.remove(upload.path)
    job = job_of(upload)
    assert job is not None
    assert not run(job_id=job.pk)
    page = client.get(f"/verify/{upload.pk}/").content.decode()
    assert "没能完成验证" in page
    assert "文件已不在，请重新上传。" in page


def test_a_job_that_runs_twice_checks_once(settings: Settings) -> None:
    upload = checked(pdfs.small_paper())
    job = Job.objects.get()
    Job.objects.update(state=Job.State.QUEUED, finished_at=None)
    assert run(job_id=job.pk)
    assert Upload.objects.get().verdict == upload.verdict


def test_what_is_a_day_old_is_forgotten(settings: Settings) -> None:
    old, young = taken(b"old", ago=timedelta(hours=25)), taken(b"young", ago=timedelta(hours=23))
    assert sweep(at=clock.now()) == 1
    assert [upload.pk for upload in Upload.objects.all()] == [young.pk]
    assert [job.subject_id for job in Job.objects.all()] == [str(young.pk)]
    assert [file.read_bytes() for file in files(settings)] == [b"young"]
    assert job_of(old) is None


@pytest.mark.parametrize("person", [BusinessAdminFactory, AuditorFactory, ClerkFactory])
def test_a_job_of_an_upload_is_nobodys_to_see(client: Client, person: type[UserFactory]) -> None:
    job = job_of(taken(b"%PDF"))
    assert job is not None
    client.force_login(person.create())
    assert client.get(reverse("documents:job", args=[job.pk])).status_code == 404
    assert client.get(reverse("documents:progress", args=[job.pk])).status_code == 404
