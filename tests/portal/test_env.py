"""Secrets may stand in files of their own, apart from the addresses."""

from pathlib import Path

import pytest

from portal.env import broker, database, secret


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    path = tmp_path / "password"
    path.write_text("p@ss/word:1\n", encoding="utf-8")
    return path


def test_a_file_goes_before_the_value(monkeypatch: pytest.MonkeyPatch, password_file: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "value")
    assert secret("SECRET_KEY") == "value"
    monkeypatch.setenv("SECRET_KEY_FILE", str(password_file))
    assert secret("SECRET_KEY") == "p@ss/word:1"


def test_the_database_gets_its_password_from_the_file(monkeypatch: pytest.MonkeyPatch, password_file: Path) -> None:
    monkeypatch.setenv("ADDRESS", "postgres://portal@db:5433/portal")
    monkeypatch.setenv("DATABASE_PASSWORD_FILE", str(password_file))
    found = database("ADDRESS")
    names = ("HOST", "PORT", "NAME", "USER", "PASSWORD")
    assert [found[name] for name in names] == ["db", 5433, "portal", "portal", "p@ss/word:1"]


def test_the_broker_gets_its_password_from_the_file(monkeypatch: pytest.MonkeyPatch, password_file: Path) -> None:
    monkeypatch.setenv("ADDRESS", "redis://broker:6379/2")
    assert broker("ADDRESS") == "redis://broker:6379/2"
    monkeypatch.setenv("REDIS_PASSWORD_FILE", str(password_file))
    assert broker("ADDRESS") == "redis://:p%40ss%2Fword%3A1@broker:6379/2"
