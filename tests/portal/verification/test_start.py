"""Sending a file, and what is answered to what cannot be taken."""

import hashlib
import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from portal import clock
from portal.documents.models import Variant
from portal.jobs.models import Job
from portal.jobs.words import Queue
from portal.seals.inspection.findings import MOST_BYTES
from portal.verification.models import Upload
from portal.verification.services import accepting

pytestmark = pytest.mark.django_db
START = "/verify/"
CONTENT = b"%PDF-1.7 whatever it is"


def token(client: Client) -> str:
    """The token that the form carries."""
    found = re.search(r'csrfmiddlewaretoken" value="(\w+)"', client.get(START).content.decode())
    assert found
    return found[1]


def send(client: Client, content: bytes = CONTENT, name: str = "监控 表.pdf", **others: Any) -> Any:
    """Posts the file as the form does."""
    file = SimpleUploadedFile(name, content, "application/pdf")
    return client.post(START, {"csrfmiddlewaretoken": token(client), "file": file}, **others)


def stored(settings: Settings) -> list[Path]:
    """What lies among the uploads."""
    return list((Path(settings.DOCUMENT_STORE) / "uploads").glob("*"))


def test_a_file_is_taken_in_and_its_check_asked_for(stranger: Client, settings: Settings) -> None:
    response = send(stranger, REMOTE_ADDR="10.1.2.3")
    upload = Upload.objects.get()
    assert (response.status_code, response["Location"]) == (302, reverse("verification:result", args=[upload.pk]))
    assert (upload.filename, upload.size, upload.address) == ("监控 表.pdf", len(CONTENT), "10.1.2.3")
    assert upload.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert (Path(settings.DOCUMENT_STORE) / upload.path).read_bytes() == CONTENT
    job = Job.objects.get()
    assert (job.kind, job.subject_kind, job.subject_id) == ("check_upload", "upload", str(upload.pk))
    assert (job.queue, job.variant, job.requested_by) == (Queue.PUBLIC, Variant.FOREIGN, None)


def test_a_form_without_its_token_is_refused(stranger: Client) -> None:
    response = stranger.post(START, {"file": SimpleUploadedFile("a.pdf", CONTENT)})
    assert (response.status_code, Upload.objects.count()) == (403, 0)


def test_no_file_comes_back_to_the_form(stranger: Client) -> None:
    response = stranger.post(START, {"csrfmiddlewaretoken": token(stranger)})
    assert response.status_code == 422
    assert "请选择要验证的 PDF 文件。" in response.content.decode()


def test_an_empty_file_is_taken_in(stranger: Client) -> None:
    assert (send(stranger, b"").status_code, Upload.objects.get().size) == (302, 0)


def test_a_file_of_just_the_limit_is_taken_in(stranger: Client) -> None:
    assert (send(stranger, b"%PDF".ljust(MOST_BYTES)).status_code, Upload.objects.get().size) == (302, MOST_BYTES)


def test_a_file_beyond_the_limit_is_refused_while_it_comes(stranger: Client, settings: Settings) -> None:
    response = send(stranger, b"%PDF".ljust(MOST_BYTES + 1))
    assert (response.status_code, Upload.objects.count(), stored(settings)) == (413, 0, [])
    assert "文件超过 20 MB，没有收下" in response.content.decode()


