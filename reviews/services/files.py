"""Exchange files from the command line: read, or refused with one clear line."""

from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from assessments.domain.exchange import NotThisShape, Parcel, read_file_text
from assessments.services.wording import in_words

#: No filing is larger; a file beyond it is something else.
MOST_BYTES = 20 * 1024 * 1024


class UnreadableFile(Exception):
    """The file holds nothing that can be read; ``message`` is one line for a person."""

    def __init__(self, message: str | Promise) -> None:
        self.message = str(message)
        super().__init__(self.message)


def read_parcel(path: Path) -> Parcel:
    """The content of the file at ``path``; raises :class:`UnreadableFile`."""
    try:
        return read_file_text(_text(path))
    except NotThisShape as wrong:
        raise UnreadableFile(in_words(wrong.message)) from None


def _text(path: Path) -> str:
    try:
        if path.is_dir():
            raise UnreadableFile(_("这是文件夹，请给出文件"))
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableFile(_("没有这个文件")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(_("打不开：%(reason)s") % {"reason": reason}) from None
    if not content.strip():
        raise UnreadableFile(_("文件是空的"))
    if len(content) > MOST_BYTES:
        raise UnreadableFile(_("文件超过 %(size)s MB") % {"size": MOST_BYTES // 1024 // 1024})
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile(_("文件不是 UTF-8 编码，请另存为 UTF-8 后重试")) from None
