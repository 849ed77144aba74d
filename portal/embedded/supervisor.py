"""Keeps the portal's processes running and ends all of them together."""

import signal
import subprocess
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from portal.embedded.children import end_if_asked, spawn, stop, tail
from portal.embedded.postgres import Cluster
from portal.embedded.servers import Environment, say
from portal.embedded.services import Service
from portal.embedded.state import EmbeddedError
from portal.embedded.valkey import Broker

#: A process that ends more often than this within the minute is broken, not unlucky.
RESTARTS_A_MINUTE = 6


@dataclass
class Supervisor:
    """The running processes; ``logs`` None means that they share the caller's output."""

    env: Environment
    logs: Path | None = None
    cluster: Cluster | None = None
    broker: Broker | None = None
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    restarts: dict[str, deque[float]] = field(default_factory=dict)

    def start(self, service: Service, *keep_open: int) -> None:
        """Starts one of the portal's processes; it inherits the descriptors ``keep_open``."""
        log = self.logs / f"{service.name}.log" if self.logs else None
        env = {**self.env, **service.env}
        child = spawn(service.command, dies_by=service.dies_by, env=env, log=log, keep_open=keep_open)
        self.running[service.name] = child
        self.services[service.name] = service

    def check(self) -> None:
        """Restarts what may be restarted, and ends where that was asked for.

        Raises EmbeddedError for what may not be restarted, and for what keeps ending.
        """
        end_if_asked()
        if self.cluster and self.cluster.server and (code := self.cluster.server.poll()) is not None:
            raise EmbeddedError(f"PostgreSQL ended ({describe(code)}); stopping all.{self.last_words('postgres')}")
        if self.broker and self.broker.server and (code := self.broker.server.poll()) is not None:
            self._count("valkey", code)
            self.broker.spawn()
        for service in list(self.services.values()):
            if (code := self.running[service.name].poll()) is None:
                continue
            if not service.restarts:
                words = self.last_words(service.name)
                raise EmbeddedError(f"{service.name} ended ({describe(code)}); stopping all.{words}")
            self._count(service.name, code)
            self.start(service)

    def stop(self) -> None:
        """Ends the portal's processes: requests and jobs at hand are finished, within reason."""
        stop(self.running, signal.SIGTERM, patience=8)

    def _count(self, name: str, code: int) -> None:
        now = time.monotonic()
        past = self.restarts.setdefault(name, deque(maxlen=RESTARTS_A_MINUTE))
        if len(past) == RESTARTS_A_MINUTE and now - past[0] < 60:
            raise EmbeddedError(f"{name} keeps ending ({describe(code)}); stopping all.{self.last_words(name)}")
        past.append(now)
        say(f"{name} ended ({describe(code)}); starting it again")
        time.sleep(0.5)

    def last_words(self, name: str) -> str:
        """The end of a process's log, on lines of its own."""
        return f"\n{tail(self.logs / f'{name}.log')}" if self.logs else ""


def describe(code: int) -> str:
    """How a process ended, in words."""
    return f"exit {code}" if code >= 0 else f"signal {-code}"
