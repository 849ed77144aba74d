"""``bin/manage``: one management command in the portal's environment; output and exit code are the command's."""

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

from portal.embedded.children import spawn
from portal.embedded.external import given
from portal.embedded.servers import PRIVATE_KEY, Environment, environment, permanent, published, say
from portal.embedded.state import AlreadyRunningError, EmbeddedError, KeptState, Lock
from portal.env import BASE_DIR

#: Commands that read neither database nor broker: nothing is started for them.
WITHOUT_SERVERS = frozenset(
    {
        *("check_filing", "compilemessages", "make_seal_vault", "makemessages"),
        *("help", "--help", "-h", "version", "--version"),
    }
)
#: Where the servers are expected by a command that must not need them.
NOWHERE = {"DATABASE_URL": "postgres:////nonexistent/portal", "REDIS_URL": "redis://127.0.0.1:1/0"}
START_PATIENCE = 60.0


def manage(arguments: Sequence[str]) -> int:
    """Runs the command with given, running or private servers, in this order; returns its exit code."""
    if (env := given()) is not None:
        _become(arguments, env)
    if not arguments or arguments[0] in WITHOUT_SERVERS:
        _become(arguments, {**os.environ, **NOWHERE, "PORTAL_EMBEDDED": "1", "SECRET_KEY": secrets.token_urlsafe(48)})
    state = KeptState.locate()
    lock = Lock(state.root / "lock")
    try:
        lock.take(_holder())
    except AlreadyRunningError as found:
        if found.holder.startswith("bin/run"):
            _become(arguments, {**_running(state), **_operator(state)})
        say(f"waiting for {found.holder}")
        lock.take(_holder(), wait=True)
    return _with_private_servers(state, arguments)


def _holder() -> str:
    return f"bin/manage, process {os.getpid()}"


def _operator(state: KeptState) -> Environment:
    """What only the person at the terminal is trusted with, beside the workers."""
    return {PRIVATE_KEY: str(state.vault().private)}


def _become(arguments: Sequence[str], env: Environment) -> NoReturn:
    command = [sys.executable, str(BASE_DIR / "manage.py"), *arguments]
    os.execve(command[0], command, env)  # noqa: S606 - our own program, no shell


def _running(state: KeptState) -> Environment:
    """The running portal's environment; waits while it is still starting its servers."""
    deadline = time.monotonic() + START_PATIENCE
    while time.monotonic() < deadline:
        if (env := published(state)) is not None:
            return env
        time.sleep(0.1)
    raise EmbeddedError("bin/run is starting but its servers do not come up")


def _with_private_servers(state: KeptState, arguments: Sequence[str]) -> int:
    cluster, broker = permanent(state)
    try:
        cluster.start()
        broker.start()
        env = {**environment(state, cluster, broker), **_operator(state)}
        _prepare_once(state, env)
        return _call([str(BASE_DIR / "manage.py"), *arguments], env)
    finally:
        broker.stop()
        cluster.stop()


def _prepare_once(state: KeptState, env: Environment) -> None:
    """Migrates and seeds a database that was never prepared; later that is up to ``bin/run`` or to the command."""
    mark = state.database_home / "prepared"
    if mark.exists():
        return
    if _call(["-m", "portal.embedded.prepare"], env, stdout=sys.stderr.fileno()) != 0:
        raise EmbeddedError("the portal's data could not be prepared; the reason stands above")
    mark.touch()


def _call(arguments: Sequence[str], env: Environment, stdout: int | None = None) -> int:
    """Runs Python in the foreground, so that it has the terminal and its Ctrl-C; TERM is passed on."""
    child: subprocess.Popen[bytes] = spawn(
        [sys.executable, *arguments], env=env, stdout=stdout, own_session=False, dies_by=signal.SIGTERM
    )

    def pass_on(number: int, frame: FrameType | None) -> None:
        child.send_signal(number)

    signal.signal(signal.SIGTERM, pass_on)
    signal.signal(signal.SIGHUP, pass_on)
    signal.signal(signal.SIGINT, lambda *_: None)
    code = child.wait()
    return code if code >= 0 else 128 - code
