"""``/healthz``: does this process reach its database and its broker? Each is given a second to answer."""

import psycopg
import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from psycopg.conninfo import make_conninfo
from redis.backoff import NoBackoff
from redis.retry import Retry

PATIENCE = 1


@login_not_required
@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """``{"database": bool, "broker": bool}``; 503 without the database.

    200 without the broker: saving and submitting go on, and jobs are found by the next sweep.
    """
    reached = {"database": database_answers(), "broker": broker_answers()}
    return JsonResponse(reached, status=200 if reached["database"] else 503)


def database_answers() -> bool:
    """Asks on a connection of its own: the pool may be busy, and waits longer than a health check may."""
    given = connection.settings_dict
    names = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
    where = make_conninfo(**{name: str(given[key]) for name, key in names.items() if given[key]})
    options = f"-c statement_timeout={PATIENCE * 1000}"
    try:
        with psycopg.connect(where, connect_timeout=PATIENCE, options=options) as own:
            own.execute("SELECT 1")
    except psycopg.Error:
        return False
    return True


def broker_answers() -> bool:
    """One PING without a second try."""
    try:
        with redis.Redis.from_url(
            settings.REDIS_URL,
            socket_timeout=PATIENCE,
            socket_connect_timeout=PATIENCE,
            retry=Retry(NoBackoff(), 0),
        ) as client:
            return bool(client.ping())
    except (redis.RedisError, OSError):
        return False
