"""A sign job forged straight into the broker, or even into the table of jobs, seals nothing: the signer asks the rows.

Real filings, a real broker and real workers, which get whatever message anybody pushes.
"""

from uuid import uuid4

import pytest

from assessments.domain.funds import Fund
from assessments.models import Filing, Snapshot
from assessments.queries import facts_of
from assessments.services.moves import move
from assessments.services.snapshots import digest_of_facts
from portal import clock
from portal.documents.making.paper_requests import request_paper
from portal.documents.models import Document, Imprint
from portal.jobs.models import Job
from portal.jobs.services.nudge import push
from tests.factories.assessments import make_obligation, make_ready
from tests.factories.reviews import Court
from tests.factories.seals import make_authority
from tests.portal.jobs.workers import Yard, until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]


def forged(filing: Filing, digest: str, variant: str = "sealed") -> Job:
    """A row that no act of a person has asked for."""
    return request_paper(
        subject_kind="filing",
        subject_id=str(filing.pk),
        digest=digest,
        variant=variant,
        actor=None,
        at=clock.now(),
    )


def digest(filing: Filing) -> str:
    return Snapshot.objects.filter(filing=filing).latest("version").digest


def job_of(filing: Filing) -> Job:
    return Job.objects.get(subject_id=str(filing.pk), variant="sealed")


def outcome(job: Job) -> tuple[str, str]:
    until(lambda: Job.objects.get(pk=job.pk).over, f"{job} is over")
    job.refresh_from_db()
    return job.state, job.error_message


def test_forged_sign_jobs_do_nothing(staffed: Yard) -> None:
    make_authority()
    court = Court()
    withdrawn = court.submitted(Fund.GOV_PENSION)
    move(filing=withdrawn, name="withdraw", actor=court.head, at=clock.now())
    draft = make_ready(make_obligation(court.cycle, court.bureau, Fund.RESIDENT_PENSION), court.clerk)
    submitted = court.submitted(Fund.UNEMPLOYMENT)
    push(uuid4(), "seal", "interactive")
    push(job_of(withdrawn).pk, "seal", "interactive")
    of_a_draft = forged(draft, digest_of_facts(facts_of(draft)))
    of_a_submission = forged(submitted, digest(submitted), "countersigned")
    of_other_content = forged(submitted, "f" * 64)
    nothing = "没有找到授权用印的报送、办结或签发，不予用印。"
    assert outcome(job_of(withdrawn)) == ("failed", "本版已撤回，不再用印。")
    assert outcome(of_a_draft) == ("failed", nothing)
    assert outcome(of_a_submission) == ("failed", nothing)
    assert outcome(of_other_content) == ("failed", nothing)
    rightful = Job.objects.get(subject_id=str(submitted.pk), variant="sealed", content_digest=digest(submitted))
    assert outcome(rightful) == ("done", "")
    for _ in range(5):
        push(rightful.pk, "seal", "interactive")
    last = forged(draft, "e" * 64)
    assert outcome(last) == ("failed", nothing)
    staffed.rest()
    assert [(document.subject_id, document.variant) for document in Document.objects.all()] == [
        (str(submitted.pk), "sealed")
    ]
    assert Imprint.objects.count() == 1
