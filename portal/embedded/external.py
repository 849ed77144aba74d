"""Given servers: with ``DATABASE_URL`` and ``REDIS_URL`` set nothing embedded starts."""

import os

from portal.embedded.servers import Environment, say
from portal.embedded.state import EmbeddedError, KeptState


def given() -> Environment | None:
    """The environment where both addresses are set, None where neither is. Raises EmbeddedError for one alone."""
    names = ("DATABASE_URL", "REDIS_URL")
    found = [name for name in names if os.environ.get(name)]
    if not found:
        return None
    if len(found) == 1:
        missing = next(name for name in names if name not in found)
        raise EmbeddedError(f"{found[0]} is set and {missing} is not: set both, or neither for the embedded portal")
    return {**os.environ, **_key(), "PORTAL_EMBEDDED": "0"}


def _key() -> Environment:
    """A key of this host's own where none is given: sessions then hold on this host alone, which is said."""
    if os.environ.get("SECRET_KEY") or os.environ.get("SECRET_KEY_FILE"):
        return {}
    say("SECRET_KEY is not set: using one kept on this host; give the same one to every host that serves pages")
    return {"SECRET_KEY": KeptState.locate().secret("key")}