class Endless(BytesIO):
    """A body of zeros that is only as large as it says; counts what is read."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.left = size

    def read(self, size: int | None = -1) -> bytes:
        count = self.left if size is None or size < 0 else min(size, self.left)
        self.left -= count
        return bytes(count)


def test_two_hundred_megabytes_are_let_through_the_hands(stranger: Client, settings: Settings) -> None:
    body = Endless(200 * 1024 * 1024)
    request: dict[str, Any] = {"CONTENT_LENGTH": str(body.left), "wsgi.input": body}
    response = stranger.generic("POST", START, b"", "multipart/form-data; boundary=x", **request)
    assert (response.status_code, body.left, stored(settings)) == (413, 0, [])
    assert "文件超过 20 MB，没有收下" in response.content.decode()


def test_other_files_of_a_form_are_not_kept(stranger: Client, settings: Settings) -> None:
    data = {
        "csrfmiddlewaretoken": token(stranger),
        "other": SimpleUploadedFile("b.pdf", b"other"),
        "file": SimpleUploadedFile("a.pdf", CONTENT),
    }
    assert stranger.post(START, data).status_code == 302
    assert [file.read_bytes() for file in stored(settings)] == [CONTENT]


def test_a_file_without_the_token_of_its_form_is_not_kept(stranger: Client, settings: Settings) -> None:
    token(stranger)
    response = stranger.post(START, {"file": SimpleUploadedFile("a.pdf", CONTENT)})
    assert (response.status_code, stored(settings)) == (403, [])


def test_a_file_before_a_field_that_is_too_large_is_not_kept(stranger: Client, settings: Settings) -> None:
    data = {
        "csrfmiddlewaretoken": token(stranger),
        "file": SimpleUploadedFile("a.pdf", CONTENT),
        "more": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1),
    }
    assert (stranger.post(START, data).status_code, stored(settings)) == (400, [])


def test_a_file_that_breaks_off_is_not_kept(stranger: Client, settings: Settings) -> None:
    token(stranger)
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
    response = stranger.generic("POST", START, head + CONTENT, "multipart/form-data; boundary=x")
    assert (response.status_code, stored(settings)) == (403, [])


def test_a_body_that_breaks_off_is_refused(stranger: Client) -> None:
    response = stranger.generic("POST", START, b"--x\r\nContent-Dispo", "multipart/form-data; boundary=x")
    assert (response.status_code, Upload.objects.count()) == (403, 0)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a" * 400 + ".pdf", "\u202efdp.exe", "", "甲\x00乙.pdf"])
def test_any_name_is_shown_harmlessly(stranger: Client, name: str) -> None:
    send(stranger, name=name or " ")
    assert all(len(upload.filename) <= 200 and upload.filename.isprintable() for upload in Upload.objects.all())


class TestLimits:
    """How many files one sender may send, and how many may wait."""

    def _sent(self, number: int, *, address: str = "10.0.0.1", ago: timedelta = timedelta(), done: bool = True) -> None:
        at = clock.now() - ago
        facts = {"size": 1, "sha256": "0" * 64, "address": address, "at": at}
        Upload.objects.bulk_create(
            Upload(filename="x", verdict="unsigned" if done else "", path="" if done else "x", **facts)
            for _ in range(number)
        )

    def test_ten_a_minute(self, stranger: Client, settings: Settings) -> None:
        self._sent(9)
        assert send(stranger, REMOTE_ADDR="10.0.0.1").status_code == 302
        response = send(stranger, REMOTE_ADDR="10.0.0.1")
        assert (response.status_code, response["Retry-After"]) == (429, "60")
        assert "操作太频繁，请 1 分钟后再试" in response.content.decode()
        assert "同一地址的查验次数有限" in response.content.decode()
        assert (Upload.objects.count(), len(stored(settings))) == (10, 1)
        assert send(stranger, REMOTE_ADDR="10.0.0.2").status_code == 302

    @pytest.mark.parametrize(
        ("address", "counted"), [("2001:db8:1:2:a:b:c:d", "2001:db8:1:2::"), ("::ffff:10.0.0.1", "10.0.0.1")]
    )
    def test_who_has_many_addresses_counts_once(self, stranger: Client, address: str, counted: str) -> None:
        self._sent(9, address=counted)
        assert [send(stranger, REMOTE_ADDR=address).status_code for _ in range(2)] == [302, 429]
        assert set(Upload.objects.values_list("address", flat=True)) == {counted}

    def test_sixty_an_hour_and_how_long_to_wait(self, stranger: Client) -> None:
        self._sent(59, ago=timedelta(minutes=20))
        assert send(stranger, REMOTE_ADDR="10.0.0.1").status_code == 302
        response = send(stranger, REMOTE_ADDR="10.0.0.1")
        assert (response.status_code, response["Retry-After"]) == (429, str(40 * 60))

    def test_yesterday_does_not_count(self, stranger: Client) -> None:
        self._sent(100, ago=timedelta(hours=2))
        assert send(stranger, REMOTE_ADDR="10.0.0.1").status_code == 302

    def test_a_crowd_has_to_wait(self, stranger: Client) -> None:
        for number in range(accepting.MOST_WAITING):
            self._sent(1, address=f"10.0.1.{number}", done=False)
        response = send(stranger, REMOTE_ADDR="10.0.0.1")
        assert (response.status_code, response["Retry-After"]) == (429, "60")
        assert "等候验证的文件较多" in response.content.decode()

    def test_what_was_never_checked_keeps_nobody_out_for_long(self, stranger: Client) -> None:
        for number in range(accepting.MOST_WAITING):
            self._sent(1, address=f"10.0.1.{number}", done=False, ago=timedelta(hours=2))
        assert send(stranger).status_code == 302


def test_the_page_asks_for_a_code_or_a_file(stranger: Client) -> None:
    page = stranger.get(START).content.decode()
    assert "验证手中的 PDF 文件" in page
    assert "按查验码查询" in page


def test_a_code_leads_to_its_paper(stranger: Client) -> None:
    response = stranger.get(START, {"code": "7k3m-9qwx-2zt1"})
    assert (response.status_code, response["Location"]) == (302, "/v/7K3M9QWX2ZT1/")


@pytest.mark.parametrize(("typed", "said"), [("", "请填写文件上的查验码。"), ("7K3M", "查验码是 12 位数字和字母")])
def test_what_is_no_code_is_asked_for_again(stranger: Client, typed: str, said: str) -> None:
    response = stranger.get(START, {"code": typed})
    assert response.status_code == 422
    assert said in response.content.decode()
