"""Words as outlines."""

import pymupdf
import pytest

from portal.documents.pdf.outlines import outlined


def drawn(operators: bytes) -> pymupdf.Rect:
    document = pymupdf.open()
    page = document.new_page(width=200, height=100)
    page.draw_rect(pymupdf.Rect(0, 0, 0.1, 0.1))
    (contents,) = page.get_contents()
    document.update_stream(contents, operators)
    return pymupdf.Rect(page.get_drawings()[0]["rect"])


def test_words_are_drawn_around_the_middle_on_their_base_line() -> None:
    place = drawn(outlined("2026年10月13日", size=10, middle=(100, 40)))
    assert (place.x0 + place.x1) / 2 == pytest.approx(100, abs=1)
    assert place.width == pytest.approx(10 * (8 * 0.557 + 3), abs=5)
    assert (place.y0, place.y1) == (pytest.approx(52, abs=1.5), pytest.approx(61, abs=1.5))


def test_what_the_typeface_lacks_is_not_left_out() -> None:
    with pytest.raises(KeyError):
        outlined("\U0001f600", size=10, middle=(0, 0))
