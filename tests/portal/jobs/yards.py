"""Yards for tests: a broker, a store and workers of their own; test modules and conftests import the fixtures."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytest_django import Settings

from portal.celery import app
from portal.embedded.valkey import Broker
from portal.jobs.services import nudge
from tests.portal.jobs.workers import Yard


@contextmanager
def opened(home: Path, **env: str) -> Iterator[Yard]:
    """A yard with a broker of its own and a store in ``home``, until nothing of it runs."""
    broker = Broker(home, home / "valkey.log")
    broker.start()
    yard = Yard(home, broker, {"DOCUMENT_STORE": str(home / "store"), **env})
    yield yard
    yard.close()
    broker.stop()


@contextmanager
def shared(yard: Yard, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This process publishes to the yard's broker, and shares its store."""
    settings.DOCUMENT_STORE = yard.store
    monkeypatch.setattr(app.conf, "broker_url", yard.broker.url())
    monkeypatch.setattr(nudge, "messenger", nudge.Messenger())
    app.__dict__.pop("amqp", None)
    yield
    app.__dict__.pop("amqp", None)


@pytest.fixture
def yard(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Yard]:
    """One for a single test."""
    with opened(tmp_path) as yard, shared(yard, settings, monkeypatch):
        yield yard


@pytest.fixture(scope="session")
def staff(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """A yard for many tests, for the two workers that make papers; what waits for a seal soon asks for it again."""
    with opened(tmp_path_factory.mktemp("yard"), SEAL_RETRY="1") as yard:
        yield yard


@pytest.fixture
def staffed(staff: Yard, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Yard]:
    """That yard with its workers, as a portal has them, for a test that ends none of them."""
    with shared(staff, settings, monkeypatch):
        if not staff.workers:
            staff.worker("interactive")
            staff.worker("interactive,bulk")
        yield staff
        staff.rest()
        staff.clear()
