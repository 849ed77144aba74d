"""The portal's own processes: web server, two workers, scheduler."""

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

#: Web processes of the embedded portal; more would only crowd its small database.
MOST_WEB_PROCESSES = 4


@dataclass(frozen=True)
class Service:
    """One long-lived process; ``dies_by`` reaches it when the supervisor is killed."""

    name: str
    command: tuple[str, ...]
    dies_by: signal.Signals
    restarts: bool


def services(*, listener: int, schedule: Path, embedded: bool) -> tuple[Service, ...]:
    """All processes, in the order in which they start; ``listener`` is the bound socket's descriptor."""
    return (
        Service("web", _web(listener, embedded=embedded), signal.SIGQUIT, restarts=False),
        _worker("interactive", "interactive"),
        _worker("bulk", "interactive,bulk"),
        Service("scheduler", _celery("beat", f"--schedule={schedule}", "--pidfile="), signal.SIGKILL, restarts=True),
    )


def _web(listener: int, *, embedded: bool) -> tuple[str, ...]:
    cores = len(os.sched_getaffinity(0))
    workers = min(cores, MOST_WEB_PROCESSES) if embedded else int(os.environ.get("WEB_CONCURRENCY", cores))
    command = (sys.executable, "-m", "gunicorn", "--config=python:portal.web_server", "portal.wsgi")
    return (*command, f"--bind=fd://{listener}", f"--workers={workers}")


def _worker(name: str, queues: str) -> Service:
    options = ("--concurrency=1", f"--queues={queues}", f"--hostname={name}@%h", "--without-gossip", "--without-mingle")
    return Service(f"worker-{name}", _celery("worker", *options), signal.SIGKILL, restarts=True)


def _celery(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "celery", "--app=portal", *arguments, "--loglevel=INFO")
