"""A page as the engine reads and styles it by itself, to hold our own way to it."""

from collections.abc import Callable
from typing import Any

from weasyprint import HTML


def plain_page(html: str, *, base_url: str, fetcher: Callable[..., Any], **_: Any) -> HTML:
    """Stands in for :class:`portal.documents.pdf.page.Page`."""
    return HTML(string=html, base_url=base_url, url_fetcher=fetcher)
