"""The places where a checkout keeps its private servers: directories, the database's account, secrets and the lock."""

import fcntl
import hashlib
import os
import pwd
import secrets
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from portal.embedded.children import Account
from portal.env import BASE_DIR
from portal.seals.vault import PRIVATE_NAME, PUBLIC_NAME, write_pair


class EmbeddedError(Exception):
    """The private servers cannot be used; the message is one clear line for the person at the terminal."""


class AlreadyRunningError(EmbeddedError):
    """Another process holds this state; ``holder`` is what it wrote about itself."""

    def __init__(self, holder: str) -> None:
        super().__init__(f"already running: {holder}")
        self.holder = holder


@dataclass(frozen=True)
class Vault:
    """The files of the two halves: every process has the public one; who seals, and ``bin/manage``, the private one."""

    public: Path
    private: Path


@dataclass(frozen=True)
class KeptState:
    """Everything that outlives a run.

    ``root`` belongs to the caller; ``database_home`` to ``account`` where the caller is root, because PostgreSQL
    refuses to run as root.
    """

    root: Path
    database_home: Path
    account: Account | None

    @classmethod
    def locate(cls) -> Self:
        """The state of this checkout, made where it is missing."""
        return cls.at(root_directory())

    @classmethod
    def at(cls, root: Path) -> Self:
        """The state in ``root``, an existing directory."""
        account = database_account() if os.geteuid() == 0 else None
        home = _home_outside(root) if account else root / "database"
        private_directory(home, account)
        return cls(root, home, account)

    def secret(self, name: str) -> str:
        """A random secret that stays the same from run to run, readable by its owner alone."""
        path = self.root / f"{name}.secret"
        if not path.exists():
            write_private(path, secrets.token_urlsafe(48))
        return path.read_text(encoding="ascii")

    def vault(self) -> Vault:
        """The key pair of the seals' vault, made where it is missing, readable by its owner alone."""
        home = self.root / "seals"
        if not home.exists():
            fresh = Path(tempfile.mkdtemp(prefix=".seals-", dir=self.root))
            write_pair(fresh)
            fresh.rename(home)
        return Vault(home / PUBLIC_NAME, home / PRIVATE_NAME)

    def logs(self) -> Path:
        """The directory of the children's logs."""
        path = self.root / "log"
        path.mkdir(exist_ok=True)
        return path

    def keep_last_logs(self) -> None:
        """Sets the last run's logs aside, and lets go of those before."""
        for log in self.logs().glob("*.log"):
            log.replace(log.with_suffix(".log.1"))


@dataclass
class Lock:
    """Held as long as this process lives; the kernel frees it however the process ends."""

    path: Path
    descriptor: int = -1

    def take(self, holder: str, *, wait: bool = False) -> None:
        """Takes the lock and writes who holds it. Raises AlreadyRunningError with the holder's words."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            said = os.pread(descriptor, 1000, 0).decode("utf-8", "replace")
            os.close(descriptor)
            raise AlreadyRunningError(said) from None
        self.descriptor = descriptor
        self.note(holder)

    def note(self, holder: str) -> None:
        """Replaces the words that others read."""
        os.ftruncate(self.descriptor, 0)
        os.pwrite(self.descriptor, holder.encode(), 0)


def root_directory() -> Path:
    """The caller's own part of the state: ``PORTAL_STATE``, else ``var/embedded`` of the checkout."""
    root = Path(os.environ.get("PORTAL_STATE") or BASE_DIR / "var" / "embedded").resolve()
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    return root


def database_account() -> Account:
    """The existing account that PostgreSQL runs as where the caller is root."""
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise EmbeddedError("neither a postgres nor a nobody account exists; run as an ordinary user")


def private_directory(path: Path, account: Account | None) -> None:
    """Makes ``path`` (0700, of ``account``), or raises if something else than that stands there."""
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        found = path.lstat()
        owner = account.uid if account else os.geteuid()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or stat.S_IMODE(found.st_mode) & 0o077:
            raise EmbeddedError(f"{path} is not a private directory of its owner; remove it") from None
        return
    if account:
        os.chown(path, account.uid, account.gid)


def write_private(path: Path, text: str, account: Account | None = None) -> None:
    """Writes a file that only its owner can read, at once or not at all."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    if account:
        os.chown(fresh, account.uid, account.gid)
    fresh.replace(path)


def _home_outside(root: Path) -> Path:
    """A directory under /var/tmp that belongs to this state alone: a copy or a fresh clone gets another."""
    mark = root / "id"
    if not mark.exists():
        write_private(mark, secrets.token_hex(8))
    own = hashlib.sha256(f"{root}\n{mark.read_text(encoding='ascii')}".encode()).hexdigest()
    return Path("/var/tmp") / f"jixiao-{own[:12]}"  # noqa: S108 - private, its owner and mode are checked
