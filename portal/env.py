"""Settings read from the environment, each refused with a clear line when it is wrong."""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()


def secret(name: str, default: str | None = None) -> str:
    """The value of ``NAME``, or of the file that ``NAME_FILE`` points to (how containers hand over secrets)."""
    if path := env.str(f"{name}_FILE", default=""):
        return Path(path).read_text(encoding="utf-8").strip()
    return env.str(name) if default is None else env.str(name, default=default)
