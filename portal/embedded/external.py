"""Given servers: with ``DATABASE_URL`` and ``REDIS_URL`` set nothing embedded starts."""

import os

from portal.embedded.servers import Environment
from portal.embedded.state import EmbeddedError


def given() -> Environment | None:
    """The environment where both addresses are set, None where neither is. Raises EmbeddedError for one alone."""
    names = ("DATABASE_URL", "REDIS_URL")
    found = [name for name in names if os.environ.get(name)]
    if not found:
        return None
    if len(found) == 1:
        missing = next(name for name in names if name not in found)
        raise EmbeddedError(f"{found[0]} is set and {missing} is not: set both, or neither for the embedded portal")
    if not (os.environ.get("SECRET_KEY") or os.environ.get("SECRET_KEY_FILE")):
        raise EmbeddedError("SECRET_KEY (or SECRET_KEY_FILE) must be set where DATABASE_URL and REDIS_URL are")
    return {**os.environ, "PORTAL_EMBEDDED": "0"}
