"""The workflow: every step through one door, by the right person, once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.db.utils import IntegrityError, InternalError

from assessments.domain.funds import Fund
from assessments.domain.workflow import MOVES, State
from assessments.models import Filing, Mark, Move, Snapshot
from assessments.services.errors import MoveRefused
from assessments.services.marks import add_mark, answer_mark
from assessments.services.moves import move
from portal.accounts.models import User
from portal.audit.models import Entry
from portal.jobs.models import Job
from tests.assessments.conftest import Scene
from tests.factories.accounts import HeadFactory, ReviewerFactory
from tests.factories.assessments import NOW, loaded, make_draft, make_obligation, make_ready, make_submitted


def submitted(scene: Scene) -> Filing:
    return make_submitted(scene.obligation, scene.clerk, scene.head)


def taken_up(scene: Scene) -> Filing:
    return move(filing=submitted(scene), name="take_up", actor=scene.reviewer, at=NOW)


def returned(scene: Scene) -> tuple[Filing, Mark]:
    filing = taken_up(scene)
    mark = add_mark(filing=filing, key="goal_progress", reason="请写明人数", author=scene.reviewer, at=NOW)
    due = NOW + timedelta(days=2)
    filing = move(filing=filing, name="return_for_revision", actor=scene.reviewer, at=NOW, answer_due_at=due)
    return filing, Mark.objects.get(pk=mark.pk)


def test_an_unfinished_form_is_not_sent(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=1)
    with pytest.raises(MoveRefused) as refused:
        move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    assert "executed.total" in refused.value.keys
    assert loaded(filing).state == State.DRAFT


def test_an_office_that_does_not_usually_run_the_fund_can_send_what_it_was_given(scene: Scene) -> None:
    obligation = make_obligation(scene.cycle, scene.clerk.unit, Fund.EMPLOYEE_MEDICAL)
    filing = move(filing=make_ready(obligation, scene.clerk), name="send_to_head", actor=scene.clerk, at=NOW)
    assert filing.state == State.PENDING_HEAD


def test_sending_names_the_preparer(scene: Scene) -> None:
    filing = move(filing=make_ready(scene.obligation, scene.clerk), name="send_to_head", actor=scene.clerk, at=NOW)
    assert (filing.state, filing.preparer) == (State.PENDING_HEAD, scene.clerk)


def test_submitting_freezes_the_facts_and_asks_for_the_sealed_paper(scene: Scene) -> None:
    filing = submitted(scene)
    snapshot = Snapshot.objects.get(filing=filing)
    job = Job.objects.get(subject_kind="filing", subject_id=str(filing.pk))
    assert (filing.state, filing.version, filing.received_at) == (State.SUBMITTED, 1, NOW)
    assert (snapshot.version, snapshot.actor) == (1, scene.head)
    assert (job.content_digest, job.variant) == (snapshot.digest, "sealed")


def test_concluding_asks_for_the_seal_of_the_prefecture_once(scene: Scene) -> None:
    filing = move(filing=taken_up(scene), name="score", actor=scene.reviewer, at=NOW)
    filing = move(filing=filing, name="conclude", actor=scene.office_head, at=NOW)
    digest = Snapshot.objects.get(filing=filing).digest
    asked = {("sealed", digest), ("countersigned", digest)}
    assert set(Job.objects.values_list("variant", "content_digest")) == asked
    filing = move(filing=filing, name="reopen", actor=scene.admin, at=NOW, reason="金额有误")
    filing = move(filing=filing, name="score", actor=scene.reviewer, at=NOW)
    move(filing=filing, name="conclude", actor=scene.office_head, at=NOW)
    assert set(Job.objects.values_list("variant", "content_digest")) == asked
    assert Job.objects.count() == 2


def test_the_preparer_never_submits(scene: Scene) -> None:
    filing = move(filing=make_ready(scene.obligation, scene.clerk), name="send_to_head", actor=scene.clerk, at=NOW)
    both = scene.clerk
    both.roles = [*both.roles, "head"]
    both.save()
    with pytest.raises(MoveRefused):
        move(filing=filing, name="submit", actor=both, at=NOW)


def test_the_head_of_another_unit_cannot_submit(scene: Scene) -> None:
    filing = move(filing=make_ready(scene.obligation, scene.clerk), name="send_to_head", actor=scene.clerk, at=NOW)
    with pytest.raises(MoveRefused):
        move(filing=filing, name="submit", actor=HeadFactory.create(), at=NOW)


def test_the_reviewer_of_another_prefecture_cannot_take_up(scene: Scene) -> None:
    filing = submitted(scene)
    with pytest.raises(MoveRefused):
        move(filing=filing, name="take_up", actor=ReviewerFactory.create(), at=NOW)


def test_handing_back_needs_a_reason(scene: Scene) -> None:
    filing = move(filing=make_ready(scene.obligation, scene.clerk), name="send_to_head", actor=scene.clerk, at=NOW)
    with pytest.raises(MoveRefused):
        move(filing=filing, name="hand_back", actor=scene.head, at=NOW, reason=" ")
    filing = move(filing=filing, name="hand_back", actor=scene.head, at=NOW, reason="金额不对")
    assert (filing.state, filing.preparer) == (State.DRAFT, None)


def test_withdrawing_takes_the_reception_back_and_keeps_the_version(scene: Scene) -> None:
    filing = move(filing=submitted(scene), name="withdraw", actor=scene.head, at=NOW)
    assert (filing.state, filing.received_at, filing.version) == (State.DRAFT, None, 1)
    assert Snapshot.objects.filter(filing=filing).count() == 1


def test_nothing_is_withdrawn_once_it_was_taken_up(scene: Scene) -> None:
    filing = taken_up(scene)
    with pytest.raises(MoveRefused):
        move(filing=filing, name="withdraw", actor=scene.head, at=NOW)


def test_a_return_needs_a_mark(scene: Scene) -> None:
    with pytest.raises(MoveRefused):
        move(
            filing=taken_up(scene),
            name="return_for_revision",
            actor=scene.reviewer,
            at=NOW,
            answer_due_at=NOW + timedelta(days=2),
        )


def test_a_return_sends_the_marks_and_sets_the_answer_date(scene: Scene) -> None:
    filing, mark = returned(scene)
    assert (filing.state, filing.answer_due_at, mark.sent_at) == (State.RETURNED, NOW + timedelta(days=2), NOW)


def test_every_mark_is_answered_before_it_is_sent_again(scene: Scene) -> None:
    filing, mark = returned(scene)
    with pytest.raises(MoveRefused):
        move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    answer_mark(mark=mark, kind="corrected", text="", actor=scene.clerk, at=NOW)
    filing = move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    assert filing.state == State.PENDING_HEAD


def test_a_returned_filing_goes_back_to_returned_not_to_draft(scene: Scene) -> None:
    filing, mark = returned(scene)
    answer_mark(mark=mark, kind="explained", text="人数见附表", actor=scene.clerk, at=NOW)
    filing = move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    filing = move(filing=filing, name="recall", actor=scene.clerk, at=NOW)
    assert filing.state == State.RETURNED


def test_sending_again_makes_the_second_version(scene: Scene) -> None:
    filing, mark = returned(scene)
    answer_mark(mark=mark, kind="corrected", text="", actor=scene.clerk, at=NOW)
    filing = move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    filing = move(filing=filing, name="submit", actor=scene.head, at=NOW)
    assert list(Snapshot.objects.filter(filing=filing).values_list("version", flat=True)) == [1, 2]


def test_every_step_leaves_a_row_and_a_line_in_the_record(scene: Scene) -> None:
    filing = submitted(scene)
    steps = Move.objects.filter(filing=filing).values_list("name", "source", "target", "actor_id")
    assert list(steps) == [
        ("send_to_head", "draft", "pending_head", scene.clerk.pk),
        ("submit", "pending_head", "submitted", scene.head.pk),
    ]
    verbs = Entry.objects.filter(subject_kind="filing").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["start", "send_to_head", "submit"]


@pytest.mark.parametrize("name", sorted(name for name, rule in MOVES.items() if State.DRAFT not in rule.sources))
def test_no_step_begins_in_a_foreign_state(scene: Scene, name: str) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    for person in (scene.clerk, scene.head, scene.reviewer, scene.office_head, scene.admin):
        with pytest.raises(MoveRefused):
            move(filing=filing, name=name, actor=person, at=NOW, reason="因为", answer_due_at=NOW + timedelta(days=1))


@pytest.mark.django_db(transaction=True)
def test_twenty_clicks_make_one_submission(scene: Scene) -> None:
    filing = move(filing=make_ready(scene.obligation, scene.clerk), name="send_to_head", actor=scene.clerk, at=NOW)

    def click(_number: int) -> bool:
        try:
            move(filing=filing, name="submit", actor=User.objects.get(pk=scene.head.pk), at=NOW)
        except MoveRefused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(click, range(20))) == 1
    assert Snapshot.objects.filter(filing=filing).count() == 1
    assert Job.objects.filter(subject_kind="filing").count() == 1


@pytest.mark.parametrize("rows", [Snapshot, Move])
def test_what_happened_cannot_be_changed(scene: Scene, rows: type[Snapshot] | type[Move]) -> None:
    submitted(scene)
    with pytest.raises((InternalError, IntegrityError), match="inserts only"):
        rows.objects.update(at=NOW)


def test_what_cannot_be_printed_is_not_sent(scene: Scene) -> None:
    filing = make_ready(scene.obligation, scene.clerk)
    filing.squares.filter(key="goal_expected").update(raw="及时发放\ue003")
    with pytest.raises(MoveRefused) as refused:
        move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    assert refused.value.keys == ("goal_expected",)
