"""One run of one job."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from pytest_django import Settings

from portal import clock
from portal.jobs.services.claims import claim
from portal.jobs.services.run import run
from tests.portal.jobs import errands
from tests.portal.jobs.conftest import Ask

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_run_does_the_work_once(ask: Ask) -> None:
    job = ask()
    assert [run(job_id=job.pk) for _ in range(3)] == [True, False, False]
    job.refresh_from_db()
    assert (job.state, job.attempts, job.stage, job.progress_done, job.progress_total) == ("done", 1, "", 1, 1)


def test_a_job_in_other_hands_is_left_to_them(ask: Ask) -> None:
    job = ask()
    claim(job_id=job.pk, at=clock.now())
    assert not run(job_id=job.pk)


@pytest.mark.parametrize(
    ("errand", "message"),
    [
        ("refused-1", "没有路：䶮"),
        ("broken-1", "生成时出现系统错误，已记录。请重试；若仍未成功，请联系系统管理员。"),
        ("fatal-1", "生成时出现系统错误，已记录。请重试；若仍未成功，请联系系统管理员。"),
    ],
)
def test_a_run_that_fails_says_why(ask: Ask, errand: str, message: str) -> None:
    job = ask(errand)
    assert not run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.error_message) == ("failed", message)
    assert job.error_detail.startswith("Traceback")


def test_work_that_finds_what_it_needs_away_is_put_off_however_often(ask: Ask) -> None:
    job = ask("away-1")
    for _ in range(5):
        assert not run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts, job.error_message) == ("queued", 0, "路断了。")


@pytest.mark.parametrize("interruption", [SystemExit, OperationalError])
def test_an_interrupted_run_leaves_the_job_to_the_next(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, interruption: type[BaseException]
) -> None:
    job = ask("broken-1")
    monkeypatch.setitem(errands.ENDINGS, "broken", interruption)
    with pytest.raises(interruption):
        run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("queued", 1)
    monkeypatch.delitem(errands.ENDINGS, "broken")
    assert run(job_id=job.pk)


def test_the_heartbeat_keeps_a_slow_job(ask: Ask, settings: Settings) -> None:
    settings.JOB_LEASE, settings.JOB_HEARTBEAT = timedelta(seconds=0.6), timedelta(seconds=0.1)
    job = ask("slow-1.5-1")
    assert run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.attempts, job.state) == (1, "done")
