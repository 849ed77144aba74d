"""A version that was sent again and taken back stays with its unit, although the prefecture reads the paper."""

import pytest
from django.http import Http404

from assessments.models import Filing
from portal.accounts.models import User
from portal.documents import queries
from portal.jobs.models import Job
from tests.factories.reviews import Court


@pytest.fixture
def taken_back(court: Court) -> Filing:
    """A filing whose first version was received and returned, and whose second one was withdrawn."""
    return court.taken_back()


def versions_seen(user: User, filing: Filing) -> list[int]:
    jobs = queries.jobs_of(user, subject_kind="filing", subject_id=str(filing.pk))
    numbers = dict(filing.snapshots.values_list("digest", "version"))
    return sorted(numbers[job.content_digest] for job in jobs)


def test_the_unit_sees_both_versions_the_prefecture_the_one_it_received(court: Court, taken_back: Filing) -> None:
    seen = {user.pk: versions_seen(user, taken_back) for user in (court.head, court.reviewer, court.admin)}
    assert seen == {court.head.pk: [1, 2], court.reviewer.pk: [1], court.admin.pk: [1]}


def test_its_job_is_not_there_for_the_prefecture(court: Court, taken_back: Filing) -> None:
    job = Job.objects.get(content_digest=taken_back.snapshots.get(version=2).digest)
    assert queries.job_for(court.head, job.pk) == job
    with pytest.raises(Http404):
        queries.job_for(court.reviewer, job.pk)
