"""What every test stands on; ``./bin/test`` gives the private PostgreSQL and Valkey."""

import hypothesis
import pytest
from django.conf import settings

#: A property says what is true, not how fast this host is today.
hypothesis.settings.register_profile("portal", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("portal")


def pytest_configure(config: pytest.Config) -> None:
    """Cheap password hashing, and static files by their plain names: nothing is collected for tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
