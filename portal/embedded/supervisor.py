"""Keeps the portal's processes running and ends all of them together."""

import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from portal.embedded.children import end_if_asked, spawn, stop, tail
from portal.embedded.postgres import Cluster
from portal.embedded.servers import Environment, say
from portal.embedded.services import Service
from portal.embedded.state import EmbeddedError
from portal.embedded.valkey import Broker

#: Seconds until a process that ended is started again: at once the first time, then twice as long each time, up to a
#: minute. One that has run for longer than this counts as sound, and begins anew.
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 60.0


@dataclass
class Rest:
    """The record of a process that may be restarted: when it was started, and until when it stays down (else None)."""

    first_pause: float
    since: float = 0.0
    until: float | None = None
    pause: float = field(init=False)

    def __post_init__(self) -> None:
        self.pause = self.first_pause

    def ended(self, now: float) -> float:
        """Notes its end; returns how long it stays down."""
        pause, self.until = self.pause, now + self.pause
        self.pause = min(LONGEST_PAUSE, 2 * pause)
        return pause

    def started(self, now: float) -> None:
        """Notes that it is started again."""
        self.since, self.until = now, None

    def runs(self, now: float) -> None:
        """Notes that it still runs: after long enough, an earlier end is forgotten."""
        if now - self.since > LONGEST_PAUSE:
            self.pause = self.first_pause


@dataclass
class Supervisor:
    """The running processes; ``logs`` None means that they share the caller's output."""

    env: Environment
    logs: Path | None = None
    cluster: Cluster | None = None
    broker: Broker | None = None
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    resting: dict[str, Rest] = field(default_factory=dict)
    first_pause: float = FIRST_PAUSE

    def start(self, service: Service, *keep_open: int) -> None:
        """Starts one of the portal's processes; it inherits the descriptors ``keep_open``."""
        log = self.logs / f"{service.name}.log" if self.logs else None
        env = {**self.env, **service.env}
        child = spawn(service.command, dies_by=service.dies_by, env=env, log=log, keep_open=keep_open)
        self.running[service.name] = child
        self.services[service.name] = service

    def check(self) -> None:
        """Restarts what may be restarted, each after its own pause, and ends where that was asked for.

        What keeps ending stays down for longer and longer and takes nothing else with it. Raises EmbeddedError for what
        may not be restarted: without the database or the web server there is no portal.
        """
        end_if_asked()
        if self.cluster and self.cluster.server and (code := self.cluster.server.poll()) is not None:
            raise EmbeddedError(f"PostgreSQL ended ({describe(code)}); stopping all.{self.last_words('postgres')}")
        if self.broker and self.broker.server:
            self._revive("valkey", self.broker.server.poll(), self.broker.spawn)
        for service in list(self.services.values()):
            code = self.running[service.name].poll()
            if code is not None and not service.restarts:
                words = self.last_words(service.name)
                raise EmbeddedError(f"{service.name} ended ({describe(code)}); stopping all.{words}")
            self._revive(service.name, code, partial(self.start, service))

    def stop(self) -> None:
        """Ends the portal's processes: requests and jobs at hand are finished, within reason."""
        stop(self.running, signal.SIGTERM, patience=8)

    def _revive(self, name: str, code: int | None, start: Callable[[], object]) -> None:
        """Starts a process that ended with ``code`` once its pause is over; None: it runs."""
        rest, now = self.resting.setdefault(name, Rest(self.first_pause)), time.monotonic()
        if code is None:
            rest.runs(now)
        elif rest.until is None:
            pause = rest.ended(now)
            say(f"{name} ended ({describe(code)}); starting it again in {pause:g} s.{self.last_words(name)}")
        elif now >= rest.until:
            rest.started(now)
            start()

    def last_words(self, name: str) -> str:
        """The end of a process's log, on lines of its own."""
        return f"\n{tail(self.logs / f'{name}.log')}" if self.logs else ""


def describe(code: int) -> str:
    """The end of a process, in words."""
    return f"exit {code}" if code >= 0 else f"signal {-code}"
