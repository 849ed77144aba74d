"""The record: appended only, chained, and whoever changes it is found out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from portal.audit.models import Entry
from portal.audit.services import GENESIS, digest_of, record, verify_chain
from tests.factories.accounts import ClerkFactory

AT = datetime(2026, 3, 1, 4, 5, 6, 789, tzinfo=UTC)


def written(number: int = 3) -> list[Entry]:
    return [
        record(actor=None, verb="tried", subject_kind="thing", subject_id=one, at=AT + timedelta(seconds=one))
        for one in range(number)
    ]


def tamper(statement: str) -> None:
    """What somebody with the database's own key could do."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")


@pytest.mark.django_db
def test_each_line_names_the_digest_of_the_line_before() -> None:
    first, second, third = written()
    assert [first.previous_digest, second.previous_digest, third.previous_digest] == [
        GENESIS,
        first.digest,
        second.digest,
    ]


@pytest.mark.django_db
def test_an_untouched_record_verifies() -> None:
    last = written()[-1]
    report = verify_chain()
    assert (report.lines, report.head, report.broken) == (3, last.digest, ())


@pytest.mark.django_db
def test_an_empty_record_verifies() -> None:
    report = verify_chain()
    assert (report.lines, report.head, report.broken) == (0, GENESIS, ())


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["UPDATE audit_entry SET verb = 'other'", "DELETE FROM audit_entry"])
def test_the_table_takes_inserts_only(change: str) -> None:
    written(1)
    with pytest.raises(DatabaseError, match="audit_entry takes inserts only"), transaction.atomic():
        connection.cursor().execute(change)
    assert Entry.objects.count() == 1


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
    _first, second, _third = written()
    tamper(f"UPDATE audit_entry SET {change} WHERE id = {second.pk}")
    assert verify_chain().broken == (second.pk,)


@pytest.mark.django_db
def test_a_removed_line_breaks_the_chain_at_the_next_one() -> None:
    _first, second, third = written()
    tamper(f"DELETE FROM audit_entry WHERE id = {second.pk}")
    assert verify_chain().broken == (third.pk,)


@pytest.mark.django_db
def test_a_changed_line_with_a_fresh_digest_breaks_the_chain_at_the_next_one() -> None:
    _first, second, third = written()
    second.verb = "other"
    tamper(f"UPDATE audit_entry SET verb = 'other', digest = '{digest_of(second)}' WHERE id = {second.pk}")
    assert verify_chain().broken == (third.pk,)


@pytest.mark.django_db
def test_the_region_is_that_of_the_actors_unit_unless_it_is_given() -> None:
    clerk = ClerkFactory.create()
    own = record(actor=clerk, verb="tried", subject_kind="thing", subject_id=1, at=AT)
    given = record(actor=clerk, verb="tried", subject_kind="thing", subject_id=1, at=AT, region_code="653131")
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


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_moment_queue_up_for_the_chain() -> None:
    def write(number: int) -> None:
        try:
            with transaction.atomic():
                record(actor=None, verb="tried", subject_kind="thing", subject_id=number, at=AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as writers:
        list(writers.map(write, range(12)))
    report = verify_chain()
    assert (report.lines, report.broken) == (12, ())
