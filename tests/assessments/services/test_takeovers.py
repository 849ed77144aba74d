"""合并, 分设, 撤销: the papers go to who took over, and everybody goes on reading what was theirs."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from assessments.domain.facts import Form
from assessments.domain.funds import Fund
from assessments.models import Filing, NarrativeReport, Obligation, Snapshot
from assessments.queries import cycles_visible_to, facts_of, filings_visible_to, obligations_visible_to
from assessments.services.cycles import extend
from assessments.services.dossiers import place_of, surroundings_of
from assessments.services.errors import NotEditable, Refused
from assessments.services.moves import move
from assessments.services.sealing import acts_behind, standings_of
from assessments.services.squares import Change, save_squares
from assessments.services.takeovers import TakenShare, Takeover, carry_out, outcome_of
from portal.accounts.backends import AccountsBackend
from portal.accounts.models import Succession, Unit, User
from portal.audit.models import Entry
from portal.clock import beijing_day
from portal.documents.models import Document
from portal.documents.queries import documents_visible_to
from portal.jobs.models import Job
from tests.assessments.conftest import Scene
from tests.factories.accounts import BusinessAdminFactory, ClerkFactory, HeadFactory, UnitFactory
from tests.factories.assessments import NOW, loaded, make_cycle, make_draft, make_obligation, make_submitted

TODAY = beijing_day(NOW)
MERGER, SPLIT, ABOLITION = Succession.Kind.MERGER, Succession.Kind.SPLIT, Succession.Kind.ABOLITION
PENSION, RESIDENTS = Fund.GOV_PENSION, Fund.RESIDENT_PENSION


def again(person: User) -> User:
    """The person as the next request finds them."""
    found = AccountsBackend().get_user(person.pk)
    assert found is not None
    return found


def new_unit(scene: Scene, name: str = "新社会保险中心") -> Unit:
    """A unit that is not there yet, where the scene's is."""
    unit = scene.obligation.unit
    return Unit(name=name, region=unit.region, kind=unit.kind)


def merge(scene: Scene, heir: Unit, *units: Unit, people: tuple[User, ...] = (), day: date = TODAY) -> Unit:
    """All of ``units`` goes to ``heir``; what it is called in the database."""
    plan = Takeover(
        MERGER, day, tuple(TakenShare(unit, heir) for unit in units), units, tuple((person, heir) for person in people)
    )
    carry_out(plan=plan, admin=scene.admin, at=NOW)
    return Unit.objects.get(region=heir.region, name=heir.name)


def owed(unit: Unit) -> set[tuple[int, str]]:
    return set(unit.obligations.values_list("cycle", "fund"))


def save(filing: Filing, person: User) -> object:
    change = Change("goal_progress", "按时发放。", facts_of(loaded(filing)).value("goal_progress"))
    return save_squares(filing_id=filing.pk, changes=[change], actor=person, at=NOW)


def test_the_successors_people_go_on_with_the_open_papers(scene: Scene) -> None:
    old, draft = scene.obligation.unit, make_draft(scene.obligation, scene.clerk)
    heir = merge(scene, new_unit(scene), old, people=(scene.clerk,))
    clerk = again(scene.clerk)
    assert (clerk.unit, owed(heir)) == (heir, {(scene.cycle.pk, PENSION.value)})
    save(draft, clerk)
    draft = loaded(draft)
    assert (draft.unit_name, facts_of(draft).value("reporting_unit")) == (heir.name, heir.name)
    assert not Unit.objects.get(pk=old.pk).active


def test_who_stays_behind_goes_on_reading_and_nothing_else(scene: Scene) -> None:
    old, draft = scene.obligation.unit, make_draft(scene.obligation, scene.clerk)
    merge(scene, new_unit(scene), old)
    clerk = again(scene.clerk)
    assert list(filings_visible_to(clerk)) == [draft]
    with pytest.raises(NotEditable):
        save(draft, clerk)
    client = Client()
    client.force_login(clerk)
    assert client.get(reverse("assessments:filing", args=[draft.pk])).status_code == 200
    assert client.get(reverse("assessments:edit", args=[draft.pk])).status_code == 404
    assert draft.obligation.fund_name not in client.get(reverse("assessments:tasks")).content.decode()


