"""Papers to print, a store of its own for every test, and jobs."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from portal import clock
from portal.celery import app
from portal.documents import services
from portal.documents.models import Job
from portal.documents.services import nudge
from portal.embedded.valkey import Broker
from tests.portal.documents.sealed_papers import Case
from tests.portal.documents.workers import Yard

HERE = "tests.portal.documents.papers"
Ask = Callable[..., Job]


@pytest.fixture(autouse=True)
def _papers(settings: Settings, tmp_path: Path) -> None:
    settings.DOCUMENT_STORE = tmp_path / "store"
    settings.DOCUMENT_BUILDERS = {"paper": f"{HERE}.build"}
    settings.DOCUMENT_GATES = {"paper": f"{HERE}.may_read"}
    settings.DOCUMENT_LISTS = {"paper": f"{HERE}.visible_to"}


@pytest.fixture
def ask() -> Ask:
    """Asks for the PDF of a paper; the digest follows from its id unless given."""

    def ask(subject_id: str = "paper-1", **others: Any) -> Job:
        wanted: dict[str, Any] = {
            "kind": "pdf",
            "subject_kind": "paper",
            "subject_id": subject_id,
            "digest": hashlib.sha256(subject_id.encode()).hexdigest(),
            "variant": "unsigned",
            "actor": None,
            "at": clock.now(),
        }
        return services.request(**wanted | others)

    return ask


@pytest.fixture
def case(settings: Settings) -> Case:
    """A paper that two units seal, on a portal that makes no seals by itself."""
    settings.EMBEDDED = False
    app = "tests.portal.documents.sealed_papers"
    settings.DOCUMENT_BUILDERS = {"paper": f"{app}.build"}
    settings.SEAL_ACTS = {"paper": f"{app}.acts_behind"}
    settings.DOCUMENT_STANDINGS = {"paper": f"{app}.standings_of"}
    return Case.made()


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
