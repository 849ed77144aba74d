"""How many papers an act reads, by PostgreSQL's own count: rows, not time, so that it is the same on any host."""

from collections.abc import Callable

from django.db import connection

#: People, units and regions are few, and read whole where that is quicker.
_READ = """
SELECT coalesce(sum(seq_tup_read + idx_tup_fetch), 0) FROM pg_stat_xact_user_tables
WHERE relname ~ '^(assessments|documents|reviews)_'
"""
_OF_SMALL_STORES = ("enable_seqscan", "enable_hashjoin", "enable_mergejoin")


def rows_read(act: Callable[[], object]) -> int:
    """The rows of papers that ``act`` makes PostgreSQL fetch, planned as in a large store: by indexes, row by row.

    In a small one PostgreSQL may as well read a whole table and hash it, today so and tomorrow otherwise.

    Wants the transaction of a test; ``act`` opens no connection of its own.
    """
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        for plan in _OF_SMALL_STORES:
            cursor.execute(f"SET LOCAL {plan} = off")
        before = _count()
        act()
        after = _count()
        for plan in _OF_SMALL_STORES:
            cursor.execute(f"SET LOCAL {plan} = on")
    return after - before


def _count() -> int:
    with connection.cursor() as cursor:
        cursor.execute(_READ)
        return int(cursor.fetchone()[0])
