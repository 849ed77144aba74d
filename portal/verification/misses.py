"""Counting codes that nobody has: whoever tries many of them is asked to wait.

Each web process counts for itself; a code has 60 random bits, so that this spares the database rather than secrets.
"""

from datetime import datetime

from django.core.cache import cache

MOST_PER_MINUTE = 30
#: Seconds that a count is kept, well beyond its minute.
KEPT = 120


def note(*, address: str | None, at: datetime) -> None:
    """One more wrong code from this address."""
    key = _key(address, at)
    if not cache.add(key, 1, KEPT):
        cache.incr(key)


def too_many(*, address: str | None, at: datetime) -> bool:
    """Whether this address has tried enough in this minute."""
    return int(cache.get(_key(address, at), 0)) >= MOST_PER_MINUTE


def _key(address: str | None, at: datetime) -> str:
    return f"verification-miss/{address}/{at:%Y%m%d%H%M}"
