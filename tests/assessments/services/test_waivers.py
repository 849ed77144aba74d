"""豁免: who asks, who decides, what a waiver does to a filing, and that each is decided once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from assessments.domain.consistency import check
from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Cycle, Filing, Snapshot, Waiver
from assessments.queries import facts_of
from assessments.services.answered_findings import GrantedWaiver
from assessments.services.cycles import assign
from assessments.services.errors import MoveRefused, Refused
from assessments.services.moves import move
from assessments.services.snapshot_findings import findings_of
from assessments.services.waivable import rules_in_the_way, waivable_rules
from assessments.services.waivers import LONGEST, ask, grant, grant_unasked, refuse, revoke, usual_last_day
from portal import clock
from portal.accounts.models import User
from portal.audit.models import Entry
from tests.assessments.conftest import Scene
from tests.factories.accounts import ClerkFactory, OfficeHeadFactory
from tests.factories.assessments import NOW, loaded, make_obligation, make_ready
from tests.factories.waivers import WHY, make_faulty, make_request, make_waiver, run_out, today


def asked(scene: Scene) -> Waiver:
    return make_request(scene.obligation, scene.clerk)


def granted(scene: Scene, days: int = 30) -> Waiver:
    until = today() + timedelta(days=days)
    return grant(waiver=asked(scene), reason=WHY, until=until, actor=scene.office_head, at=clock.now())


def sent(filing: Filing, scene: Scene) -> str:
    """The state after the clerk tried to send the filing."""
    try:
        return move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW).state
    except MoveRefused:
        return loaded(filing).state


def state_of(waiver: Waiver) -> str:
    return Waiver.objects.get(pk=waiver.pk).state


def lines() -> list[tuple[str, str, str]]:
    """What the record says of waivers: verb, actor, region."""
    entries = Entry.objects.filter(subject_kind="waiver").order_by("id")
    return [(entry.verb, str(entry.actor or ""), entry.region_code) for entry in entries]


def test_an_error_blocks_until_its_rule_is_waived(scene: Scene) -> None:
    filing = make_faulty(scene.obligation, scene.clerk)
    assert rules_in_the_way(filing) == {"V07": 1}
    assert sent(filing, scene) == State.DRAFT
    make_request(scene.obligation, scene.clerk)
    assert sent(filing, scene) == State.DRAFT
    grant(waiver=Waiver.objects.get(), reason=WHY, until=today(), actor=scene.office_head, at=clock.now())
    assert sent(filing, scene) == State.PENDING_HEAD
    assert move(filing=filing, name="submit", actor=scene.head, at=NOW).state == State.SUBMITTED


def test_the_snapshot_keeps_the_waiver(scene: Scene) -> None:
    waiver = granted(scene)
    filing = Filing.objects.get()
    move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    move(filing=filing, name="submit", actor=scene.head, at=NOW)
    revoke(waiver=waiver, reason=WHY, actor=scene.office_head, at=clock.now())
    snapshot = Snapshot.objects.get(filing=filing)
    until, approver = today() + timedelta(days=30), str(scene.office_head)
    kept = {"reason": WHY, "approver": approver, "until": until.isoformat()}
    assert [item.get("waiver") for item in snapshot.findings if item["rule"] == "V07"] == [kept]
    assert [item.waivers for item in findings_of(snapshot) if item.rule == "V07"] == [
        (GrantedWaiver("V07", WHY, approver, until),)
    ]


def test_the_head_cannot_submit_once_the_waiver_is_revoked(scene: Scene) -> None:
    waiver = granted(scene)
    filing = move(filing=Filing.objects.get(), name="send_to_head", actor=scene.clerk, at=NOW)
    revoke(waiver=waiver, reason=WHY, actor=scene.office_head, at=clock.now())
    with pytest.raises(MoveRefused):
        move(filing=filing, name="submit", actor=scene.head, at=NOW)


def test_a_waiver_that_ran_out_blocks_again(scene: Scene) -> None:
    run_out(granted(scene))
    assert sent(Filing.objects.get(), scene) == State.DRAFT


def test_a_waiver_holds_for_its_own_paper_only(scene: Scene) -> None:
    granted(scene)
    other = make_faulty(make_obligation(scene.cycle, scene.clerk.unit, Fund.RESIDENT_PENSION), scene.clerk)
    assert (sent(Filing.objects.exclude(pk=other.pk).get(), scene), sent(other, scene)) == ("pending_head", "draft")


def test_the_head_asks_too(scene: Scene) -> None:
    filing = move(filing=make_ready(scene.obligation, scene.clerk), name="send_to_head", actor=scene.clerk, at=NOW)
    row = filing.list_rows.get(squares__level3="待遇首次发放成功率")
    row.squares["actual"] = "≥95%"
    row.save()
    waiver = ask(filing=loaded(filing), rule="V07", reason=WHY, actor=scene.head, at=NOW)
    assert (waiver.asked_by, waiver.asked_at, waiver.asked_reason) == (scene.head, NOW, WHY)


@pytest.mark.parametrize("reason", ["无", "同上。", "……", " ", "x" * 501])
def test_words_that_say_nothing_are_refused(scene: Scene, reason: str) -> None:
    filing = make_faulty(scene.obligation, scene.clerk)
    with pytest.raises(Refused):
        ask(filing=filing, rule="V07", reason=reason, actor=scene.clerk, at=NOW)
    waiver = asked(scene)
    for decide in (refuse, revoke):
        with pytest.raises(Refused):
            decide(waiver=waiver, reason=reason, actor=scene.office_head, at=clock.now())
    with pytest.raises(Refused):
        grant(waiver=waiver, reason=reason, until=today(), actor=scene.office_head, at=clock.now())
    assert state_of(waiver) == "asked"


@pytest.mark.parametrize("rule", ["V00", "V10", "V99", ""])
def test_only_rules_that_stand_in_the_way_are_asked_for(scene: Scene, rule: str) -> None:
    filing = make_faulty(scene.obligation, scene.clerk)
    with pytest.raises(Refused):
        ask(filing=filing, rule=rule, reason=WHY, actor=scene.clerk, at=NOW)


def test_figures_that_nobody_can_read_are_not_waived(scene: Scene) -> None:
    filing = make_ready(scene.obligation, scene.clerk)
    filing.squares.filter(key="received.total").update(raw="1,23,4")
    assert {item.rule for item in check(facts_of(loaded(filing)))} >= {"V00"}
    assert "V00" not in rules_in_the_way(loaded(filing))
    with pytest.raises(Refused):
        make_waiver(scene.obligation, scene.office_head, "V00")


def test_asking_again_is_refused_while_one_is_open_or_in_force(scene: Scene) -> None:
    waiver = asked(scene)
    with pytest.raises(Refused, match="正在等地区财政局批复"):
        make_request(scene.obligation, scene.clerk)
    grant(waiver=waiver, reason=WHY, until=today(), actor=scene.office_head, at=clock.now())
    with pytest.raises(Refused, match="已经豁免"):
        make_request(scene.obligation, scene.clerk)
    with pytest.raises(Refused, match="已经豁免"):
        make_waiver(scene.obligation, scene.office_head)


@pytest.mark.parametrize("end", ["refused", "revoked", "run out"])
def test_after_the_end_it_is_asked_for_and_granted_anew(scene: Scene, end: str) -> None:
    if end == "refused":
        refuse(waiver=asked(scene), reason=WHY, actor=scene.office_head, at=clock.now())
    elif end == "revoked":
        revoke(waiver=granted(scene), reason=WHY, actor=scene.office_head, at=clock.now())
    else:
        run_out(granted(scene))
    again = make_request(scene.obligation, scene.clerk)
    grant(waiver=again, reason=WHY, until=today(), actor=scene.office_head, at=clock.now())
    states = {"refused": "refused", "revoked": "revoked", "run out": "expired"}
    assert list(Waiver.objects.order_by("id").values_list("state", flat=True)) == [states[end], "granted"]
    assert sent(Filing.objects.get(), scene) == State.PENDING_HEAD


def test_people_of_other_places_neither_ask_nor_decide(scene: Scene) -> None:
    filing = make_faulty(scene.obligation, scene.clerk)
    waiver = asked(scene)
    for stranger in (ClerkFactory.create(), scene.reviewer, scene.admin, scene.office_head):
        with pytest.raises(Refused):
            ask(filing=filing, rule="V07", reason=WHY, actor=stranger, at=NOW)
    for stranger in (OfficeHeadFactory.create(), scene.reviewer, scene.admin, scene.clerk, scene.head):
        with pytest.raises(Refused):
            grant(waiver=waiver, reason=WHY, until=today(), actor=stranger, at=clock.now())
        with pytest.raises(Refused):
            refuse(waiver=waiver, reason=WHY, actor=stranger, at=clock.now())
        with pytest.raises(Refused):
            make_waiver(scene.obligation, stranger, "V10")
    assert state_of(waiver) == "asked"


def test_nothing_is_asked_for_a_filing_that_is_not_with_the_unit(scene: Scene) -> None:
    granted(scene)
    filing = move(filing=Filing.objects.get(), name="send_to_head", actor=scene.clerk, at=NOW)
    filing = move(filing=filing, name="submit", actor=scene.head, at=NOW)
    with pytest.raises(Refused):
        ask(filing=filing, rule="V07", reason=WHY, actor=scene.clerk, at=NOW)


@pytest.mark.parametrize("which", ["imported", "historical"])
def test_imports_need_no_waiver(scene: Scene, which: str) -> None:
    filing = make_faulty(scene.obligation, scene.clerk)
    if which == "imported":
        Filing.objects.update(imported=True)
    else:
        Cycle.objects.update(historical=True)
    with pytest.raises(Refused):
        ask(filing=loaded(filing), rule="V07", reason=WHY, actor=scene.clerk, at=NOW)
    with pytest.raises(Refused):
        make_waiver(scene.obligation, scene.office_head)


@pytest.mark.parametrize(("days", "accepted"), [(-1, False), (0, True), (365, True), (366, False)])
def test_a_waiver_ends_between_today_and_a_year_from_now(scene: Scene, days: int, accepted: bool) -> None:
    if accepted:
        assert make_waiver(scene.obligation, scene.office_head, days=days).expires_on == today() + timedelta(days=days)
    else:
        with pytest.raises(Refused, match="最长一年"):
            make_waiver(scene.obligation, scene.office_head, days=days)


def test_the_proposed_day_is_the_later_of_thirty_days_and_the_due_day_within_a_year(scene: Scene) -> None:
    day = NOW.date()
    owed = scene.obligation
    proposed = []
    for due in (NOW, NOW + timedelta(days=90), NOW + timedelta(days=900)):
        owed.extended_to = due
        proposed.append(usual_last_day(owed, NOW) - day)
    assert proposed == [timedelta(days=30), timedelta(days=90), LONGEST]


def test_a_rule_that_the_cycle_is_not_held_to_is_not_waived(scene: Scene) -> None:
    Cycle.objects.update(rule_set="2026-1")
    scene.cycle.refresh_from_db()
    assert ("V16" in waivable_rules(scene.cycle), "V07" in waivable_rules(scene.cycle)) == (False, True)
    with pytest.raises(Refused):
        make_waiver(scene.obligation, scene.office_head, "V16")


def test_a_request_is_answered_not_passed_over(scene: Scene) -> None:
    asked(scene)
    with pytest.raises(Refused, match="请在申请上批复"):
        make_waiver(scene.obligation, scene.office_head)


def test_a_concluded_paper_is_waived_nothing(scene: Scene) -> None:
    make_ready(scene.obligation, scene.clerk)
    Filing.objects.update(state=State.CONCLUDED)
    with pytest.raises(Refused, match="已办结"):
        make_waiver(scene.obligation, scene.office_head)


def test_what_was_decided_is_not_decided_again(scene: Scene) -> None:
    waiver = asked(scene)
    refuse(waiver=waiver, reason=WHY, actor=scene.office_head, at=clock.now())
    with pytest.raises(Refused, match="刚由他人办理"):
        grant(waiver=waiver, reason=WHY, until=today(), actor=scene.office_head, at=clock.now())
    with pytest.raises(Refused, match="刚由他人办理"):
        refuse(waiver=waiver, reason=WHY, actor=scene.office_head, at=clock.now())
    with pytest.raises(Refused, match="不在有效期内"):
        revoke(waiver=waiver, reason=WHY, actor=scene.office_head, at=clock.now())


def test_what_ran_out_is_not_revoked(scene: Scene) -> None:
    with pytest.raises(Refused, match="不在有效期内"):
        revoke(waiver=run_out(granted(scene)), reason=WHY, actor=scene.office_head, at=clock.now())


def test_a_revocation_keeps_what_was_decided_before(scene: Scene) -> None:
    waiver = revoke(waiver=granted(scene), reason="文件已废止。", actor=scene.office_head, at=NOW)
    assert (waiver.asked_reason, waiver.reason, waiver.revoked_reason) == (WHY, WHY, "文件已废止。")
    assert (waiver.revoked_by, waiver.revoked_at) == (scene.office_head, NOW)


def test_every_step_leaves_a_line_in_the_record(scene: Scene) -> None:
    refuse(waiver=asked(scene), reason=WHY, actor=scene.office_head, at=clock.now())
    run_out(granted(scene))
    revoke(waiver=make_waiver(scene.obligation, scene.office_head), reason=WHY, actor=scene.office_head, at=clock.now())
    clerk, head, code = str(scene.clerk), str(scene.office_head), scene.cycle.prefecture.code
    assert lines() == [
        ("ask_waiver", clerk, code),
        ("refuse_waiver", head, code),
        ("ask_waiver", clerk, code),
        ("grant_waiver", head, code),
        ("expire_waiver", "", code),
        ("grant_waiver", head, code),
        ("revoke_waiver", head, code),
    ]
    about = Entry.objects.filter(verb="grant_waiver").order_by("id").last()
    assert about is not None
    assert about.details == {
        "unit": scene.clerk.unit.name,
        "cycle": scene.cycle.name,
        "fund": "GOV_PENSION",
        "rule": "V07",
        "reason": WHY,
        "until": (today() + timedelta(days=30)).isoformat(),
    }


def test_what_is_waived_stays_owed(scene: Scene) -> None:
    make_waiver(scene.obligation, scene.office_head)
    with pytest.raises(Refused, match="不能取消"):
        assign(cycle=scene.cycle, assignments=[], actor=scene.admin, at=NOW)


@pytest.mark.parametrize("field", ["reason", "approver", "expires_on", "decided_at"])
def test_the_database_takes_no_grant_without_reason_approver_and_end(scene: Scene, field: str) -> None:
    waiver = make_waiver(scene.obligation, scene.office_head)
    with pytest.raises(IntegrityError), transaction.atomic():
        Waiver.objects.filter(pk=waiver.pk).update(**{field: "" if field == "reason" else None})


def clicks(act: Callable[[User], object], person: User, count: int = 8) -> int:
    """How many of many simultaneous clicks of one person succeed."""

    def click(_number: int) -> bool:
        try:
            act(User.objects.select_related("unit").get(pk=person.pk))
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        return sum(pool.map(click, range(count)))


@pytest.mark.django_db(transaction=True)
def test_of_many_grants_one_succeeds(scene: Scene) -> None:
    waiver, until = asked(scene), today()
    decided = clicks(
        lambda person: grant(waiver=waiver, reason=WHY, until=until, actor=person, at=clock.now()), scene.office_head
    )
    assert (decided, [line[0] for line in lines()]) == (1, ["ask_waiver", "grant_waiver"])


@pytest.mark.django_db(transaction=True)
def test_of_many_unasked_grants_one_is_made(scene: Scene) -> None:
    owed, until = scene.obligation, today()
    run_out(make_waiver(owed, scene.office_head))
    made = clicks(
        lambda person: grant_unasked(
            obligation=owed, rule="V07", reason=WHY, until=until, actor=person, at=clock.now()
        ),
        scene.office_head,
    )
    states = sorted(Waiver.objects.values_list("state", flat=True))
    assert (made, states) == (1, ["expired", "granted"])


@pytest.mark.django_db(transaction=True)
def test_of_many_requests_one_is_made(scene: Scene) -> None:
    filing = make_faulty(scene.obligation, scene.clerk)
    made = clicks(lambda person: ask(filing=filing, rule="V07", reason=WHY, actor=person, at=clock.now()), scene.clerk)
    assert (made, Waiver.objects.count()) == (1, 1)
