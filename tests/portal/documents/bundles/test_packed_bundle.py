"""An export: every paper once, a list for people, a list for programs."""

import csv
import hashlib
import io
import json
import zipfile
from typing import Any

import pytest
from django.conf import settings

from portal import clock
from portal.documents.bundles.bundle_plan import BundleEntry, BundlePlan, left_out
from portal.documents.bundles.content_lists import LIST_HEADINGS
from portal.documents.models import Document
from portal.documents.store import document_store
from portal.jobs.models import Job
from portal.jobs.services.claims import claim
from portal.jobs.services.run import run
from tests.portal.documents.conftest import Ask

pytestmark = pytest.mark.django_db(transaction=True)


def _entry(paper: str, name: str = "") -> BundleEntry:
    digest = hashlib.sha256(paper.encode()).hexdigest()
    return BundleEntry("paper", paper, digest, "unsigned", name or f"巴楚县/{paper}.pdf")


def _exported(ask: Ask, *entries: BundleEntry) -> Job:
    plan = BundlePlan.made("2020年9月 监控情况表.zip", entries)
    job = ask("cycle-1", kind="bundle", digest=plan.digest, parameters=plan.parameters)
    run(job_id=job.pk)
    job.refresh_from_db()
    return job


def _unpacked(job: Job) -> zipfile.ZipFile:
    document = Document.objects.get(job=job)
    with document_store.open_verified(document.path, sha256=document.sha256) as file:
        return zipfile.ZipFile(io.BytesIO(file.read()))


def test_an_export_holds_every_paper_and_the_two_lists(ask: Ask) -> None:
    job = _exported(ask, _entry("paper-1"), _entry("paper-2"))
    assert (job.state, job.progress_done, job.progress_total) == ("done", 2, 2)
    archive = _unpacked(job)
    assert archive.namelist() == ["巴楚县/paper-1.pdf", "巴楚县/paper-2.pdf", "清单.csv", "manifest.json"]
    for paper in ("paper-1", "paper-2"):
        content = archive.read(f"巴楚县/{paper}.pdf")
        assert hashlib.sha256(content).hexdigest() == Document.objects.get(subject_id=paper).sha256


def test_names_are_marked_as_utf_8_and_taken_by_windows(ask: Ask) -> None:
    archive = _unpacked(_exported(ask, _entry("paper-1", "../喀什:地区/自评表?.pdf"), _entry("paper-2", "con.pdf")))
    assert archive.namelist()[:2] == ["喀什：地区/自评表？.pdf", "_con.pdf"]
    assert [bool(info.flag_bits & 0x800) for info in archive.infolist()] == [True, False, True, False]


def test_two_papers_of_one_name_both_go_in(ask: Ask) -> None:
    archive = _unpacked(_exported(ask, _entry("paper-1", "表.pdf"), _entry("paper-2", "表.pdf")))
    assert archive.namelist()[:2] == ["表.pdf", "表（2）.pdf"]


def test_the_list_for_people_opens_in_a_spreadsheet(ask: Ask) -> None:
    archive = _unpacked(_exported(ask, _entry("paper-1", "=1+1.pdf")))
    raw = archive.read("清单.csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    headings, row = csv.reader(io.StringIO(raw.decode("utf-8-sig")))
    document = Document.objects.get(subject_id="paper-1")
    assert tuple(headings) == LIST_HEADINGS
    assert row[:7] == ["1", "'=1+1.pdf", "1", "未签章", "", str(document.size), document.sha256]


def test_the_list_for_programs_says_what_each_file_is(ask: Ask) -> None:
    manifest: dict[str, Any] = json.loads(_unpacked(_exported(ask, _entry("paper-1"))).read("manifest.json"))
    document = Document.objects.get(subject_id="paper-1")
    (file,) = manifest["files"]
    assert (file["name"], file["sha256"], file["size"]) == ("巴楚县/paper-1.pdf", document.sha256, document.size)
    assert (file["version"], file["subject"]) == (1, {"kind": "paper", "id": "paper-1"})


def test_finished_papers_are_reused(ask: Ask) -> None:
    single = ask("paper-1")
    run(job_id=single.pk)
    made = Document.objects.get(job=single)
    archive = _unpacked(_exported(ask, _entry("paper-1"), _entry("paper-2")))
    assert set(Document.objects.filter(kind="pdf", subject_id="paper-1")) == {made}
    assert len(archive.namelist()) == 4


def test_an_export_comes_without_a_paper_that_cannot_be_made_and_says_why(ask: Ask) -> None:
    job = _exported(ask, _entry("paper-1"), _entry("refused-1", "巴楚县/自评表.pdf"))
    archive, why = _unpacked(job), "缺少字形：䶮"
    assert (job.state, archive.namelist()) == ("done", ["巴楚县/paper-1.pdf", "清单.csv", "manifest.json"])
    _headings, _made, missing = csv.reader(io.StringIO(archive.read("清单.csv").decode("utf-8-sig")))
    assert missing == ["2", "巴楚县/自评表.pdf", "1", "未能生成", "", "", "", "", "", "", why]
    manifest = json.loads(archive.read("manifest.json"))
    assert (manifest["waiting"], manifest["failed"]) == (
        [],
        [{"name": "巴楚县/自评表.pdf", "version": 1, "reason": why}],
    )
    assert [(note["name"], note["why"], note["failed"]) for note in left_out(job)] == [("巴楚县/自评表.pdf", why, True)]


def test_an_export_of_papers_that_cannot_be_made_says_why(ask: Ask) -> None:
    job = _exported(ask, _entry("refused-1"))
    assert (job.state, "缺少字形：䶮" in job.error_message) == ("failed", True)


def test_a_lost_paper_is_made_up_for(ask: Ask) -> None:
    lost = ask("paper-1")
    claim(job_id=lost.pk, at=clock.now() - 2 * settings.JOB_LEASE)
    job = _exported(ask, _entry("paper-1"))
    lost.refresh_from_db()
    assert (job.state, lost.state, lost.attempts) == ("done", "done", 2)


def test_the_same_papers_twice_are_the_same_bytes(ask: Ask) -> None:
    first = _exported(ask, _entry("paper-1"))
    second = _exported(ask, _entry("paper-1"), _entry("paper-1"))
    assert _unpacked(second).namelist()[:2] == ["巴楚县/paper-1.pdf", "巴楚县/paper-1（2）.pdf"]
    Job.objects.filter(pk=first.pk).update(state="queued", finished_at=None, attempts=0)
    before = Document.objects.get(kind="bundle", content_digest=first.content_digest)
    Document.objects.filter(pk=before.pk).delete()
    run(job_id=first.pk)
    assert Document.objects.get(kind="bundle", content_digest=first.content_digest).sha256 == before.sha256


def test_an_export_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one paper"):
        BundlePlan.made("空.zip", [])
