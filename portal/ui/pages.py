"""Pages of lists that grow with the years: only so many pages ahead are counted."""

from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)

#: Pages that are counted beyond the one that is asked for.
AHEAD = 10
#: Nobody turns over so many.
MOST_PAGES = 100_000


class CountsAhead(Paginator):
    """A list of which the first rows are counted; ``more`` says whether others come behind them."""

    more = False


def page_of(rows: QuerySet[Row], size: int, asked: str | None) -> "Page[Row]":
    """The page of ``rows`` that the address asks for, by ``size``; anything strange is the first, or the last."""
    number = int(asked) if asked and asked.isascii() and asked.isdecimal() and len(asked) < 9 else 1
    counted = size * (min(max(number, 1), MOST_PAGES) + AHEAD)
    seen = rows.order_by()[: counted + 1].count()
    paginator = CountsAhead(rows, size)
    paginator.count, paginator.more = min(seen, counted), seen > counted
    return paginator.get_page(asked)
