"""Emptying the database behind a test that committed."""

from collections.abc import Iterator
from functools import cache

from django.db import connection, transaction

#: What migrating says of the models; nothing changes it.
KEPT = ("django_migrations", "django_content_type", "auth_permission")
TABLES = """
    SELECT relname, EXISTS (SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND NOT tgisinternal)
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT relname = ANY (%s)
"""


def empty() -> None:
    """Deletes what is in the tables: truncating all of them, as Django does, costs a test many times as much."""
    guarded = _tables()
    with transaction.atomic(), connection.cursor() as cursor:
        # What is still being written is waited for.
        cursor.execute(f"LOCK TABLE {', '.join(guarded)} IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute(_filled(tuple(guarded)))
        (filled,) = cursor.fetchone()
        cursor.execute("; ".join(_deleting(filled, [table for table in filled if guarded[table]])))


@cache
def _tables() -> dict[str, bool]:
    """Every table, and whether triggers guard it against changes."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES, [list(KEPT)])
        return dict(cursor.fetchall())


@cache
def _filled(tables: tuple[str, ...]) -> str:
    """The query that names the tables with rows."""
    rows = (f"CASE WHEN EXISTS (SELECT FROM {table}) THEN '{table}' END" for table in tables)
    return f"SELECT array_remove(ARRAY[{', '.join(rows)}], NULL)"


def _deleting(filled: list[str], guarded: list[str]) -> Iterator[str]:
    yield from (f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in guarded)
    yield from (f"DELETE FROM {table}" for table in filled)
    yield "SET CONSTRAINTS ALL IMMEDIATE"
    yield from (f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in guarded)
