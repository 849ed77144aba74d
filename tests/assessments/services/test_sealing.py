"""The acts behind a filing's seals, and how each of its versions stands."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.db.utils import OperationalError
from pytest_django import DjangoAssertNumQueries

import assessments
from assessments.domain.exchange import read_file_text
from assessments.models import Filing, Snapshot
from assessments.queries import facts_of
from assessments.services.imports import load_filing
from assessments.services.marks import add_mark, answer_mark
from assessments.services.moves import move
from assessments.services.sealing import acts_behind, standings_of
from assessments.services.snapshots import digest_of_facts
from portal.accounts.models import User
from portal.documents.papers.seal_acts import SealAct
from portal.documents.papers.version_status import Standing
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, loaded, make_ready, make_submitted
from tests.impatience import impatient

PUBLISHED = Path(assessments.__file__).parent / "demo" / "filings" / "tashkurgan-2020-09-monitoring.json"
LATER = NOW + timedelta(hours=1)


def submitted(scene: Scene) -> Filing:
    return make_submitted(scene.obligation, scene.clerk, scene.head)


def step(filing: Filing, name: str, actor: User, **more: object) -> Filing:
    return move(filing=filing, name=name, actor=actor, at=LATER, **more)  # type: ignore[arg-type]


def concluded(scene: Scene, filing: Filing) -> Filing:
    filing = step(filing, "take_up", scene.reviewer)
    return step(step(filing, "score", scene.reviewer), "conclude", scene.office_head)


def returned(scene: Scene, filing: Filing) -> Filing:
    filing = step(filing, "take_up", scene.reviewer)
    add_mark(filing=filing, key="goal_progress", reason="请写明人数", author=scene.reviewer, at=LATER)
    return step(filing, "return_for_revision", scene.reviewer, answer_due_at=LATER + timedelta(days=2))


def submitted_again(scene: Scene, filing: Filing) -> Filing:
    for mark in filing.marks.all():
        answer_mark(mark=mark, kind="explained", text="人数见附件。", actor=scene.clerk, at=LATER)
    return step(step(loaded(filing), "send_to_head", scene.clerk), "submit", scene.head)


def digest(filing: Filing, version: int = 1) -> str:
    return Snapshot.objects.get(filing=filing, version=version).digest


def fields(filing: Filing, version: int = 1) -> list[str]:
    return [act.field for act in acts_behind(str(filing.pk), digest(filing, version))]


def standing(filing: Filing, version: int = 1) -> Standing:
    return standings_of(str(filing.pk))[digest(filing, version)]


def state(filing: Filing, version: int = 1) -> tuple[str, int]:
    found = standing(filing, version)
    return found.state, found.latest


def test_a_submission_seals_with_the_seal_of_the_unit(scene: Scene) -> None:
    filing = submitted(scene)
    head, unit = scene.head, scene.obligation.unit
    assert acts_behind(str(filing.pk), digest(filing)) == (SealAct("UnitSeal", unit.pk, "submit", head.full_name, NOW),)


def test_a_conclusion_adds_the_seal_of_the_prefecture(scene: Scene) -> None:
    filing = concluded(scene, submitted(scene))
    assert acts_behind(str(filing.pk), digest(filing)) == (
        SealAct("UnitSeal", scene.obligation.unit_id, "submit", scene.head.full_name, NOW),
        SealAct("PrefectureSeal", scene.office_head.unit_id, "conclude", scene.office_head.full_name, LATER),
    )


def test_a_scored_filing_has_no_seal_of_the_prefecture(scene: Scene) -> None:
    filing = step(step(submitted(scene), "take_up", scene.reviewer), "score", scene.reviewer)
    assert fields(filing) == ["UnitSeal"]


def test_nothing_stands_behind_a_draft(scene: Scene) -> None:
    filing = make_ready(scene.obligation, scene.clerk)
    assert acts_behind(str(filing.pk), digest_of_facts(facts_of(filing))) == ()
    assert standings_of(str(filing.pk)) == {}


@pytest.mark.parametrize("subject_id", ["", "no-number", "2000000011", "99999999999999999999"])
def test_nothing_stands_behind_what_is_not_there(scene: Scene, subject_id: str) -> None:
    known = digest(submitted(scene))
    assert (acts_behind(subject_id, known), standings_of(subject_id)) == ((), {})


def test_nothing_stands_behind_another_filings_content(scene: Scene) -> None:
    assert acts_behind(str(submitted(scene).pk), "a" * 64) == ()


def test_a_withdrawn_version_loses_its_act(scene: Scene) -> None:
    filing = step(submitted(scene), "withdraw", scene.head)
    assert fields(filing) == []
    assert state(filing) == ("withdrawn", 1)


def test_a_version_sent_after_a_withdrawal_has_its_own_act(scene: Scene) -> None:
    filing = submitted_again(scene, step(submitted(scene), "withdraw", scene.head))
    assert (fields(filing, 1), fields(filing, 2)) == ([], ["UnitSeal"])
    assert (state(filing, 1), state(filing, 2)) == (("withdrawn", 2), ("current", 2))


def test_a_returned_version_is_returned_until_there_is_a_new_one(scene: Scene) -> None:
    filing = returned(scene, submitted(scene))
    assert (fields(filing), state(filing)) == (["UnitSeal"], ("returned", 1))
    filing = submitted_again(scene, filing)
    assert (fields(filing, 1), state(filing, 1)) == (["UnitSeal"], ("superseded", 2))
    assert (fields(filing, 2), state(filing, 2)) == (["UnitSeal"], ("current", 2))


def test_withdrawing_the_new_version_leaves_the_one_before_returned(scene: Scene) -> None:
    filing = step(submitted_again(scene, returned(scene, submitted(scene))), "withdraw", scene.head)
    assert (state(filing, 1), state(filing, 2)) == (("returned", 1), ("withdrawn", 1))


def test_a_reopened_filing_loses_the_prefectures_act_until_it_is_concluded_again(scene: Scene) -> None:
    filing = step(concluded(scene, submitted(scene)), "reopen", scene.admin, reason="金额有误")
    assert (fields(filing), state(filing)) == (["UnitSeal"], ("reopened", 1))
    filing = step(step(filing, "score", scene.reviewer), "conclude", scene.office_head)
    assert (fields(filing), state(filing)) == (["UnitSeal", "PrefectureSeal"], ("current", 1))


def test_a_standing_says_what_the_paper_is(scene: Scene) -> None:
    filing = submitted(scene)
    owed = scene.obligation
    assert standing(filing) == Standing(
        paper="监控情况表",
        unit=owed.unit.name,
        region=owed.unit.region.name,
        about=f"{owed.fund_name}　2026年1–9月绩效监控",
        version=1,
        state="current",
        latest=1,
        submitted_at=NOW,
        seals=("UnitSeal", "PrefectureSeal"),
        unit_now=owed.unit.name,
    )


def test_a_standing_says_when_the_version_was_scored(scene: Scene) -> None:
    assert standing(concluded(scene, submitted(scene))).judged_at == LATER


def test_every_version_is_read_in_a_constant_number_of_queries(
    scene: Scene, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    filing = submitted(scene)
    with django_assert_num_queries(2):
        assert len(standings_of(str(filing.pk))) == 1
    for _ in range(2):
        filing = submitted_again(scene, step(filing, "withdraw", scene.head))
    with django_assert_num_queries(2):
        assert len(standings_of(str(filing.pk))) == 3


def test_an_import_has_a_standing_and_no_act(scene: Scene) -> None:
    (facts, *_others) = read_file_text(PUBLISHED.read_bytes()).filings
    filing = load_filing(facts=facts, source="公开文件", at=NOW).filing
    assert fields(filing) == []
    found = standing(filing)
    assert (found.state, found.submitted_at, found.seals) == ("current", None, ())


@pytest.mark.django_db(transaction=True)
def test_no_step_comes_between_the_answer_and_the_end_of_its_transaction(scene: Scene) -> None:
    from concurrent.futures import ThreadPoolExecutor

    filing = submitted(scene)

    def withdraw_without_waiting() -> str:
        try:
            with impatient():
                step(filing, "withdraw", scene.head)
        except OperationalError:
            return "refused"
        finally:
            connection.close()
        return "withdrawn"

    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            assert fields(filing) == ["UnitSeal"]
            assert threads.submit(withdraw_without_waiting).result() == "refused"
        assert threads.submit(withdraw_without_waiting).result() == "withdrawn"
