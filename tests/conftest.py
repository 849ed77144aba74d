"""What every test stands on; ``./bin/test`` gives the private PostgreSQL and Valkey."""

import gc
import os

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.test import TestCase, TransactionTestCase

from tests.emptying import empty
from tests.portal.embedded.started import portal

__all__ = ["portal"]

_enter_atomics = TestCase._enter_atomics.__func__  # type: ignore[attr-defined]

gc.disable()  # while the tests are loaded: nothing of them goes away again

#: A property says what is true, not how fast this host is today. The suite tries the same fifty examples for the same
#: code, where more would only be repeated; ``--hypothesis-profile=search`` tries others, and many more, at every run.
_LENIENT = hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.register_profile("portal", _LENIENT, derandomize=True, database=None, max_examples=50)
hypothesis.settings.register_profile("search", _LENIENT, max_examples=1000)
hypothesis.settings.load_profile("portal")


#: Fixtures that lead to the database.
STORED = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs no server is ``pure``."""
    for item in items:
        marked = any(map(item.get_closest_marker, ("django_db", "e2e", "worker")))
        if not marked and STORED.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker("pure")


def _with_lines_at_once(cls: type[TestCase]) -> object:
    """A test that never commits reads lines of the record, which otherwise get their place at the commit."""
    atomics = _enter_atomics(cls)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS audit_pending_is_chained IMMEDIATE")
    return atomics


def pytest_collection_finish() -> None:
    """What was loaded stays: the collector of garbage need not look through it again and again while tests run."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 20, 20)


def pytest_configure(config: pytest.Config) -> None:
    """Cheap password hashing, static files by their plain names, and databases copied from a migrated one, if any.

    They are emptied behind a test that commits without asking every table.
    """
    TransactionTestCase._fixture_teardown = lambda test: empty()  # type: ignore[attr-defined]
    TestCase._enter_atomics = classmethod(_with_lines_at_once)  # type: ignore[attr-defined]
    settings.DATABASES["default"].setdefault("TEST", {})["TEMPLATE"] = os.environ.get("PORTAL_TEST_TEMPLATE")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
