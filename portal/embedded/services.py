"""The portal's own processes: web server, three workers, scheduler."""

import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from portal.embedded.servers import PRIVATE_KEY

#: Web processes of the embedded portal; more would only crowd its small database.
MOST_WEB_PROCESSES = 4


@dataclass(frozen=True)
class Service:
    """One long-lived process; ``dies_by`` reaches it when the supervisor is killed.

    ``env``: what it alone is told, beside what all are.
    """

    name: str
    command: tuple[str, ...]
    dies_by: signal.Signals
    restarts: bool
    env: Mapping[str, str] = field(default_factory=dict)


def services(*, listener: int, schedule: Path, embedded: bool, private_key: str) -> tuple[Service, ...]:
    """All processes, in the order in which they start; ``listener`` is the bound socket's descriptor.

    ``private_key`` is the path of the vault's private half, blank where there is none: only the workers that seal are
    told. The one that takes apart the files of strangers is not among them.
    """
    seals = {PRIVATE_KEY: private_key}
    return (
        Service("web", _web(listener, embedded=embedded), signal.SIGQUIT, restarts=False),
        _worker("interactive", "interactive", seals),
        _worker("bulk", "interactive,bulk", seals),
        _worker("public", "public", {}),
        Service("scheduler", _celery("beat", f"--schedule={schedule}", "--pidfile="), signal.SIGKILL, restarts=True),
    )


def _web(listener: int, *, embedded: bool) -> tuple[str, ...]:
    cores = len(os.sched_getaffinity(0))
    workers = min(cores, MOST_WEB_PROCESSES) if embedded else int(os.environ.get("WEB_CONCURRENCY", cores))
    command = (sys.executable, "-m", "gunicorn", "--config=python:portal.web_server", "portal.wsgi")
    return (*command, f"--bind=fd://{listener}", f"--workers={workers}")


def _worker(name: str, queues: str, env: Mapping[str, str]) -> Service:
    options = ("--concurrency=1", f"--queues={queues}", f"--hostname={name}@%h", "--without-gossip", "--without-mingle")
    told = {**env, "PORTAL_PROCESS": "worker"}
    return Service(f"worker-{name}", _celery("worker", *options), signal.SIGKILL, restarts=True, env=told)


def _celery(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "celery", "--app=portal", *arguments, "--loglevel=INFO")
