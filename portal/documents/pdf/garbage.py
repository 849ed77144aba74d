"""When garbage is collected: a layout makes hundreds of thousands of objects that know each other, and drops them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: New objects before a collection in the midst of a document, which finds nearly all of them still in use.
_PATIENCE = 200_000


@contextmanager
def collected_at_the_end() -> Iterator[None]:
    """Lets garbage wait while a document is made, and frees all of it after; nothing of it may still be held then."""
    usual = gc.get_threshold()
    gc.set_threshold(_PATIENCE, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.collect()


def settle() -> None:
    """Counts all that is loaded now as there for good, so that no collection looks through it again."""
    gc.collect()
    gc.freeze()
