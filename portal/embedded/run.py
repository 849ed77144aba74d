"""``bin/run``: the whole portal from one command, until Ctrl-C, TERM or a hang-up."""

import errno
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

from portal.embedded.children import end_on_signals, spawn
from portal.embedded.external import given
from portal.embedded.servers import PRIVATE_KEY, environment, permanent, publish, say, unpublish
from portal.embedded.services import services
from portal.embedded.state import EmbeddedError, KeptState, Lock, root_directory
from portal.embedded.supervisor import Supervisor

HOST = "127.0.0.1"
DEFAULT_PORT = 8000
PORTS_TRIED = 50
READY_PATIENCE = 90.0
CHECK_EVERY = 0.5


def run() -> NoReturn:
    """Serves the portal until it is told to end, which raises SystemExit and stops everything on the way out."""
    end_on_signals(exit_code=0)
    if (env := given()) is not None:
        private_key = env.pop(PRIVATE_KEY, "")
        with open_port() as listener:
            _serve(Supervisor(env), listener, root_directory() / "schedule-given", private_key, None)
    state = KeptState.locate()
    lock = Lock(state.root / "lock")
    lock.take(f"bin/run, process {os.getpid()}, starting")
    unpublish(state)
    state.keep_last_logs()
    cluster, broker = permanent(state)
    try:
        cluster.start()
        broker.start()
        with open_port() as listener:
            env = {"PUBLIC_URL": _address(listener), **environment(state, cluster, broker)}
            publish(state, env)
            supervisor = Supervisor(env, state.logs(), cluster, broker)
            _serve(supervisor, listener, state.root / "schedule", str(state.vault().private), lock)
    finally:
        unpublish(state)
        broker.stop()
        cluster.stop()


def _serve(
    supervisor: Supervisor, listener: socket.socket, schedule: Path, private_key: str, lock: Lock | None
) -> NoReturn:
    accounts = _prepare(supervisor)
    web, *background = services(
        listener=listener.fileno(), schedule=schedule, embedded=lock is not None, private_key=private_key
    )
    try:
        supervisor.start(web, listener.fileno())
        _wait_until_ready(supervisor, listener.getsockname()[1])
        if lock:
            lock.note(f"bin/run, process {os.getpid()}, {_address(listener)}/")
        _announce(supervisor, _address(listener), accounts)
        for service in background:
            supervisor.start(service)
        while True:
            time.sleep(CHECK_EVERY)
            supervisor.check()
    finally:
        supervisor.stop()


def _prepare(supervisor: Supervisor) -> str:
    """Migrates, seeds and collects in a process of its own; returns what it says about the demo accounts."""
    command = [sys.executable, "-m", "portal.embedded.prepare"]
    child = spawn(command, env=supervisor.env, stdout=subprocess.PIPE, dies_by=signal.SIGTERM)
    said, _ = child.communicate()
    if child.returncode != 0:
        raise EmbeddedError("the portal's data could not be brought up to date; the reason stands above")
    return said.decode()


def open_port() -> socket.socket:
    """The bound socket on ``PORT`` (default 8000), or on the next free port where another program has it."""
    text = os.environ.get("PORT") or str(DEFAULT_PORT)
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise EmbeddedError(f"PORT must be a number from 1 to 65535, not {text!r}")
    wanted = int(text)
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        try:
            listener = socket.create_server((os.environ.get("HOST", HOST) if given() else HOST, port), backlog=128)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                continue
            raise EmbeddedError(f"port {port} cannot be opened: {error.strerror}") from error
        if port != wanted:
            say(f"port {wanted} is in use; taking {port}")
        return listener
    raise EmbeddedError(f"no free port from {wanted} on; set PORT")


def _wait_until_ready(supervisor: Supervisor, port: int) -> None:
    """Waits until the web server answers without a fault. Raises EmbeddedError when it ends or takes too long."""
    deadline = time.monotonic() + READY_PATIENCE
    while (status := _status(port)) is None or status >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
        supervisor.check()
        if status or time.monotonic() > deadline:
            raise EmbeddedError(f"the web server gives no good answer on port {port}.{supervisor.last_words('web')}")
        time.sleep(0.05)


def _status(port: int) -> int | None:
    """What the health view answers; None while nothing does."""
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def _address(listener: socket.socket) -> str:
    return f"http://{HOST}:{listener.getsockname()[1]}"


def _announce(supervisor: Supervisor, address: str, accounts: str) -> None:
    sys.stdout.write(f"绩效直报 is ready: {address}/\n")
    if supervisor.logs:
        sys.stdout.write(f"Logs: {supervisor.logs}    End it with Ctrl-C.\n\n{accounts}")
    sys.stdout.flush()
