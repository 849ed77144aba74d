"""A prefecture's own papers: filled in, approved for good by its office head, reviewed by nobody, changed again."""

from pathlib import Path

import pytest
from pytest_django import Settings

from assessments.domain.computed import amount
from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Move, Snapshot
from assessments.permissions import may_edit, may_move
from assessments.queries import facts_of, facts_of_snapshot, filings_visible_to
from assessments.rendering.pages.turns import tallies
from assessments.services.errors import MoveRefused
from assessments.services.examining import examine
from assessments.services.moves import move
from assessments.services.readiness import readiness
from assessments.services.sealing import acts_behind, standings_of
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.documents.models import Document
from portal.jobs.models import Job
from portal.jobs.services.run import run
from reviews.queries import filings_with_versions, received_filings
from tests.factories.accounts import ClerkFactory, CountyFactory, FinanceUnitFactory, UnitFactory, UserFactory
from tests.factories.assessments import NOW, loaded
from tests.factories.seals import make_seal
from tests.factories.targets import Office, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return Office()


def test_what_was_published_can_be_filled_in_and_sent(office: Office) -> None:
    filing = office.draft()
    state = readiness(filing, examine(filing, facts_of(filing)))
    assert (state.ready, state.missing) == (True, ())


def test_its_amounts_are_in_its_own_unit(office: Office) -> None:
    facts = facts_of(office.draft())
    assert (facts.amount_unit, amount(facts, "income_budget").value) == ("亿元", 1_128_000_000)


def test_the_mistakes_of_a_published_table_stand_at_its_squares(office: Office) -> None:
    filing = office.draft(Fund.EMPLOYEE_MEDICAL)
    found = examine(filing, facts_of(filing)).at_squares
    assert [(item.rule, item.finding.where) for item in found] == [
        ("V16", "provincial_departments"),
        ("V16", "prefecture_departments"),
    ]


def test_an_amount_in_words_is_named_at_its_square(office: Office) -> None:
    filing = office.draft()
    filing.squares.filter(key="income_budget").update(raw="十一亿")
    filing = loaded(filing)
    assert [(item.rule, item.finding.where) for item in examine(filing, facts_of(filing)).at_squares] == [
        ("V00", "income_budget")
    ]


def test_the_office_head_approves_for_good(office: Office) -> None:
    filing = office.approved()
    assert (filing.state, filing.version) == (State.CONCLUDED, 1)
    snapshot = Snapshot.objects.get(filing=filing)
    assert facts_of_snapshot(snapshot).indicators[0].target == published(Fund.RESIDENT_PENSION).indicators[0].target
    assert [step.label for step in Move.objects.filter(filing=filing)] == ["送审", "审定"]


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER, Role.BUSINESS_ADMIN, Role.AUDITOR])
def test_nobody_else_approves(office: Office, role: Role) -> None:
    with pytest.raises(MoveRefused, match="您不能对本表做"):
        move(filing=office.sent(), name="submit", actor=office.person(role), at=NOW)


def test_whoever_sent_it_does_not_approve_it(office: Office) -> None:
    both = office.person(Role.CLERK)
    both.roles = [Role.CLERK.value, Role.OFFICE_HEAD.value]
    both.save()
    with pytest.raises(MoveRefused, match="您不能对本表做"):
        move(filing=office.sent(), name="submit", actor=both, at=NOW)


def test_the_office_head_hands_it_back_with_a_reason(office: Office) -> None:
    leader = office.person(Role.OFFICE_HEAD)
    filing = move(filing=office.sent(), name="hand_back", actor=leader, at=NOW, reason="收入预算请再核。")
    assert filing.state == State.DRAFT
    assert may_edit(office.person(Role.CLERK), filing)


@pytest.mark.parametrize("name", ["take_up", "withdraw", "score", "conclude"])
def test_it_is_nobodys_to_review(office: Office, name: str) -> None:
    filing = office.approved()
    assert [role for role in office.people if may_move(office.person(role), filing, name)] == []
    reviewer = office.person(Role.REVIEWER)
    assert list(received_filings(reviewer)) == []
    assert list(filings_with_versions(reviewer)) == []


def test_the_admin_reopens_it_and_the_next_approval_is_a_version_of_its_own(office: Office) -> None:
    first = office.approved()
    admin, clerk, leader = (office.person(role) for role in (Role.BUSINESS_ADMIN, Role.CLERK, Role.OFFICE_HEAD))
    filing = move(filing=first, name="reopen", actor=admin, at=NOW, reason="预算调整")
    assert filing.state == State.DRAFT
    assert [standing.state for standing in standings_of(str(filing.pk)).values()] == ["reopened"]
    assert acts_behind(str(filing.pk), Snapshot.objects.get(filing=filing).digest) == ()
    filing = move(filing=filing, name="send_to_head", actor=clerk, at=NOW)
    filing = move(filing=filing, name="submit", actor=leader, at=NOW)
    standings = standings_of(str(filing.pk)).values()
    assert [(standing.version, standing.state, standing.seals) for standing in standings] == [
        (1, "superseded", ("UnitSeal",)),
        (2, "current", ("UnitSeal",)),
    ]


def test_who_approved_a_table_that_was_reopened_may_be_the_one_to_send_it(office: Office) -> None:
    filing = office.approved()
    move(filing=filing, name="reopen", actor=office.person(Role.BUSINESS_ADMIN), at=NOW, reason="预算调整")
    leader = office.person(Role.OFFICE_HEAD)
    leader.roles = [Role.CLERK.value]
    leader.save()
    filing = move(filing=filing, name="send_to_head", actor=leader, at=NOW)
    assert (filing.state, filing.preparer, filing.submitter, filing.received_at) == (
        State.PENDING_HEAD,
        leader,
        None,
        None,
    )


def test_its_own_people_see_the_draft_and_nobody_else(office: Office) -> None:
    filing = office.draft()
    county = CountyFactory.create(parent=office.unit.region)
    strangers = [
        ClerkFactory.create(unit=UnitFactory.create(region=county)),
        UserFactory.create(unit=FinanceUnitFactory.create(), roles=[Role.OFFICE_HEAD.value]),
    ]
    seen = [list(filings_visible_to(person)) for person in (*office.people.values(), *strangers)]
    assert seen == [[filing]] * len(office.people) + [[], []]


def waiting(office: Office, person: User) -> int:
    """The number of tables that wait for somebody."""
    owed = office.cycle.obligations.filter(unit=person.unit)
    return sum(tally.mine for tally in tallies(obligations=owed, user=person, at=NOW))


def test_a_sent_table_waits_for_the_office_head_alone(office: Office) -> None:
    office.sent()
    assert {role: waiting(office, office.person(role)) for role in office.people} == {
        Role.CLERK: 0,
        Role.REVIEWER: 0,
        Role.OFFICE_HEAD: 1,
        Role.BUSINESS_ADMIN: 0,
        Role.AUDITOR: 0,
    }


@pytest.mark.django_db(transaction=True)
def test_the_approval_seals_it_with_the_bureaus_own_seal(settings: Settings, tmp_path: Path) -> None:
    settings.DOCUMENT_STORE = tmp_path / "store"
    office = Office()
    make_seal(office.unit)
    office.approved()
    for job in Job.objects.filter(variant="sealed"):
        run(job_id=job.pk)
    document = Document.objects.get()
    assert (document.variant, document.checks.get().verdict) == ("sealed", "genuine")
    assert list(document.imprints.values_list("act", flat=True)) == ["approve"]
