"""The same page open at two people: what each sends back of what it showed."""

import html
import re

from django.test import Client

_WAS = re.compile(r'<input type="hidden" name="(was[^"]*)" value="([^"]*)">')


def remembered(client: Client, address: str) -> dict[str, list[str]]:
    """The hidden fields in which the page keeps what it shows."""
    return remembered_in(client.get(address).content.decode())


def remembered_in(page: str) -> dict[str, list[str]]:
    """The same of a page that has been drawn."""
    found: dict[str, list[str]] = {}
    for name, value in _WAS.findall(page):
        found.setdefault(name, []).append(html.unescape(value))
    return found
