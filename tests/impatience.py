"""A connection that gives up soon where somebody else holds what it needs."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def impatient(milliseconds: int = 200) -> Iterator[None]:
    """This thread's connection waits no longer for a lock; it goes back to its pool as it came."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [str(milliseconds)])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET lock_timeout")
