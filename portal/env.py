"""Settings read from the environment, each refused with a clear line when it is wrong."""

from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import environ

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


def broker(name: str) -> str:
    """The broker's address ``NAME``, with ``REDIS_PASSWORD`` put in where that stands apart."""
    address = urlsplit(env.str(name))
    password = secret("REDIS_PASSWORD", default="")
    if not password:
        return address.geturl()
    place = address.netloc.rsplit("@", 1)[-1]
    return urlunsplit(address._replace(netloc=f":{quote(password, safe='')}@{place}"))
