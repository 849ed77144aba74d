"""The version of its paper that a page had read when it writes; one from before the paper was sent is too old."""

import re

from django.utils.translation import gettext as _

from assessments.models import Filing
from assessments.services.errors import Refused

#: The field of a form, and of a script's body.
FIELD = "page_read"


class TooOld(Refused):
    """The page shows a version that is not the newest any more."""


def version_read(said: object) -> int | None:
    """The version that a page names; None where it names none. Raises :class:`TooOld` for what can be no version."""
    if said in (None, ""):
        return None
    if not re.fullmatch("[0-9]{1,9}", str(said)):
        raise _too_old()
    return int(str(said))


def require_read(said: object, version: int) -> None:
    """Raises :class:`TooOld` where a page names another version than the paper has now."""
    if version_read(said) not in (None, version):
        raise _too_old()


def _too_old() -> TooOld:
    return TooOld(_("这张表在您打开本页之后报送或退回过，没有保存。请刷新后核对再填；您输入的内容仍保留在本机。"))


def content_mark(filing: Filing) -> str:
    """The mark of a filing that a page showed: its version and when it was last saved."""
    return f"{filing.version}.{filing.saved_at.timestamp() if filing.saved_at else ''}"


def require_seen(said: str, filing: Filing) -> None:
    """Raises :class:`TooOld` where somebody saved the filing after the page showed it."""
    if said and said != content_mark(filing):
        raise TooOld(_("这张表在您打开本页之后改过，没有办理。请看过改动后再办。"))
