"""How often a measured thing is done: often where ``./bin/bench`` measures, once where the suite only checks it."""

import os


def rounds(measured: int, *, least: int = 1) -> int:
    """``measured`` under ``./bin/bench``, else ``least``."""
    return measured if os.environ.get("PORTAL_MEASURES") else least
