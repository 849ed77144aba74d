"""A page of HTML, read and styled in a part of the time that the engine takes by itself."""

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

from cssselect2 import ElementWrapper
from weasyprint import CSS, HTML

_DOCTYPE = re.compile(r"\A\s*<!doctype html>", re.IGNORECASE)
#: Elements that HTML leaves open; in text and attributes ``<`` is always written ``&lt;``.
_VOID = re.compile(r"<((?:br|col|img|meta)\b[^<>]*)>")


class Page(HTML):
    """``html`` with ``base`` in the place of the engine's own style sheet, which knows every element there is.

    Our templates are well-formed, so that they can be read as XML; what is not is read as HTML.
    """

    def __init__(self, html: str, *, base: CSS, base_url: str, fetcher: Callable[..., Any]) -> None:
        self._base = base
        root = _read(html)
        if root is None:
            super().__init__(string=html, base_url=base_url, url_fetcher=fetcher)
            return
        self.base_url, self.url_fetcher, self.media_type = base_url, fetcher, "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return [self._base]


def _read(html: str) -> Element | None:
    """The elements of a well-formed page with head and body; None for any other."""
    try:
        root = fromstring(_VOID.sub(r"<\1/>", _DOCTYPE.sub("", html)))  # noqa: S314 - our own, and without a DTD
    except ParseError:
        return None
    return root if [root.tag, *(child.tag for child in root)] == ["html", "head", "body"] else None
