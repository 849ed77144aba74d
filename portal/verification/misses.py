"""Counting codes that nobody has: whoever tries many of them is asked to wait.

Each web process counts for itself; a code has 60 random bits, so that this spares the database rather than secrets.
"""

from django.core.cache import cache

MOST_PER_MINUTE = 30
#: Seconds from the first wrong code after which the count begins anew.
MINUTE = 60


def note(*, address: str | None) -> None:
    """One more wrong code from this address."""
    key = _key(address)
    if cache.add(key, 1, MINUTE):
        return
    try:
        cache.incr(key)
    except ValueError:  # its minute ended in between
        cache.add(key, 1, MINUTE)


def too_many(*, address: str | None) -> bool:
    """True if this address has tried enough within a minute."""
    return int(cache.get(_key(address), 0)) >= MOST_PER_MINUTE


def _key(address: str | None) -> str:
    return f"verification-miss/{address}"
