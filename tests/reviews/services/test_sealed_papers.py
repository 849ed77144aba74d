"""From the acts of people to sealed papers: a filing with two seals, a review sheet with one, each found genuine."""

from pathlib import Path

import pytest
from pytest_django import Settings

from assessments.services.moves import move
from portal.documents.models import Document
from portal.jobs.models import Job
from portal.jobs.services.run import run
from reviews.services.review_sheets import send_for_signature, sign
from reviews.services.reviews import reopen
from tests.factories.assessments import NOW
from tests.factories.reviews import Court
from tests.factories.seals import make_seal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def court(settings: Settings, tmp_path: Path) -> Court:
    """A prefecture and a county, both with seals."""
    settings.DOCUMENT_STORE = tmp_path / "store"
    court = Court()
    make_seal(court.bureau)
    make_seal(court.office_head.unit)
    return court


def work() -> None:
    """Does what there is to do, as a worker would."""
    for variant in ("sealed", "countersigned"):
        for job in Job.objects.filter(variant=variant):
            run(job_id=job.pk)


def registered() -> set[tuple[str, str, tuple[str, ...], str]]:
    """What is registered: of what, how far, sealed by which acts, and with which verdict."""
    return {
        (
            document.subject_kind,
            document.variant,
            tuple(document.imprints.values_list("act", flat=True)),
            document.checks.get().verdict,
        )
        for document in Document.objects.all()
    }


def test_a_submission_is_sealed_by_the_unit(court: Court) -> None:
    court.submitted()
    work()
    assert registered() == {("filing", "sealed", ("submit",), "genuine")}


def test_a_signature_seals_the_sheet_and_its_filings(court: Court) -> None:
    court.scored()
    sheet = send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW)
    sign(sheet=sheet, actor=court.office_head, at=NOW)
    work()
    assert registered() == {
        ("filing", "sealed", ("submit",), "genuine"),
        ("filing", "countersigned", ("submit", "conclude"), "genuine"),
        ("review_sheet", "sealed", ("sign",), "genuine"),
    }


def test_a_withdrawn_filing_is_sealed_by_nobody(court: Court) -> None:
    move(filing=court.submitted(), name="withdraw", actor=court.head, at=NOW)
    work()
    assert registered() == set()
    assert Job.objects.get().error_message == "本版已撤回，不再用印。"


def test_what_is_reopened_before_it_is_sealed_keeps_the_seal_of_the_unit_alone(court: Court) -> None:
    filing = court.scored()
    sheet = send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW)
    sign(sheet=sheet, actor=court.office_head, at=NOW)
    reopen(filing=filing, reason="金额有误", actor=court.admin, at=NOW)
    work()
    assert registered() == {("filing", "sealed", ("submit",), "genuine")}
    refused = {job.subject_kind: job.error_message for job in Job.objects.filter(state="failed")}
    assert refused == {
        "filing": "本表已重新办理，办结后再加盖地区印章。",
        "review_sheet": "本表已重新办理，办结后再加盖地区印章。",
    }
