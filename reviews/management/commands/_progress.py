"""The progress of a long command, on standard error."""

import time
from typing import Any

from django.utils.translation import gettext as _

#: Shorter runs end before a person looks.
_FROM = 50
_WIDTH = 30
_EVERY = 0.1


class Progress:
    """A bar that is drawn over on a terminal; elsewhere one line at every tenth."""

    def __init__(self, stream: Any, total: int) -> None:
        self.stream, self.total = stream, total
        self.begun, self.drawn, self.done = time.monotonic(), 0.0, 0
        self.on_terminal = bool(getattr(stream, "isatty", bool)())

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        if self.total < _FROM:
            return
        if self.on_terminal:
            self._draw()
        elif self.done * 10 // self.total > (self.done - 1) * 10 // self.total:
            self.stream.write(self._words())

    def clear(self) -> None:
        """Takes the bar away, so that a line can be written where it stood."""
        if self.on_terminal and self.drawn:
            self.stream.write("\r\x1b[K", ending="")

    def _draw(self) -> None:
        now = time.monotonic()
        if now - self.drawn < _EVERY and self.done < self.total:
            return
        self.drawn = now
        filled = self.done * _WIDTH // self.total
        bar = "█" * filled + "·" * (_WIDTH - filled)
        self.stream.write(f"\r\x1b[K{bar} {self._words()}", ending="\n" if self.done == self.total else "")

    def _words(self) -> str:
        spent = time.monotonic() - self.begun
        left = spent / self.done * (self.total - self.done)
        values = {"done": self.done, "total": self.total, "share": self.done * 100 // self.total, "left": round(left)}
        return _("%(done)d/%(total)d %(share)d%% 约剩 %(left)d 秒") % values
