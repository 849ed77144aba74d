"""The kinds of work that the settings register, and how long their jobs may take."""

import pytest
from django.utils.module_loading import import_string

from portal import settings
from portal.jobs.kinds import JobKind

KINDS: dict[str, JobKind] = {name: import_string(where) for name, where in settings.JOB_KINDS.items()}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_kind_of_work_has_somebody_who_does_it(kind: JobKind) -> None:
    assert callable(import_string(kind.runner))


def test_every_kind_may_be_taken_up_again_where_a_worker_was_lost() -> None:
    assert {kind.attempts for kind in KINDS.values()} == {3}


def test_a_heartbeat_falls_well_within_the_lease() -> None:
    assert settings.JOB_HEARTBEAT * 2 < settings.JOB_LEASE


def test_a_message_is_not_delivered_twice_while_its_job_runs() -> None:
    longest = max(kind.time_limit for kind in KINDS.values()).total_seconds()
    assert settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"] > longest + 15
