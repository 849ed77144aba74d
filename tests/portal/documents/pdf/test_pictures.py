"""QR codes."""

from io import BytesIO

import pymupdf
import pytest
import segno
from PIL import Image

from portal.documents.pdf import ForbiddenAddressError, render_pdf
from portal.documents.pdf.pictures import MOST, QUIET_ZONE, qr_picture
from tests.portal.documents.pdf.samples import PAGE, paper

ADDRESS = "https://zhibao.example/v/ABCDEFGHJKMN/"
DPI = 300


def modules(text: str) -> list[list[bool]]:
    """Dark and light squares of the code for ``text``."""
    return [[bool(square) for square in row] for row in segno.make_qr(text, error="m", boost_error=False).matrix]


def seen(picture: Image.Image, count: int) -> list[list[bool]]:
    """The squares in a picture of so many of them, its quiet zone cut off."""
    side = picture.width / (count + 2 * QUIET_ZONE)
    places = [round((index + QUIET_ZONE + 0.5) * side) for index in range(count)]
    return [[picture.getpixel((x, y)) < 128 for x in places] for y in places]  # type: ignore[operator]


def test_a_picture_holds_the_code_and_a_quiet_zone() -> None:
    expected = modules(ADDRESS)
    picture = Image.open(BytesIO(qr_picture(f"qr:{ADDRESS}") or b"")).convert("L")
    assert seen(picture, len(expected)) == expected
    edge = QUIET_ZONE * picture.width // (len(expected) + 2 * QUIET_ZONE)
    assert picture.crop((0, 0, edge, picture.height)).getextrema() == (255, 255)


def test_the_printed_code_is_the_same_sharp_and_large_enough_to_be_scanned() -> None:
    (page,) = pymupdf.open(stream=paper(), filetype="pdf").pages()
    (place,) = (pymupdf.Rect(image["bbox"]) for image in page.get_image_info())
    expected = modules(ADDRESS)
    pixels = page.get_pixmap(dpi=DPI, clip=place, colorspace=pymupdf.csGRAY)
    picture = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)
    assert seen(picture, len(expected)) == expected
    assert place.width * 25.4 / 72 * len(expected) / (len(expected) + 2 * QUIET_ZONE) > 14


def test_words_in_an_address_may_be_escaped() -> None:
    assert qr_picture("qr:a%20b") == qr_picture("qr:a b")


@pytest.mark.parametrize("address", ["qr:", "qr:" + "x" * (MOST + 1), "QR:x", "png:x", "file:///qr:x", ""])
def test_other_addresses_are_no_pictures(address: str) -> None:
    assert qr_picture(address) is None


def test_a_text_too_long_for_paper_is_refused() -> None:
    with pytest.raises(ForbiddenAddressError):
        render_pdf(PAGE.replace(ADDRESS, "x" * 200))