def test_the_successor_reads_what_was_concluded_and_cannot_begin_what_it_only_reads(scene: Scene) -> None:
    old = scene.obligation.unit
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    Filing.objects.filter(pk=filing.pk).update(state="concluded")
    past = make_obligation(make_cycle(scene.cycle.prefecture, year=2025, historical=True), old)
    heir = merge(scene, new_unit(scene), old)
    clerk = again(ClerkFactory.create(unit=heir))
    assert (owed(heir), list(filings_visible_to(clerk))) == (set(), [filing])
    assert set(obligations_visible_to(clerk)) == {scene.obligation, past}
    assert {cycle.pk for cycle in cycles_visible_to(clerk)} == {scene.cycle.pk, past.cycle_id}
    client = Client()
    client.force_login(clerk)
    for name, expected in (("assessments:filing", 200), ("assessments:edit", 404), ("assessments:check", 404)):
        assert client.get(reverse(name, args=[filing.pk])).status_code == expected, name
    assert client.post(reverse("assessments:start", args=[past.pk])).status_code == 404
    stranger = again(ClerkFactory.create(unit=UnitFactory.create(region=old.region, name="旁人")))
    assert list(filings_visible_to(stranger)) == []


def test_the_successor_sees_the_documents(scene: Scene) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    job = filing_job(filing)
    heir = merge(scene, new_unit(scene), scene.obligation.unit)
    for person in (ClerkFactory.create(unit=heir), scene.clerk):
        assert [document.pk for document in documents_visible_to(again(person))] == [job.pk]


def filing_job(filing: Filing) -> Document:
    job = Job.objects.get(subject_kind="filing", subject_id=str(filing.pk))
    Job.objects.filter(pk=job.pk).update(state="done", finished_at=NOW, started_at=NOW)
    return Document.objects.create(
        job=job,
        kind="pdf",
        subject_kind="filing",
        subject_id=str(filing.pk),
        content_digest=job.content_digest,
        variant="sealed",
        version=1,
        filename="甲.pdf",
        sha256="0" * 64,
        size=1,
        path="x",
        created_at=NOW,
    )


def test_a_paper_is_sealed_by_who_sent_it_and_the_next_version_by_the_successor(scene: Scene) -> None:
    old = scene.obligation.unit
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    filing = move(filing=filing, name="withdraw", actor=scene.head, at=NOW)
    filing = move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    filing = move(filing=filing, name="submit", actor=scene.head, at=NOW)
    heir = merge(scene, new_unit(scene), old, people=(scene.clerk, scene.head))
    clerk, head = again(scene.clerk), again(scene.head)
    filing = move(filing=loaded(filing), name="withdraw", actor=head, at=NOW)
    filing = move(filing=filing, name="send_to_head", actor=clerk, at=NOW + timedelta(hours=1))
    filing = move(filing=filing, name="submit", actor=head, at=NOW + timedelta(hours=1))
    versions = {snapshot.version: snapshot for snapshot in Snapshot.objects.filter(filing=filing)}
    assert [versions[number].unit_id for number in (1, 2, 3)] == [old.pk, old.pk, heir.pk]
    assert [act.unit_id for act in acts_behind(str(filing.pk), versions[3].digest)] == [heir.pk]
    standings = standings_of(str(filing.pk))
    told = [(standings[versions[n].digest].unit, standings[versions[n].digest].taken_over_by) for n in (2, 3)]
    assert told == [(old.name, heir.name), (heir.name, "")]


def test_a_seal_that_is_still_awaited_is_that_of_the_unit_that_sent(scene: Scene) -> None:
    old = scene.obligation.unit
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    merge(scene, new_unit(scene), old)
    (act,) = acts_behind(str(filing.pk), Snapshot.objects.get(filing=filing).digest)
    assert act.unit_id == old.pk


def test_two_units_that_owe_the_same_fund_owe_it_once(scene: Scene) -> None:
    first = scene.obligation.unit
    second = UnitFactory.create(region=first.region, name="第二局")
    make_draft(make_obligation(scene.cycle, second), ClerkFactory.create(unit=second))
    make_obligation(scene.cycle, second, RESIDENTS)
    heir = merge(scene, new_unit(scene), first, second)
    assert owed(heir) == {(scene.cycle.pk, PENSION.value), (scene.cycle.pk, RESIDENTS.value)}
    assert Filing.objects.get().obligation.unit == heir
    (entry,) = Entry.objects.filter(verb="units_changed")
    assert (len(entry.details["moved"]), len(entry.details["dropped"])) == (2, 1)


