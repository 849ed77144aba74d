"""Brings the portal's data up to date in one process: migrations, static files; embedded, its authority and the demo.

Standard output carries the demo accounts alone.
"""

import gc
import hashlib
import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def prepare() -> None:
    """Migrates and collects; seeds and prints the demo accounts only on the embedded database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    gc.set_threshold(20_000, 20, 20)  # looking for garbage would take a fourth of the time of the migrations
    django.setup()
    call_command("migrate", interactive=False, verbosity=0, stdout=sys.stderr)
    collect_static()
    if settings.EMBEDDED:
        make_authority()
        call_command("seed_demo", stdout=sys.stderr)
        call_command("demo_accounts")


def make_authority() -> None:
    """Makes the authority that issues demo seals, at the first run."""
    from portal import clock  # models can be imported once Django is set up
    from portal.seals import authority
    from portal.seals.services.founding import found_authority

    if not authority.exists():
        found_authority(at=clock.now())


def collect_static() -> None:
    """Collects static files when one was added, changed or removed since the last time."""
    root = Path(settings.STATIC_ROOT)
    stamp = root / ".collected"
    found = _fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == found:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0, stdout=sys.stderr)
    stamp.write_text(found, encoding="ascii")


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path}\0{storage.size(path)}\0{storage.get_modified_time(path)}\n".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    prepare()
