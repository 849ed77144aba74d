"""How long a session lasts: the idle limit, which only a person's own acts extend, and the limit of a working day."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

#: Instants (seconds since the epoch) kept in the session.
STARTED = "signed_in_at"
LAST_ACT = "last_act_at"
#: A later act within this time is not written down, which spares the database a write per page.
GRAIN = timedelta(minutes=1)


def begin(session: SessionBase, *, at: datetime) -> None:
    """Starts both clocks."""
    session[STARTED] = session[LAST_ACT] = at.timestamp()


def is_over(session: SessionBase, *, at: datetime) -> bool:
    """Whether either limit has passed; False for a session whose clocks were never started."""
    if STARTED not in session:
        return False
    idle = at.timestamp() - session[LAST_ACT]
    age = at.timestamp() - session[STARTED]
    return bool(idle >= settings.SESSION_IDLE_LIMIT.total_seconds() or age >= settings.SESSION_LIMIT.total_seconds())


def note_act(session: SessionBase, *, at: datetime) -> None:
    """Notes that somebody is there; starts the clocks where nobody did."""
    if STARTED not in session:
        begin(session, at=at)
    elif at.timestamp() - session[LAST_ACT] >= GRAIN.total_seconds():
        session[LAST_ACT] = at.timestamp()
