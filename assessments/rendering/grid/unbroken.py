"""Printed words that may not break: no line begins with the last one or two characters of a name."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

#: Characters at the end of a name that stand together (管理局).
_END = 3
#: A longer text is running text, whose last line may be as short as it comes out.
_LONGEST_NAME = 60
#: The width of a hanzi in the largest type of a cell, in millimetres.
_EM = 10 * 25.4 / 72


def with_end_kept(text: str) -> SafeString:
    """``text`` with its last characters on one line."""
    return format_html('{}<span class="end">{}</span>', text[:-_END], text[-_END:])


def name_in(text: str, width: float) -> SafeString | None:
    """``text`` with its end kept together, where it is a name that may take two lines of ``width`` millimetres."""
    is_name = "\n" not in text and len(text) <= _LONGEST_NAME
    return with_end_kept(text) if is_name and width / _EM < len(text) and width / _EM > 2 * _END else None


def called(line: str) -> SafeString:
    """A line such as 审核单位：喀什地区财政局, whose name stands on a line of its own where both do not fit on one."""
    label, colon, name = line.rpartition("：")
    if not name:
        return format_html("{}", line)
    return format_html('{}{}<span class="whole">{}</span>', label, colon, with_end_kept(name))
