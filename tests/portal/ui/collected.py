"""Static files as in service, for tests that look at them; the others take them by their plain names."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from portal.ui.templatetags.portal_ui import drawn_in, icon


@contextmanager
def collected_in(root: Path) -> Iterator[Path]:
    """Collects into ``root``, from where the portal meanwhile serves."""
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": "portal.ui.storage.BundledAndCompressed"}}
    with override_settings(STATIC_ROOT=root, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
        _draw_anew()
        yield root
    _draw_anew()


def _draw_anew() -> None:
    icon.cache_clear()
    drawn_in.cache_clear()
