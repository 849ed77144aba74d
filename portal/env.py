"""Settings read from the environment, each refused with a clear line when it is wrong."""

from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()


def secret(name: str, default: str | None = None) -> str:
    """The value of ``NAME``, or of the file that ``NAME_FILE`` points to (how containers hand over secrets)."""
    if path := env.str(f"{name}_FILE", default=""):
        return Path(path).read_text(encoding="utf-8").strip()
    return env.str(name) if default is None else env.str(name, default=default)


def database(name: str) -> dict[str, Any]:
    """Django's settings of the database at the address ``NAME``; ``DATABASE_PASSWORD`` may stand apart from it."""
    found: dict[str, Any] = env.db(name)
    password = secret("DATABASE_PASSWORD", default="")
    return found | {"PASSWORD": password} if password else found


#: How long (ms) a statement may run, wait for a row and leave a transaction open, by what the process does: a person
#: behind a forgotten lock is told so before all threads wait there; a worker has time, a command as much as it needs.
PATIENCE = {
    "web": {"statement_timeout": 15_000, "lock_timeout": 3_000, "idle_in_transaction_session_timeout": 30_000},
    "worker": {"statement_timeout": 120_000, "lock_timeout": 15_000, "idle_in_transaction_session_timeout": 600_000},
    "command": {},
}


def patience(name: str) -> str:
    """The settings that PostgreSQL is told as this process connects; ``NAME`` is web, worker or command."""
    kind = env.str(name, default="web")
    if kind not in PATIENCE:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(PATIENCE)}, not {kind!r}")
    return " ".join(f"-c {setting}={limit}" for setting, limit in PATIENCE[kind].items())


def broker(name: str) -> str:
    """The broker's address ``NAME``, with ``REDIS_PASSWORD`` put in where that stands apart."""
    address = urlsplit(env.str(name))
    password = secret("REDIS_PASSWORD", default="")
    if not password:
        return address.geturl()
    place = address.netloc.rsplit("@", 1)[-1]
    return urlunsplit(address._replace(netloc=f":{quote(password, safe='')}@{place}"))
