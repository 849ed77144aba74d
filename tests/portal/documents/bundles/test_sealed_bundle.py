"""An export of sealed papers: what is final goes in with its signatures, what waits for its seal is only listed."""

import csv
import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import Settings

from portal import clock
from portal.clock import BEIJING
from portal.documents.bundles.bundle_plan import BundleEntry, BundlePlan, left_out
from portal.documents.models import Document, Imprint
from portal.documents.papers.public_codes import code_for
from portal.documents.store import document_store
from portal.jobs.models import Job
from portal.jobs.services import request
from portal.jobs.services.run import run
from tests.factories.seals import make_seal
from tests.portal.documents.sealed_papers import DIGEST, Case

pytestmark = pytest.mark.django_db(transaction=True)


def entry(case: Case, **others: str) -> BundleEntry:
    facts = {"variant": "sealed", "name": f"{case.unit.name}.pdf"}
    return BundleEntry(subject_kind="paper", subject_id=case.subject_id, digest=DIGEST, **facts | others)


def exported(*entries: BundleEntry) -> Job:
    plan = BundlePlan.made("批次.zip", entries)
    job = request(
        kind="bundle",
        subject_kind="paper",
        subject_id="cycle-1",
        digest=plan.digest,
        variant="unsigned",
        actor=None,
        at=clock.now(),
        parameters=plan.parameters,
    )
    run(job_id=job.pk)
    job.refresh_from_db()
    return job


def unpacked(job: Job) -> zipfile.ZipFile:
    assert (job.state, job.error_detail) == ("done", "")
    document = Document.objects.get(job=job)
    with document_store.open_verified(document.path, sha256=document.sha256) as file:
        return zipfile.ZipFile(io.BytesIO(file.read()))


def manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(archive.read("manifest.json"))
    return found


def rows(archive: zipfile.ZipFile) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.read("清单.csv").decode("utf-8-sig"))))


def test_a_sealed_paper_is_listed_with_its_signature_and_its_code(case: Case) -> None:
    seal = make_seal(case.unit)
    code = code_for(subject_kind="paper", subject_id=case.subject_id, digest=DIGEST)
    archive = unpacked(exported(entry(case)))
    (file,), imprint = manifest(archive)["files"], Imprint.objects.get()
    assert (file["variant"], file["version"], file["code"], file["remark"]) == ("sealed", 1, code, "")
    assert file["signatures"] == [
        {
            "field": "UnitSeal",
            "unit": case.unit.name,
            "act": "submit",
            "actor": "买买提江",
            "acted_at": imprint.acted_at.astimezone(BEIJING).isoformat(),
            "sealed_at": imprint.sealed_at.astimezone(BEIJING).isoformat(),
            "certificate": {
                "sha256": seal.fingerprint,
                "holder": seal.holder,
                "valid_until": seal.valid_until.astimezone(BEIJING).isoformat(),
                "demo": True,
            },
        }
    ]
    assert archive.namelist() == [f"{case.unit.name}.pdf", "清单.csv", "manifest.json"]


def test_a_version_that_does_not_count_any_more_is_said_in_its_lists(case: Case) -> None:
    make_seal(case.unit)
    run(job_id=case.ask().pk)
    case.withdraw()
    archive = unpacked(exported(entry(case)))
    said = "这一版已被撤回，不再作数"
    assert ([row["备注"] for row in rows(archive)], manifest(archive)["files"][0]["remark"]) == ([said], said)


def test_what_waits_for_its_seal_is_listed_and_not_packed(case: Case) -> None:
    other = Case.made()
    make_seal(case.unit)
    job = exported(entry(case), entry(other))
    archive = unpacked(job)
    why = f"{other.unit.name}还没有上传印章。"
    assert archive.namelist() == [f"{case.unit.name}.pdf", "清单.csv", "manifest.json"]
    assert manifest(archive)["waiting"] == [{"name": f"{other.unit.name}.pdf", "version": 1, "reason": why}]
    assert [(row["文件"], row["状态"], row["备注"]) for row in rows(archive)] == [
        (f"{case.unit.name}.pdf", "已签章", ""),
        (f"{other.unit.name}.pdf", "待签章", why),
    ]
    assert left_out(job) == [{"name": f"{other.unit.name}.pdf", "packed": False, "failed": False, "why": why}]


def test_what_waits_for_its_second_seal_goes_in_with_the_first(case: Case) -> None:
    make_seal(case.unit)
    case.conclude()
    job = exported(entry(case, variant="countersigned", fallback="sealed"))
    (file,) = manifest(unpacked(job))["files"]
    assert (file["variant"], file["remark"]) == ("sealed", f"地区印章待签章：{case.office.name}还没有上传印章。")
    assert [note["packed"] for note in left_out(job)] == [True]


def test_both_seals_are_made_on_the_way(case: Case) -> None:
    make_seal(case.unit)
    make_seal(case.office)
    case.conclude()
    job = exported(entry(case, variant="countersigned", fallback="sealed"))
    (file,) = manifest(unpacked(job))["files"]
    assert (file["variant"], [seal["field"] for seal in file["signatures"]]) == (
        "countersigned",
        ["UnitSeal", "PrefectureSeal"],
    )
    assert left_out(job) == []


def test_what_was_withdrawn_meanwhile_is_left_out_with_the_reason(case: Case) -> None:
    other = Case.made()
    make_seal(case.unit)
    other.withdraw()
    job = exported(entry(case), entry(other))
    assert [(note["packed"], note["why"]) for note in left_out(job)] == [(False, "本版已撤回，不再用印。")]


def test_an_export_of_which_nothing_is_sealed_says_so(case: Case) -> None:
    job = exported(entry(case))
    assert (job.state, job.error_message) == (
        "failed",
        f"导出的 1 份都还没有签章，暂时没有可以打包的文件：{case.unit.name}还没有上传印章。签章后请重新导出。",
    )


def test_an_export_ends_however_soon_what_waits_is_due_again(case: Case, settings: Settings) -> None:
    settings.JOB_RETRY = timedelta()
    other = Case.made()
    make_seal(case.unit)
    assert [note["packed"] for note in left_out(exported(entry(case), entry(other)))] == [False]


def test_a_seal_that_came_meanwhile_makes_another_export(case: Case) -> None:
    before = BundlePlan.made("批次.zip", [entry(case)])
    after = BundlePlan.made("批次.zip", [entry(case, known="a" * 64)])
    assert before.digest != after.digest
