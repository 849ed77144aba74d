"""No character is lost unseen."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident

from portal.documents.pdf.errors import MissingGlyphError

_MISSING = re.compile(r"\.notdef glyph rendered")


@contextmanager
def missing_glyphs_raise() -> Iterator[None]:
    """Turns the engine's warnings about characters without a glyph, in this thread, into an error that names them."""
    handler = _MissingGlyphs()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if handler.characters:
        raise MissingGlyphError("".join(handler.characters))


class _MissingGlyphs(logging.Handler):
    """Collects the characters that this thread's engine had no glyph for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.characters: dict[str, None] = {}
        self._thread = get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread and _MISSING.match(str(record.msg)) and isinstance(record.args, tuple):
            self.characters[str(record.args[0])] = None
