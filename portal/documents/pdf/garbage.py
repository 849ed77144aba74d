"""The collection of garbage: a layout makes hundreds of thousands of objects that know each other, and drops them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: New objects before a collection in the midst of a document, which finds nearly all of them still in use.
_PATIENT = (200_000, 20, 20)
#: The generations: what was made lately, and what has outlived a collection of it.
_YOUNG, _ALL = 1, 2


@contextmanager
def patiently() -> Iterator[None]:
    """Lets garbage wait while a document is made."""
    usual = gc.get_threshold()
    gc.set_threshold(*_PATIENT)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def collected_at_the_end() -> Iterator[None]:
    """Lets garbage wait while a document is made, and frees all of it after; nothing of it may still be held then.

    What was there before the document is looked through as seldom as the collector itself would.
    """
    try:
        with patiently():
            yield
    finally:
        _, _, since = gc.get_count()
        gc.collect(_ALL if since > gc.get_threshold()[_ALL] else _YOUNG)


def settle() -> None:
    """For a process that does nothing but make documents: garbage always waits, and no collection looks through what is
    loaded now.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_PATIENT)
