"""The record: appended only, chained, and whoever changes it is found out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from threading import Event

import pytest
from django.db import DatabaseError, connection, transaction

from portal.accounts.models import User
from portal.audit.models import Entry, PendingEntry
from portal.audit.services import GENESIS, digest_of, record, verify_chain
from tests.factories.accounts import ClerkFactory
from tests.portal.audit.lines import written
from tests.portal.jobs.workers import until

AT = datetime(2026, 3, 1, 4, 5, 6, 789, tzinfo=UTC)


def three() -> list[Entry]:
    return [
        written(actor=None, verb="tried", subject_kind="thing", subject_id=one, at=AT + timedelta(seconds=one))
        for one in range(3)
    ]


def tried(number: int) -> None:
    record(actor=None, verb="tried", subject_kind="thing", subject_id=number, at=AT)


def numbers() -> list[str]:
    """What the lines are about, in the order of the chain."""
    return list(Entry.objects.order_by("pk").values_list("subject_id", flat=True))


def tamper(statement: str) -> None:
    """What somebody with the database's own key could do."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")


@pytest.mark.django_db
def test_each_line_names_the_digest_of_the_line_before() -> None:
    first, second, third = three()
    assert [first.previous_digest, second.previous_digest, third.previous_digest] == [
        GENESIS,
        first.digest,
        second.digest,
    ]


@pytest.mark.django_db
def test_an_untouched_record_verifies() -> None:
    last = three()[-1]
    report = verify_chain()
    assert (report.lines, report.head, report.broken) == (3, last.digest, ())


@pytest.mark.django_db
def test_an_empty_record_verifies() -> None:
    report = verify_chain()
    assert (report.lines, report.head, report.broken) == (0, GENESIS, ())


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["UPDATE audit_entry SET verb = 'other'", "DELETE FROM audit_entry"])
def test_the_table_takes_inserts_only(change: str) -> None:
    three()
    with pytest.raises(DatabaseError, match="audit_entry takes inserts only"), transaction.atomic():
        connection.cursor().execute(change)
    assert Entry.objects.count() == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        "verb = 'other'",
        "subject_id = '9'",
        "region_code = '653100'",
        "at = at + interval '1 microsecond'",
        """details = '{"a": 1}'""",
    ],
)
def test_a_changed_line_breaks_the_chain_where_it_stands(change: str) -> None:
    _first, second, _third = three()
    tamper(f"UPDATE audit_entry SET {change} WHERE id = {second.pk}")
    assert verify_chain().broken == (second.pk,)


@pytest.mark.django_db
def test_a_removed_line_breaks_the_chain_at_the_next_one() -> None:
    _first, second, third = three()
    tamper(f"DELETE FROM audit_entry WHERE id = {second.pk}")
    assert verify_chain().broken == (third.pk,)


@pytest.mark.django_db
def test_a_changed_line_with_a_fresh_digest_breaks_the_chain_at_the_next_one() -> None:
    _first, second, third = three()
    second.verb = "other"
    tamper(f"UPDATE audit_entry SET verb = 'other', digest = '{digest_of(second)}' WHERE id = {second.pk}")
    assert verify_chain().broken == (third.pk,)


@pytest.mark.django_db
def test_the_region_is_that_of_the_actors_unit_unless_it_is_given() -> None:
    clerk = ClerkFactory.create()
    own = written(actor=clerk, verb="tried", subject_kind="thing", subject_id=1, at=AT)
    given = written(actor=clerk, verb="tried", subject_kind="thing", subject_id=1, at=AT, region_code="653131")
    assert (own.region_code, given.region_code) == (clerk.unit.region.code, "653131")


@pytest.mark.django_db
def test_details_come_back_as_they_were_digested() -> None:
    details = {"金额": Decimal("10934.00"), "when": AT, "rate": 0.1, "deep": [{"a": None}, True, 10**30]}
    record(actor=None, verb="tried", subject_kind="thing", subject_id=1, at=AT, details=details)
    stored = Entry.objects.get()
    assert stored.details["金额"] == "10934.00"
    assert stored.details["rate"] == "0.1"
    assert verify_chain().broken == ()


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "kept"), [("a\x00b", "a\\x00b"), ("a\ud800b", "a\\ud800b"), ("😀", "😀")])
def test_text_that_the_database_refuses_is_kept_escaped(typed: str, kept: str) -> None:
    record(actor=None, verb="tried", subject_kind="thing", subject_id=1, at=AT, details={"typed": [typed]})
    assert Entry.objects.get().details == {"typed": [kept]}
    assert verify_chain().broken == ()