def test_what_both_have_begun_must_be_settled_first(scene: Scene) -> None:
    first = scene.obligation.unit
    second = UnitFactory.create(region=first.region, name="第二局")
    make_draft(scene.obligation, scene.clerk)
    make_draft(make_obligation(scene.cycle, second), ClerkFactory.create(unit=second))
    with pytest.raises(Refused, match="请先办结其中一张"):
        merge(scene, new_unit(scene), first, second)
    assert (Unit.objects.filter(active=False).count(), Succession.objects.count()) == (0, 0)


def test_what_would_be_dropped_with_a_deadline_of_its_own_is_refused(scene: Scene) -> None:
    second = UnitFactory.create(region=scene.obligation.unit.region, name="第二局")
    other = make_obligation(scene.cycle, second)
    make_draft(scene.obligation, scene.clerk)
    extend(obligation=other, day=TODAY + timedelta(days=9), reason="停电", actor=scene.admin, at=NOW)
    with pytest.raises(Refused, match="调整过期限或有豁免"):
        merge(scene, new_unit(scene), scene.obligation.unit, second)


def test_one_may_be_merged_into_another_that_stays(scene: Scene) -> None:
    first = scene.obligation.unit
    second = UnitFactory.create(region=first.region, name="第二局")
    assert merge(scene, second, first) == second
    assert owed(second) == {(scene.cycle.pk, PENSION.value)}
    assert [unit.active for unit in Unit.objects.filter(pk__in=(first.pk, second.pk)).order_by("pk")] == [False, True]


def split(scene: Scene, *, closing: bool = True) -> tuple[Unit, Unit]:
    """The pensions of offices go to one, all others to another."""
    old = scene.obligation.unit
    one, two = new_unit(scene, "甲中心"), new_unit(scene, "乙中心")
    shares = (TakenShare(old, one, frozenset({PENSION.value})), TakenShare(old, two, frozenset({RESIDENTS.value})))
    plan = Takeover(SPLIT, TODAY, shares, (old,) if closing else ())
    carry_out(plan=plan, admin=scene.admin, at=NOW)
    return Unit.objects.get(name="甲中心"), Unit.objects.get(name="乙中心")


def test_a_split_sends_each_fund_where_it_belongs(scene: Scene) -> None:
    make_obligation(scene.cycle, scene.obligation.unit, RESIDENTS)
    one, two = split(scene)
    assert (owed(one), owed(two)) == ({(scene.cycle.pk, PENSION.value)}, {(scene.cycle.pk, RESIDENTS.value)})


def test_a_split_without_a_place_for_an_open_paper_is_refused_unless_the_unit_stays(scene: Scene) -> None:
    make_obligation(scene.cycle, scene.obligation.unit, Fund.WORK_INJURY)
    with pytest.raises(Refused, match="请选择承接单位"):
        split(scene)
    split(scene, closing=False)
    assert owed(scene.obligation.unit) == {(scene.cycle.pk, Fund.WORK_INJURY.value)}


def test_a_report_goes_with_the_papers_and_who_takes_others_gets_a_copy(scene: Scene) -> None:
    cycle = make_cycle(scene.cycle.prefecture, kind=Form.SELF_ASSESSMENT)
    unit = scene.obligation.unit
    for fund in (PENSION, RESIDENTS):
        make_obligation(cycle, unit, fund)
    report = NarrativeReport.objects.create(cycle=cycle, unit=unit, text="全年工作。", revision=3)
    one, two = split(scene)
    found = set(NarrativeReport.objects.values_list("unit", "text", "revision"))
    assert found == {(one.pk, "全年工作。", 3), (two.pk, "全年工作。", 3)}
    assert NarrativeReport.objects.get(pk=report.pk).unit in (one, two)


def test_an_abolished_unit_needs_a_successor_while_it_owes_something(scene: Scene) -> None:
    plan = Takeover(ABOLITION, TODAY, (), (scene.obligation.unit,))
    with pytest.raises(Refused, match="还没有办结，请选择承接单位"):
        carry_out(plan=plan, admin=scene.admin, at=NOW)
    Obligation.objects.all().delete()
    carry_out(plan=plan, admin=scene.admin, at=NOW)
    assert not Unit.objects.get(pk=scene.obligation.unit_id).active


