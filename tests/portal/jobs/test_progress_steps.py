"""What a person sees of a job."""

import pytest
from pytest_django import Settings

import portal.settings
from portal.jobs.models import Job
from portal.jobs.progress_steps import seen, steps_of


@pytest.mark.parametrize(
    ("kind", "state", "expected"),
    [
        ("render", "queued", [("已排队", "now"), ("正在生成", "to"), ("可下载", "to")]),
        ("seal", "running", [("已排队", ""), ("正在生成", "now"), ("可下载", "to")]),
        ("countersign", "waiting", [("已排队", ""), ("待签章", "held"), ("可下载", "to")]),
        ("bundle", "done", [("已排队", ""), ("已生成", ""), ("可下载", "")]),
        ("render", "failed", [("已排队", ""), ("未能生成", "failed"), ("可下载", "to")]),
        ("check", "running", [("已排队", ""), ("正在验证", "now"), ("已验证", "to")]),
        ("check_upload", "done", [("已排队", ""), ("正在验证", ""), ("已验证", "")]),
        ("errand", "running", [("已排队", ""), ("在路上", "now"), ("已完成", "to")]),
        ("errand", "failed", [("已排队", ""), ("未能完成", "failed"), ("已完成", "to")]),
        ("letter", "done", [("已排队", ""), ("正在处理", ""), ("已完成", "")]),
    ],
)
def test_three_steps_are_said_in_the_words_of_the_kind(
    settings: Settings, kind: str, state: str, expected: list[tuple[str, str]]
) -> None:
    settings.JOB_KINDS = settings.JOB_KINDS | portal.settings.JOB_KINDS
    assert [(str(step.word), step.mark) for step in steps_of(Job(kind=kind, state=state))] == expected


def test_the_page_is_drawn_anew_when_anything_shown_changes() -> None:
    jobs = [
        Job(state="queued"),
        Job(state="running"),
        Job(state="running", stage="printing", progress_total=3),
        Job(state="running", stage="printing", progress_total=3, progress_done=1),
        Job(state="running", stage="packing", progress_total=3, progress_done=3),
        Job(state="done"),
    ]
    assert len({seen(job) for job in jobs}) == len(jobs)
