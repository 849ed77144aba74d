"""Static files as in service, for tests that look at them; the others take them by their plain names."""

from pathlib import Path

from django.core.management import call_command
from pytest_django import Settings


def collect(settings: Settings, root: Path) -> None:
    """Collects into ``root``, from where the portal then serves."""
    settings.STATIC_ROOT = root
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "portal.ui.storage.BundledAndCompressed"}}
    call_command("collectstatic", interactive=False, verbosity=0)
