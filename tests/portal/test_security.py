"""What every answer of the portal carries, and what production settings are."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.factories.accounts import BusinessAdminFactory

ROOT = Path(__file__).parents[2]
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/login/", "/users/", "/nowhere/", "/healthz"])
@pytest.mark.parametrize("signed_in", [False, True])
def test_every_answer_carries_the_security_headers(client: Client, address: str, signed_in: bool) -> None:
    if signed_in:
        client.force_login(BusinessAdminFactory.create())
    response = client.get(address)
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_cookies_are_out_of_reach_of_scripts_and_other_sites() -> None:
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"
    assert settings.SESSION_EXPIRE_AT_BROWSER_CLOSE


def production(*command: str, **changes: str | None) -> subprocess.CompletedProcess[str]:
    """A management command under production settings and no others; a change to None leaves one out."""
    given = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "k" * 25 + "Qz7-" * 10,
        "ALLOWED_HOSTS": "portal.example",
        "DATABASE_URL": "postgres://portal:word@database/portal",
        "REDIS_URL": "redis://broker/0",
        "SEAL_VAULT_PUBLIC_KEY": os.environ["SEAL_VAULT_PUBLIC_KEY"],
        **changes,
    }
    environment = {name: value for name, value in given.items() if value is not None}
    return subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_the_deployment_check_is_clean_for_production() -> None:
    done = production("check", "--deploy", "--fail-level", "INFO")
    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n"), done.stderr


def test_production_cookies_travel_over_https_only_and_passwords_are_hashed_with_argon2() -> None:
    names = "SESSION_COOKIE_SECURE,CSRF_COOKIE_SECURE,SECURE_SSL_REDIRECT,EMBEDDED,DEBUG"
    code = f"""from django.conf import settings; print([getattr(settings, name) for name in '{names}'.split(',')])
from django.contrib.auth.hashers import make_password; print(make_password('x').split('$')[0])"""
    assert production("shell", "--no-imports", "-c", code).stdout == "[True, True, True, False, False]\nargon2\n"


def test_a_worker_needs_no_secret_key_and_nothing_serves_pages_without() -> None:
    code = "import portal.celery; print('a worker starts', flush=True); import portal.wsgi"
    done = production("shell", "--no-imports", "-c", code, SECRET_KEY=None)
    assert (done.returncode, done.stdout) == (1, "a worker starts\n"), done.stderr
    assert "The SECRET_KEY setting must not be empty." in done.stderr
