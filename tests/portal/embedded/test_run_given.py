"""``bin/run`` with given servers: it serves, and starts and seeds nothing of its own."""

import json
import os
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connections
from psycopg import sql

from tests.portal.embedded.processes import descendants, embedded, eventually, own_environment, running

pytestmark = pytest.mark.worker

NAME = "given"


def connect(name: str) -> psycopg.Connection:
    """A connection of the portal's role to one database of the test run's server."""
    where = connections.settings["default"]
    host, user, password = where["HOST"], where["USER"], where["PASSWORD"]
    return psycopg.connect(host=host, user=user, password=password, dbname=name, autocommit=True)


@pytest.fixture
def database() -> Iterator[str]:
    """The address of an empty database on the test run's server."""
    with connect("postgres") as own:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(NAME))
        own.execute(drop)
        own.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
        yield os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{NAME}"
        own.execute(drop)


def who_knows(pid: int, path: str) -> set[str]:
    """The queues of the workers below ``pid`` that are told of ``path``; "" stands for a process of no worker."""
    told = f"SEAL_VAULT_PRIVATE_KEY={path}\0".encode()
    queues = re.compile("--queues=(\\S+)")
    assert eventually(lambda: sum("--queues=" in command for command in descendants(pid).values()) >= 3)
    below = descendants(pid)
    workers = {one: found[1] for one, command in below.items() if (found := queues.search(command))}
    # What a worker starts (to find a library, say) knows what it knows, for as long as it lasts.
    helpers = {helper for worker in workers for helper in descendants(worker)} - workers.keys()
    knowing = [one for one in below.keys() - helpers if told in environment_of(one)]
    return {workers.get(one, "") for one in knowing}


def environment_of(pid: int) -> bytes:
    """What a process was started with; nothing of one that is gone."""
    try:
        return Path(f"/proc/{pid}/environ").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def test_nothing_embedded_starts_and_nothing_is_seeded(tmp_path: Path, database: str) -> None:
    given = {"DATABASE_URL": database, "REDIS_URL": os.environ["REDIS_URL"], "SECRET_KEY": "k" * 60}
    given |= {"STATIC_ROOT": str(tmp_path / "static"), "DOCUMENT_STORE": str(tmp_path / "documents")}
    given |= {"SEAL_VAULT_PRIVATE_KEY": "/private"}
    with running(embedded("run"), own_environment(tmp_path, **given)) as process:
        assert process.stdout
        ready = process.stdout.readline()
        assert ready.startswith("绩效直报 is ready: http://127.0.0.1:")
        with urllib.request.urlopen(f"{ready.split()[-1]}healthz", timeout=20) as answer:
            assert json.load(answer) == {"database": True, "broker": True}
        below = " ".join(descendants(process.pid).values())
        assert "gunicorn" in below
        assert [program for program in ("valkey-server", "initdb", "postgres -D") if program in below] == []
        assert who_knows(process.pid, "/private") == {"interactive", "interactive,bulk"}
    with connect(NAME) as own:
        assert own.execute("SELECT count(*) FROM accounts_user").fetchone() == (0,)
