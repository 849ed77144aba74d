"""Counting wrong passwords: who is asked to wait, for how long, before any password is hashed.

django-axes keeps the counts and refuses through the first of the authentication backends, ahead of the one that hashes.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from ipaddress import ip_address
from math import ceil

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, QuerySet, Sum
from django.http import HttpRequest
from django.utils import timezone


class TwoLimits(AxesDatabaseHandler):
    """Locks a name on an address at ``AXES_FAILURE_LIMIT`` failures, an address at its own, higher limit."""

    def is_locked(self, request: HttpRequest, credentials: dict[str, str] | None = None) -> bool:
        """True if this attempt is refused unread."""
        failures = recent(at=timezone.now()).filter(ip_address=client_address(request))
        total = failures.aggregate(total=Sum("failures_since_start"))["total"] or 0
        return total >= settings.SIGN_IN_FAILURES_PER_ADDRESS or super().is_locked(request, credentials)


def recent(*, at: datetime) -> QuerySet[AccessAttempt]:
    """Counts that are still young enough at ``at`` to lock."""
    return AccessAttempt.objects.filter(attempt_time__gt=at - settings.AXES_COOLOFF_TIME)


def minutes_to_wait(*, username: str, address: str | None, at: datetime) -> int:
    """Whole minutes until the lock on ``username`` at ``address``, or on the address alone, has passed; at least 1."""
    attempts = recent(at=at).filter(ip_address=address)
    last = attempts.filter(username=username).aggregate(last=Max("attempt_time"))["last"]
    last = last or attempts.aggregate(last=Max("attempt_time"))["last"] or at
    left: timedelta = last + settings.AXES_COOLOFF_TIME - at
    return max(1, ceil(left / timedelta(minutes=1)))


def locked_usernames(usernames: Iterable[str], *, at: datetime) -> set[str]:
    """Those of ``usernames`` that some address may not sign in as at ``at``; one query."""
    counts = recent(at=at).filter(username__in=list(usernames)).values("username", "ip_address")
    totals = counts.annotate(total=Sum("failures_since_start")).order_by()
    return set(totals.filter(total__gte=settings.AXES_FAILURE_LIMIT).values_list("username", flat=True))


def client_address(request: HttpRequest) -> str | None:
    """The origin of the request: the address that our own proxy saw, or the peer where there is no proxy.

    Only the last entry of X-Forwarded-For is the proxy's word; the ones before it are the client's. None where it is no
    address, as on a unix socket.
    """
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    address = forwarded.rsplit(",", 1)[-1].strip() or request.META.get("REMOTE_ADDR", "")
    try:
        return str(ip_address(address))
    except ValueError:
        return None
