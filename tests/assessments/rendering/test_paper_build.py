"""What a job is handed to print: the draft as it stands, or one version as what it was."""

import re
from datetime import timedelta

import pytest

from assessments.models import Filing, Snapshot
from assessments.queries import facts_of
from assessments.rendering.paper import build
from assessments.services.moves import move
from assessments.services.snapshots import digest_of_facts
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, loaded, make_draft, make_submitted


def words(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


@pytest.fixture
def submitted(scene: Scene) -> Filing:
    return make_submitted(scene.obligation, scene.clerk, scene.head)


def test_a_draft_is_printed_as_it_stands(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=2)
    page = build(str(filing.pk), "draft", "")
    assert page.digest == digest_of_facts(facts_of(filing))
    assert "草稿" in words(page.html)
    assert page.filename.endswith("_草稿.pdf")


def test_a_version_is_printed_with_who_sent_it_and_when(scene: Scene, submitted: Filing) -> None:
    snapshot = submitted.snapshots.get()
    page = build(str(submitted.pk), "unsigned", snapshot.digest)
    text = words(page.html)
    assert page.digest == snapshot.digest
    assert "未签章" in text
    assert f"填报单位：{scene.clerk.unit.name}" in text
    assert "2026年10月13日" in text
    assert page.title == f"{scene.clerk.unit.region.name}社保基金支出绩效监控情况表"


def test_a_later_version_leaves_the_earlier_one_as_it_was(scene: Scene, submitted: Filing) -> None:
    later = NOW + timedelta(days=1)
    move(filing=submitted, name="withdraw", actor=scene.head, at=NOW)
    move(filing=loaded(submitted), name="send_to_head", actor=scene.clerk, at=later)
    move(filing=loaded(submitted), name="submit", actor=scene.head, at=later)
    pages = [
        build(str(submitted.pk), "unsigned", snapshot.digest) for snapshot in submitted.snapshots.order_by("version")
    ]
    assert [re.findall(r"2026年10月1\d日", words(page.html)) for page in pages] == [
        ["2026年10月13日"],
        ["2026年10月14日"],
    ]
    assert [page.filename.endswith("_第2版.pdf") for page in pages] == [False, True]


def test_a_version_that_never_was_is_not_made_up(submitted: Filing) -> None:
    with pytest.raises(Snapshot.DoesNotExist):
        build(str(submitted.pk), "unsigned", "0" * 64)
