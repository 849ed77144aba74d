"""Static files as they are served: under names that tell their content."""

import re
from pathlib import Path

from django.core.management import call_command
from pytest_django import Settings

PRODUCTION = "portal.ui.storage.NamedByContent"
IMPORT = re.compile(r"""\bfrom\s+["']\./([\w.]+)["']""")


def test_modules_import_modules_by_the_names_that_tell_their_content(settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": PRODUCTION}}
    call_command("collectstatic", interactive=False, verbosity=0)
    named = [path for path in (tmp_path / "js").rglob("*.js") if re.search(r"\.[0-9a-f]{12}\.js$", path.name)]
    imports = {path.parent / name for path in named for name in IMPORT.findall(path.read_text(encoding="utf-8"))}
    assert len(imports) > 10
    assert {path for path in imports if not re.search(r"\.[0-9a-f]{12}\.js$", path.name) or not path.exists()} == set()
