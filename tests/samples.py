"""Samples that are dear to make, made once in a run: what one process has made, the others read."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec

Asked = ParamSpec("Asked")


@cache
def _folder() -> Path:
    """``./bin/test`` gives one that ends with the run."""
    folder = Path(os.environ.get("PORTAL_SAMPLES") or tempfile.mkdtemp(prefix="jixiao-samples-"))
    folder.mkdir(exist_ok=True)
    return folder


def made_once(make: Callable[Asked, bytes]) -> Callable[Asked, bytes]:
    """``make``, whose result is kept by what was asked for, as ``repr`` tells it."""

    @wraps(make)
    def sample(*asked: Asked.args, **named: Asked.kwargs) -> bytes:
        name = repr((make.__module__, make.__qualname__, asked, sorted(named.items())))
        file = _folder() / hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
        if not file.exists():
            fresh = file.with_suffix(f".{os.getpid()}")
            fresh.write_bytes(make(*asked, **named))
            fresh.rename(file)
        return file.read_bytes()

    return sample
