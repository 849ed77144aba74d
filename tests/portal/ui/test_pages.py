"""Pages of long lists: counted a few pages ahead and no further."""

import pytest

from portal.accounts.models import Region
from portal.ui.pages import AHEAD, CountsAhead, page_of
from tests.factories.accounts import PrefectureFactory

pytestmark = pytest.mark.django_db
SIZE = 2


def look(asked: str | None) -> tuple[int, int, bool, list[int]]:
    """The number of the page, how many rows were counted, whether more come behind, and the ids on the page."""
    page = page_of(Region.objects.filter(level="prefecture").order_by("pk"), SIZE, asked)
    assert isinstance(page.paginator, CountsAhead)
    return page.number, page.paginator.count, page.paginator.more, [region.pk for region in page]


def test_a_short_list_is_counted_whole() -> None:
    ids = [PrefectureFactory.create().pk for _ in range(3)]
    assert look(None) == (1, 3, False, ids[:2])
    assert look("2") == (2, 3, False, ids[2:])


def test_a_long_list_is_counted_some_pages_ahead() -> None:
    ids = [PrefectureFactory.create().pk for _ in range(SIZE * (AHEAD + 2) + 1)]
    assert look("1") == (1, SIZE * (AHEAD + 1), True, ids[:2])
    assert look("2") == (2, SIZE * (AHEAD + 2), True, ids[2:4])
    assert look("3") == (3, len(ids), False, ids[4:6])
    assert look("13") == (13, len(ids), False, ids[-1:])


@pytest.mark.parametrize(
    ("asked", "number"), [("", 1), ("x", 1), ("-1", 2), ("0", 2), ("²", 1), ("9" * 30, 2), ("99999999", 2)]
)
def test_an_address_that_means_nothing_shows_a_page(asked: str, number: int) -> None:
    for _ in range(3):
        PrefectureFactory.create()
    assert look(asked)[0] == number


def test_nothing_is_one_empty_page() -> None:
    assert look("5") == (1, 0, False, [])
