"""Static files as a browser gets them: in few files, compressed, under names that tell their content."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from portal.ui import bundles

#: Where each collected file lies, by the name under which it is served.
Found = dict[str, tuple[Storage, str]]


class BundledAndCompressed(CompressedManifestStaticFilesStorage):
    """Our scripts come with what they import, our style sheets with their parts: no part is asked for alone."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._addresses: dict[str, str] = {}

    def url(self, name: str | None, force: bool = False) -> str:
        """The address of a file, found once: none changes while a process serves, and a form names one 70 times."""
        known = self._addresses.get(name or "")
        if known is None or force:
            known = self._addresses[name or ""] = super().url(name, force)
        return known

    def post_process(self, paths: Found, dry_run: bool = False, **options: Any) -> Iterator[tuple[str, str, bool]]:
        if not dry_run:
            whole = _whole(paths)
            for part in paths.keys() - whole.keys():
                self.delete(part)
            paths = whole
        yield from super().post_process(paths, dry_run=dry_run, **options)


def _whole(paths: Found) -> Found:
    """What is served: ``paths`` without what is only a part, entries in the place of their first pieces."""
    scripts = _texts(paths, "js/", ".js")
    sheets = _texts(paths, "css/", ".css")
    parts = {f"css/{part}" for text in sheets.values() for part in bundles.parts_of(text)}
    made = bundles.entries(scripts)
    made |= {name: bundles.flattened(name, sheets) for name in sheets if name not in parts}
    kept = InMemoryStorage()
    for name, text in made.items():
        kept.save(name, ContentFile(text.encode()))
    others = {name: found for name, found in paths.items() if name not in scripts and name not in sheets}
    return others | {name: (kept, name) for name in made}


def _texts(paths: Found, folder: str, ending: str) -> dict[str, str]:
    texts = {}
    for name, (storage, path) in paths.items():
        if name.startswith(folder) and name.endswith(ending):
            with storage.open(path) as file:
                texts[name] = file.read().decode()
    return texts
