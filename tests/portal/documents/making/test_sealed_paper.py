"""Sealing: what an act authorises is printed once, certified, countersigned, checked, and only then registered."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pytest_django import Settings

from portal import clock
from portal.documents.errors import AwaitsSealError
from portal.documents.making.day_under_seal import drawn_day
from portal.documents.making.seal_authority import NotAuthorisedError
from portal.documents.making.sealed_paper import make_sealed
from portal.documents.making.sealed_registration import SelfCheckError, register_sealed
from portal.documents.models import Check, Document, Imprint
from portal.documents.store import document_store
from portal.jobs.models import Job
from portal.jobs.services import wake
from portal.jobs.services.claims import Claim, claim
from portal.jobs.services.run import run
from portal.seals.models import Seal
from tests.factories.assessments import NOW
from tests.factories.seals import make_seal, revoke_seal
from tests.impatience import impatient
from tests.portal.documents.sealed_papers import FIELDS, Case

pytestmark = pytest.mark.django_db(transaction=True)


def done(job: Job) -> Document:
    run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.error_detail) == ("done", "")
    return Document.objects.get(job=job)


def refused(job: Job) -> str:
    assert not run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, Document.objects.filter(job=job).exists()) == ("failed", False)
    return job.error_message


def content(document: Document) -> bytes:
    with document_store.open_verified(document.path, sha256=document.sha256) as file:
        return file.read()


def held(job: Job) -> Claim:
    found = claim(job_id=job.pk, at=clock.now())
    assert found is not None
    return found


def test_a_submission_is_sealed_registered_and_found_genuine(case: Case) -> None:
    seal = make_seal(case.unit)
    document = done(case.ask())
    assert [field.field_name for field in PdfFileReader(BytesIO(content(document))).embedded_signatures] == ["UnitSeal"]
    imprint = Imprint.objects.get()
    assert (imprint.document, imprint.position, imprint.field, imprint.seal) == (document, 1, "UnitSeal", seal)
    assert (imprint.unit_name, imprint.act, imprint.actor, imprint.acted_at) == (
        case.unit.name,
        "submit",
        "买买提江",
        NOW,
    )
    check = Check.objects.get(document=document)
    assert (check.verdict, [found["field"] for found in check.signatures]) == ("genuine", ["UnitSeal"])


def test_a_conclusion_adds_its_seal_to_the_stored_file(case: Case) -> None:
    seals = [make_seal(case.unit), make_seal(case.office)]
    first = done(case.ask())
    case.conclude()
    second = done(case.ask("countersigned"))
    assert content(second).startswith(content(first))
    assert [(seal.position, seal.field, seal.seal) for seal in second.imprints.all()] == [
        (1, "UnitSeal", seals[0]),
        (2, "PrefectureSeal", seals[1]),
    ]
    assert (Check.objects.get(document=second).verdict, first.imprints.count()) == ("genuine", 1)


def test_each_file_of_a_version_has_a_name_of_its_own_and_the_number_of_the_version(case: Case) -> None:
    for unit in (case.unit, case.office):
        make_seal(unit)
    first = done(case.ask())
    case.conclude()
    second = done(case.ask("countersigned"))
    assert [(file.filename, file.version) for file in (first, second)] == [
        (f"{case.subject_id}_已签章.pdf", 2),
        (f"{case.subject_id}_两级已签章.pdf", 2),
    ]


def test_the_second_seal_brings_the_day_of_its_act(case: Case) -> None:
    for unit in (case.unit, case.office):
        make_seal(unit)
    done(case.ask())
    case.conclude()
    sealed = PdfFileReader(BytesIO(content(done(case.ask("countersigned")))))
    drawn = [field.sig_field["/AP"]["/N"].data for field in sealed.embedded_signatures]
    assert [drawn_day(NOW) in appearance for appearance in drawn] == [False, True]


def test_a_finished_job_that_is_pushed_again_seals_nothing(case: Case) -> None:
    make_seal(case.unit)
    job = case.ask()
    done(job)
    assert not run(job_id=job.pk)
    assert (Document.objects.count(), Imprint.objects.count()) == (1, 1)


def test_the_same_act_twice_is_the_same_document(case: Case) -> None:
    make_seal(case.unit)
    assert done(case.ask()) == done(case.ask())


def test_a_withdrawn_version_is_not_sealed(case: Case) -> None:
    make_seal(case.unit)
    case.withdraw()
    assert refused(case.ask()) == "本版已撤回，不再用印。"


@pytest.mark.parametrize("forged", [{"digest": "e" * 64}, {"subject_kind": "sheet"}])
def test_what_nobody_submitted_is_not_sealed(case: Case, forged: dict[str, str]) -> None:
    make_seal(case.unit)
    assert refused(case.ask(**forged)) == "没有找到授权用印的报送、办结或签发，不予用印。"


def test_what_is_not_concluded_is_not_countersigned(case: Case) -> None:
    make_seal(case.unit)
    make_seal(case.office)
    done(case.ask())
    assert refused(case.ask("countersigned")) == "没有找到授权用印的报送、办结或签发，不予用印。"


def test_a_withdrawal_while_it_is_sealed_wins(case: Case) -> None:
    make_seal(case.unit)
    job = case.ask()
    mine = held(job)
    paper = make_sealed(mine)
    case.withdraw()
    with pytest.raises(NotAuthorisedError):
        register_sealed(claim=mine, paper=paper, at=clock.now())
    job.refresh_from_db()
    assert (job.state, Document.objects.count(), Imprint.objects.count()) == ("running", 0, 0)


def test_a_withdrawal_waits_for_a_registration_that_came_first(case: Case) -> None:
    from django.db import transaction

    make_seal(case.unit)
    mine = held(case.ask())
    paper = make_sealed(mine)
    with transaction.atomic():
        register_sealed(claim=mine, paper=paper, at=clock.now())
        assert not withdrawn_without_waiting(case)
    assert withdrawn_without_waiting(case)


def test_a_seal_that_is_revoked_while_it_is_applied_seals_nothing(case: Case) -> None:
    seal = make_seal(case.unit)
    job = case.ask()
    mine = held(job)
    paper = make_sealed(mine)
    revoke_seal(seal)
    with pytest.raises(AwaitsSealError, match="的印章已吊销，请上传新的印章。"):
        register_sealed(claim=mine, paper=paper, at=clock.now())
    assert (Document.objects.count(), Imprint.objects.count()) == (0, 0)


def withdrawn_without_waiting(case: Case) -> bool:
    """Withdraws over another connection, or gives up after a moment."""
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection
    from django.db.utils import OperationalError

    def withdraw() -> bool:
        try:
            with impatient():
                case.withdraw()
        except OperationalError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(withdraw).result()


def test_a_seal_that_is_missing_lets_the_paper_wait_until_it_is_there(case: Case) -> None:
    job = case.ask()
    assert not run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.error_message, job.waits_for) == ("waiting", f"{case.unit.name}还没有上传印章。", case.unit)
    make_seal(case.unit)
    wake(unit_id=case.unit.pk, at=clock.now())
    done(job)


def test_an_expired_seal_lets_the_paper_wait_before_anything_is_printed(case: Case, settings: Settings) -> None:
    make_seal(case.unit, valid_until=NOW)
    job = case.ask()
    assert not run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.error_message) == (
        "waiting",
        f"{case.unit.name}的印章证书已于 2026-10-13 过期，请上传新的印章。",
    )
    assert not list(Path(settings.DOCUMENT_STORE).rglob("*.pdf"))


def test_a_revoked_seal_lets_the_paper_wait(case: Case) -> None:
    revoke_seal(make_seal(case.unit))
    job = case.ask()
    assert not run(job_id=job.pk)
    job.refresh_from_db()
    assert job.error_message == f"{case.unit.name}的印章已吊销，请上传新的印章。"


def test_a_withdrawal_ends_the_waiting(case: Case) -> None:
    job = case.ask()
    run(job_id=job.pk)
    case.withdraw()
    wake(unit_id=case.unit.pk, at=clock.now())
    assert refused(job) == "本版已撤回，不再用印。"


def test_the_second_seal_waits_for_the_first_and_follows_at_once(case: Case) -> None:
    make_seal(case.office)
    case.conclude()
    first, second = case.ask(), case.ask("countersigned")
    assert not run(job_id=second.pk)
    second.refresh_from_db()
    assert (second.state, second.error_message) == ("waiting", "填报单位的印章还没有盖上，盖上后自动加盖地区印章。")
    make_seal(case.unit)
    done(first)
    assert len(done(second).imprints.all()) == 2


def test_a_paper_that_is_reopened_and_concluded_again_keeps_its_documents(case: Case) -> None:
    make_seal(case.unit)
    make_seal(case.office)
    case.conclude()
    first, second = done(case.ask()), done(case.ask("countersigned"))
    case.reopen()
    case.conclude()
    assert (done(case.ask()), done(case.ask("countersigned"))) == (first, second)
    assert Document.objects.count() == 2


def test_a_second_seal_that_was_refused_is_applied_once_the_paper_is_concluded_again(case: Case) -> None:
    make_seal(case.unit)
    make_seal(case.office)
    case.conclude()
    done(case.ask())
    case.reopen()
    refused(case.ask("countersigned"))
    case.conclude()
    assert len(done(case.ask("countersigned")).imprints.all()) == 2


def test_what_our_own_check_does_not_find_genuine_is_not_registered(case: Case) -> None:
    make_seal(case.unit)
    job = case.ask()
    mine = held(job)
    paper = make_sealed(mine)
    tampered = replace(paper, pdf=paper.pdf + b"\n%\n")
    with pytest.raises(SelfCheckError, match="自检没有通过"):
        register_sealed(claim=mine, paper=tampered, at=clock.now())
    assert (Document.objects.count(), Imprint.objects.count(), Check.objects.count()) == (0, 0, 0)


def test_each_unit_seals_with_its_own_seal(case: Case) -> None:
    make_seal(case.office)
    make_seal(case.unit)
    case.conclude()
    done(case.ask())
    imprints = done(case.ask("countersigned")).imprints.all()
    assert [imprint.seal.unit for imprint in imprints] == [case.unit, case.office]
    assert Seal.objects.count() == 2
    assert tuple(imprint.field for imprint in imprints) == FIELDS
