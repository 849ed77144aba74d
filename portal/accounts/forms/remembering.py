"""Forms that send back what they showed, so that of two people who save neither writes over the other unread."""

from datetime import datetime
from typing import Any, Protocol

from django import forms
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.meanwhile import ChangedMeanwhile, as_text

#: Before the name of the field that holds what the page was drawn with.
WAS = "was:"


class Signed(Protocol):
    """Something that says who did it and when, as a line of the record does."""

    @property
    def actor(self) -> User | None:
        """The person who did it."""

    @property
    def at(self) -> datetime:
        """The instant."""


class RememberingForm(forms.BaseForm):
    """A form whose page carries the first values of its fields (templates/_standing.html) beside the fields."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._stands: dict[str, str] = {}

    @property
    def seen(self) -> dict[str, str]:
        """The values that the person had before their eyes, as the page sends them back."""
        return {
            name: str(self.data.get(f"{WAS}{name}", as_text(self.initial[name]))).replace("\r\n", "\n")
            for name in self.fields
            if name in self.initial
        }

    @property
    def standing(self) -> list[tuple[str, str]]:
        """The values that the page sends back next time: what it has told the person, and nothing that it has not."""
        return [(f"{WAS}{name}", text) for name, text in (self.seen | self._stands).items()]

    def say_changed(self, changed: ChangedMeanwhile, *, reader: User, line: Signed | None = None) -> None:
        """Says at each field what it holds now and who wrote it (``line`` tells); the typed text stays."""
        for name, value in changed.stands.items():
            self._stands[name] = as_text(value)
            said = {"who": _who(line, reader), "now": self._in_words(name, value)}
            self.add_error(name, _("%(who)s刚改为“%(now)s”，没有保存。这里仍是您填的，再保存一次就用您的。") % said)

    def _in_words(self, name: str, value: object) -> str:
        if isinstance(value, Model):
            return str(value)
        choices = {as_text(choice): str(label) for choice, label in getattr(self.fields[name], "choices", ())}
        values = value if isinstance(value, list | tuple) else [value]
        return "、".join(choices.get(as_text(item), as_text(item)) for item in values) or _("（空白）")


def _who(line: Signed | None, reader: User) -> str:
    if line is None or line.actor is None:
        return _("他人")
    who = _("您自己在另一页") if line.actor == reader else str(line.actor)
    return f"{who}（{timezone.localtime(line.at):%H:%M}）"
