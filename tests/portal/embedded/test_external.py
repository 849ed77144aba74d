"""Given servers are used as they are, and only whole."""

from pathlib import Path

import pytest

from portal.embedded.external import given
from portal.embedded.state import EmbeddedError

DATABASE = "postgres://portal@db/portal"
BROKER = "redis://broker/0"


@pytest.fixture(autouse=True)
def nothing_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "SECRET_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)


def test_nothing_given_means_embedded() -> None:
    assert given() is None


def test_one_address_alone_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", DATABASE)
    with pytest.raises(EmbeddedError, match=r"^DATABASE_URL is set and REDIS_URL is not"):
        given()


def test_without_a_given_key_the_host_keeps_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in {"DATABASE_URL": DATABASE, "REDIS_URL": BROKER, "PORTAL_STATE": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)
    first, second = given(), given()
    assert first is not None
    assert len(first["SECRET_KEY"]) > 50
    assert first == second


def test_given_servers_are_never_taken_for_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "DATABASE_URL": DATABASE,
        "REDIS_URL": BROKER,
        "SECRET_KEY": "k",
        "PORTAL_EMBEDDED": "1",
    }.items():
        monkeypatch.setenv(name, value)
    env = given()
    assert env is not None
    assert (env["DATABASE_URL"], env["REDIS_URL"], env["PORTAL_EMBEDDED"]) == (DATABASE, BROKER, "0")
