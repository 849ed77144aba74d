"""Checks of a value that every reader of the exchange format makes, and the refusal of a file."""

import json
from collections.abc import Mapping

from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TOO_DEEP = _("文件的层次太深")


class NotThisShape(ValueError):
    """The file is not of the exchange format's shape; ``message`` says where."""

    def __init__(self, template: str, where: str = "") -> None:
        self.message = Message(template, {"where": where})
        super().__init__(str(self.message))


def as_text(value: object) -> str:
    """A JSON value as the text of a square: strings as they are, None blank, other scalars and structures printed."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if not isinstance(value, bool | Mapping | list | tuple):
        return str(value)
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except RecursionError:
        raise NotThisShape(_TOO_DEEP) from None