@pytest.mark.django_db
def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="at must be aware"):
        record(actor=None, verb="tried", subject_kind="thing", subject_id=1, at=datetime(2026, 3, 1))  # noqa: DTZ001


def test_a_line_is_digested_as_ever() -> None:
    """The digest of a line that was written by the first release."""
    details = {"previous": "x", "金额": "1.0"}
    facts = {"verb": "tried", "subject_kind": "thing", "subject_id": "1", "region_code": "653130", "details": details}
    entry = Entry(at=AT, actor_id=7, previous_digest="a" * 64, **facts)
    assert digest_of(entry) == "87370f6d203b319ffaa50c25c12e67a3a994cf125ed4ee5ddafa8af064d493da"


@pytest.mark.django_db(transaction=True)
def test_the_lines_of_a_transaction_stand_in_the_record_together_once_it_commits() -> None:
    with transaction.atomic():
        tried(1)
        tried(2)
        assert numbers() == []
    assert (numbers(), PendingEntry.objects.count()) == (["1", "2"], 0)
    tried(3)
    assert (numbers(), verify_chain().broken) == (["1", "2", "3"], ())


@pytest.mark.django_db(transaction=True)
def test_a_line_is_undone_with_its_savepoint_and_with_its_transaction() -> None:
    with transaction.atomic():
        tried(1)
        with transaction.atomic():
            tried(2)
            transaction.set_rollback(True)
        tried(3)
    with transaction.atomic():
        tried(4)
        transaction.set_rollback(True)
    assert (numbers(), verify_chain().broken, PendingEntry.objects.count()) == (["1", "3"], (), 0)


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_goes_on_holds_up_no_other() -> None:
    written_down, go_on = Event(), Event()

    def signs_forty_papers() -> None:
        try:
            with transaction.atomic():
                for number in range(40):
                    tried(number)
                written_down.set()
                assert go_on.wait(60)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as other:
        slow = other.submit(signs_forty_papers)
        assert written_down.wait(60)
        with transaction.atomic():
            tried(99)
        assert (numbers(), slow.done()) == (["99"], False)
        go_on.set()
        slow.result(60)
    assert (numbers(), verify_chain().broken) == (["99", *map(str, range(40))], ())


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_moment_queue_up_for_the_chain() -> None:
    def write(number: int) -> None:
        try:
            with transaction.atomic():
                tried(number)
                tried(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as writers:
        list(writers.map(write, range(12)))
    report = verify_chain()
    assert (report.lines, report.broken) == (24, ())
    lines = numbers()
    assert lines[::2] == lines[1::2]


@pytest.mark.django_db(transaction=True)
def test_a_line_of_somebody_who_is_changed_meanwhile_waits_for_that_and_not_for_ever() -> None:
    """Who holds a person's row and asks for the chain never meets somebody who holds the chain and asks for the row."""
    clerk = ClerkFactory.create()
    held, go_on = Event(), Event()

    def changes_the_person() -> None:
        try:
            with transaction.atomic():
                User.objects.select_for_update().get(pk=clerk.pk)
                held.set()
                assert go_on.wait(60)
                tried(1)
        finally:
            connection.close()

    def acts() -> None:
        try:
            record(actor=clerk, verb="tried", subject_kind="thing", subject_id=2, at=AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=2) as both:
        changing = both.submit(changes_the_person)
        assert held.wait(60)
        acting = both.submit(acts)
        until(someone_waits_for_a_row, "the line waits for the person")
        go_on.set()
        changing.result(60)
        acting.result(60)
    assert (numbers(), verify_chain().broken) == (["1", "2"], ())


def someone_waits_for_a_row() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype <> 'advisory')")
        return bool(cursor.fetchone()[0])
