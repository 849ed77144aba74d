"""What a person sees of a job."""

import pytest

from portal.documents.models import Job
from portal.documents.steps import seen, steps_of


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("queued", [("已排队", "now"), ("正在生成", "to"), ("可下载", "to")]),
        ("running", [("已排队", ""), ("正在生成", "now"), ("可下载", "to")]),
        ("waiting", [("已排队", ""), ("待签章", "held"), ("可下载", "to")]),
        ("done", [("已排队", ""), ("已生成", ""), ("可下载", "")]),
        ("failed", [("已排队", ""), ("未能生成", "failed"), ("可下载", "to")]),
    ],
)
def test_three_steps_lead_to_the_download(state: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(step.word), step.mark) for step in steps_of(Job(state=state))] == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("running", [("已排队", ""), ("正在验证", "now"), ("已验证", "to")]),
        ("done", [("已排队", ""), ("正在验证", ""), ("已验证", "")]),
    ],
)
def test_a_check_leads_to_a_verdict(state: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(step.word), step.mark) for step in steps_of(Job(kind="check", state=state))] == expected


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
