"""A picture of a seal, however somebody has it, becomes a small one on a transparent ground, or is refused in words."""

from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat

from portal.seals.intake.pictures import normalised
from portal.seals.intake.troubles import Trouble
from tests.portal.seals.uploads import RED, SVG, bomb, good_picture, picture_file, ring


def seen(content: bytes) -> Image.Image:
    with Image.open(BytesIO(normalised(content))) as image:
        assert (image.format, image.mode) == ("PNG", "RGBA")
        image.load()
        return image


def inks(image: Image.Image) -> set[Any]:
    found: Any = image.getcolors(image.width * image.height)
    return {colour[:3] for _, colour in found if colour[3]}


def why(content: bytes) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(Trouble) as refused:
        normalised(content)
    assert refused.value.field == "picture"
    return refused.value.word, refused.value.values


def test_white_paper_goes_and_the_seal_fills_the_square() -> None:
    image = seen(picture_file(ring("RGB", (900, 900))))
    assert image.size == (480, 480)
    assert image.getpixel((240, 240)) == (*RED, 0)
    assert image.getpixel((240, 4)) == (*RED, 255)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize(("mode", "ink"), [("RGB", RED), ("L", 60), ("CMYK", (0, 230, 220, 30)), ("RGBA", (*RED, 255))])
def test_every_usual_sort_of_picture_is_taken(kind: str, mode: str, ink: Any) -> None:
    if (kind, mode) in (("PNG", "CMYK"), ("JPEG", "RGBA")):
        mode, ink = "RGB", RED
    image = seen(picture_file(ring(mode, ink=ink), kind))
    assert (max(image.size), len(inks(image))) == (480, 1)


def test_a_transparent_ground_stays_transparent() -> None:
    image = seen(picture_file(ring("RGBA", ink=(*RED, 255))))
    assert (image.getpixel((240, 240)), inks(image)) == ((*RED, 0), {RED})


def test_a_scan_with_grey_paper_and_uneven_ink_becomes_one_ink() -> None:
    scan = ring("RGB", (1200, 1200), ground=(243, 241, 238)).filter(ImageFilter.GaussianBlur(3))
    image = seen(picture_file(scan, "JPEG", quality=70))
    assert len(inks(image)) == 1
    (ink,) = inks(image)
    assert all(abs(mine - theirs) < 30 for mine, theirs in zip(ink, RED, strict=True))


def test_two_inks_stay_two() -> None:
    image = ring("RGB")
    ImageDraw.Draw(image).ellipse((200, 200, 400, 400), outline=(20, 60, 190), width=30)
    kept = seen(picture_file(image))
    outer, inner = kept.getpixel((240, 8)), kept.getpixel((240, 167))
    assert isinstance(outer, tuple)
    assert isinstance(inner, tuple)
    assert (outer[0] > outer[2], inner[2] > inner[0], inner[3] > 150) == (True, True, True)


def test_the_margin_is_cut_off_and_a_long_seal_keeps_its_shape() -> None:
    page = Image.new("RGB", (1000, 1400), "white")
    page.paste(ring("RGB", (800, 400)), (100, 500))
    image = seen(picture_file(page))
    assert (image.width, round(image.width / image.height, 1)) == (480, round(760 / 360, 1))


def test_a_small_one_is_not_blown_up() -> None:
    assert max(seen(picture_file(ring("RGB", (200, 200)))).size) == 160


def test_what_was_made_once_is_hardly_changed_by_a_second_time() -> None:
    once, twice = seen(good_picture()), seen(normalised(good_picture()))
    change = ImageChops.difference(once.getchannel("A"), twice.getchannel("A"))
    assert (once.size, inks(once)) == (twice.size, inks(twice))
    assert ImageStat.Stat(change).mean[0] < 1


def test_pages_that_lie_on_their_side_are_turned() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    image = seen(picture_file(ring("RGB", (800, 400)), "JPEG", exif=turned.tobytes()))
    assert image.height > image.width


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (SVG, "format"),
        (b"%PDF-1.7", "format"),
        (picture_file(ring("RGB"), "GIF"), "format"),
        (picture_file(ring("RGB"), "BMP"), "format"),
        (picture_file(ring("RGB"), "TIFF"), "format"),
        (picture_file(ring())[:2000], "damaged"),
        (picture_file(ring("RGB"), "JPEG")[:3000], "damaged"),
        (bomb(3000, 3000), "damaged"),
        (picture_file(Image.new("RGBA", (300, 300), (255, 0, 0, 0))), "blank"),
        (picture_file(Image.new("RGB", (300, 300), "white")), "blank"),
        (picture_file(Image.new("RGB", (300, 300), (250, 249, 247)), "JPEG"), "blank"),
        (picture_file(Image.new("RGB", (300, 300), RED)), "full"),
        (picture_file(ring("RGB", ground=(90, 90, 90))), "full"),
    ],
)
def test_what_is_no_picture_of_a_seal_is_refused(content: bytes, word: str) -> None:
    assert why(content) == (word, {})


@pytest.mark.parametrize(
    ("size", "word"), [((30_000, 30_000), "wide"), ((4001, 10), "wide"), ((119, 300), "tiny"), ((1, 1), "tiny")]
)
def test_a_picture_of_the_wrong_size_is_refused_before_it_is_unpacked(size: tuple[int, int], word: str) -> None:
    assert why(bomb(*size)) == (word, {"width": size[0], "height": size[1]})


@given(st.binary(max_size=300))
def test_no_bytes_do_more_than_be_refused(noise: bytes) -> None:
    assert why(noise)[0] in {"empty", "format", "damaged", "tiny"}


@given(st.data())
def test_a_damaged_picture_is_taken_or_refused(data: st.DataObject) -> None:
    content = bytearray(good_picture())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] = data.draw(st.integers(0, 255))
    with suppress(Trouble):
        assert max(seen(bytes(content)).size) <= 480