def test_who_took_over_from_a_successor_took_over_from_all_before(scene: Scene) -> None:
    old = scene.obligation.unit
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    Filing.objects.filter(pk=filing.pk).update(state="concluded")
    middle = merge(scene, new_unit(scene, "中间局"), old)
    last = merge(scene, new_unit(scene, "最后局"), middle)
    clerk = again(ClerkFactory.create(unit=last))
    assert set(clerk.inherited_units) == {old.pk, middle.pk}
    assert list(filings_visible_to(clerk)) == [filing]
    assert Succession.objects.filter(direct=True).count() == 2


def test_what_is_opened_again_is_done_again_by_who_took_over(scene: Scene) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    for name, actor in (("take_up", scene.reviewer), ("score", scene.reviewer), ("conclude", scene.office_head)):
        filing = move(filing=filing, name=name, actor=actor, at=NOW)
    heir = merge(scene, new_unit(scene), scene.obligation.unit)
    assert loaded(filing).obligation.unit != heir
    filing = move(filing=loaded(filing), name="reopen", actor=scene.admin, at=NOW, reason="金额有误")
    assert filing.obligation.unit == heir


def test_last_years_paper_of_the_predecessor_counts_unless_two_have_one(scene: Scene) -> None:
    old = scene.obligation.unit
    second = UnitFactory.create(region=old.region, name="第二局")
    before = make_cycle(scene.cycle.prefecture, year=2025)
    for unit, fund in ((old, PENSION), (old, RESIDENTS), (second, RESIDENTS)):
        clerk, head = ClerkFactory.create(unit=unit), HeadFactory.create(unit=unit)
        filing = make_submitted(make_obligation(before, unit, fund), clerk, head)
        Filing.objects.filter(pk=filing.pk).update(state="concluded")
    merge(scene, new_unit(scene), old, second, people=(scene.clerk,))
    draft = loaded(make_draft(Obligation.objects.get(pk=scene.obligation.pk), again(scene.clerk)))
    last_year = surroundings_of({draft: facts_of(draft)})[place_of(draft)].dossier.last_year
    assert last_year is not None
    assert [paper.fund for paper in last_year.filings] == [PENSION]


def test_the_rules_know_the_predecessors_names(scene: Scene) -> None:
    old = scene.obligation.unit
    Unit.objects.filter(pk=old.pk).update(name="巴楚县社会保险管理局", aliases=["巴楚县社保大厅"])
    draft = make_draft(scene.obligation, scene.clerk)
    merge(scene, new_unit(scene, "巴楚县社会保险中心"), Unit.objects.get(pk=old.pk), people=(scene.clerk,))
    draft = loaded(draft)
    register = surroundings_of({draft: facts_of(draft)})[place_of(draft)].dossier.register
    assert register is not None
    (names,) = [unit.aliases for unit in register.units if unit.name == "巴楚县社会保险中心"]
    assert {"巴楚县社会保险管理局", "巴楚县社保大厅"} <= set(names)


def test_an_outcome_changes_nothing(scene: Scene, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_obligation(scene.cycle, scene.obligation.unit, RESIDENTS)
    plan = Takeover(MERGER, TODAY, (TakenShare(scene.obligation.unit, new_unit(scene)),), (scene.obligation.unit,))
    with django_assert_num_queries(1):
        assert len(outcome_of(plan).moving) == 2
    assert (Succession.objects.count(), owed(scene.obligation.unit)) == (
        0,
        {(scene.cycle.pk, PENSION.value), (scene.cycle.pk, RESIDENTS.value)},
    )


def test_a_session_reads_what_its_unit_took_over_in_one_query(
    scene: Scene, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    heir = merge(scene, new_unit(scene), scene.obligation.unit, people=(scene.clerk,))
    with django_assert_num_queries(1):
        clerk = again(scene.clerk)
        assert (clerk.unit, clerk.inherited_units) == (heir, [scene.obligation.unit_id])


def test_it_is_done_on_its_day_by_the_prefectures_admin_alone(scene: Scene) -> None:
    unit = scene.obligation.unit
    with pytest.raises(Refused, match="生效当天或之后"):
        merge(scene, new_unit(scene), unit, day=TODAY + timedelta(days=1))
    plan = Takeover(MERGER, TODAY, (TakenShare(unit, new_unit(scene)),), (unit,))
    for by in (BusinessAdminFactory.create(), scene.reviewer, scene.head):
        with pytest.raises(PermissionDenied):
            carry_out(plan=plan, admin=by, at=NOW)
    with pytest.raises(ValidationError):
        merge(scene, new_unit(scene, unit.name), unit)
