"""PostgreSQL and Valkey together, and the environment of a portal that uses them."""

import contextlib
import fcntl
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from portal.embedded.postgres import Cluster, reachable_pg_bin
from portal.embedded.state import KeptState, write_private
from portal.embedded.valkey import Broker

Environment = dict[str, str]
PUBLISHED = "environment.json"
#: What belongs to servers of another kind, and would be believed before our own.
APART = {f"{name}{end}" for name in ("SECRET_KEY", "DATABASE_PASSWORD", "REDIS_PASSWORD") for end in ("", "_FILE")}
#: The seals' private half: workers and ``bin/manage`` alone are told where it lies.
PRIVATE_KEY = "SEAL_VAULT_PRIVATE_KEY"


def permanent(state: KeptState) -> tuple[Cluster, Broker]:
    """The servers that keep the demo from run to run; neither is started."""
    programs = reachable_pg_bin(state.database_home, state.account)
    log = state.logs()
    cluster = Cluster(state.database_home, programs, state.account, state.secret("database"), log / "postgres.log")
    return cluster, Broker(state.root, log / "valkey.log")


@contextlib.contextmanager
def temporary(state: KeptState) -> Iterator[tuple[Cluster, Broker]]:
    """Started servers for tests, gone without a trace afterwards; nothing is written through to the disk."""
    _sweep(state.database_home)
    programs = reachable_pg_bin(state.database_home, state.account)
    home = Path(tempfile.mkdtemp(prefix="tmp-", dir=state.database_home))
    logs = Path(tempfile.mkdtemp(prefix="tmp-", dir=state.root))
    if state.account:
        os.chown(home, state.account.uid, state.account.gid)
    with (home / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        cluster = Cluster(home, programs, state.account, "test", logs / "postgres.log", 300, durable=False)
        broker = Broker(logs, logs / "valkey.log")
        try:
            cluster.start()
            broker.start()
            yield cluster, broker
        finally:
            broker.stop()
            cluster.stop()
            shutil.rmtree(home, ignore_errors=True)
            shutil.rmtree(logs, ignore_errors=True)


def _sweep(home: Path) -> None:
    """Removes what a killed test run left: temporary clusters whose lock nobody holds."""
    for left in home.glob("tmp-*"):
        with contextlib.suppress(OSError), (left / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left, ignore_errors=True)


def environment(state: KeptState, cluster: Cluster, broker: Broker) -> Environment:
    """The environment of a process of the embedded portal."""
    return {
        **{name: value for name, value in os.environ.items() if name not in (*APART, PRIVATE_KEY)},
        "PORTAL_EMBEDDED": "1",
        "DATABASE_URL": cluster.url,
        "REDIS_URL": broker.url(),
        "SECRET_KEY": state.secret("key"),
        "SEAL_VAULT_PUBLIC_KEY": str(state.vault().public),
        "DOCUMENT_STORE": str(state.root / "documents"),
        "STATIC_ROOT": str(state.root / "static"),
        "PYTHONUNBUFFERED": "1",
    }


def unpublish(state: KeptState) -> None:
    """Forgets servers that a killed supervisor wrote down."""
    (state.root / PUBLISHED).unlink(missing_ok=True)


def publish(state: KeptState, env: Environment) -> None:
    """Writes down how to reach the running servers, for ``bin/manage``."""
    own = {name: value for name, value in env.items() if os.environ.get(name) != value}
    write_private(state.root / PUBLISHED, json.dumps(own))


def published(state: KeptState) -> Environment | None:
    """The environment of the running portal, None while it is still starting its servers."""
    if not (state.root / PUBLISHED).exists():
        return None
    return {**os.environ, **json.loads((state.root / PUBLISHED).read_text(encoding="utf-8"))}


def say(words: str) -> None:
    """Tells the person at the terminal; standard output stays free for results."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()
