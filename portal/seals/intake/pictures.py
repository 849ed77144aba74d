"""From a picture of a seal as somebody has it to the form in which it is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageChops, ImageFile, ImageOps, ImageStat

from portal.seals.intake.troubles import Trouble
from portal.seals.picture import SIDE, as_png

FORMATS = ("PNG", "JPEG")
#: Our own limit is lower, and says what is wrong.
Image.MAX_IMAGE_PIXELS = None
MOST_PIXELS, LEAST_PIXELS = 4000, 120
#: Enough to work on; larger ones are scaled down first.
_WORKING = 3 * SIDE
#: Paper is the most common paleness, if it is at most so grey, and what is hardly darker: scans are never quite white.
_GREYEST_PAPER, _SPECKLED = 110, 28
#: A seal that leaves less of its square free than this covers what is written under it.
_LEAST_FREE = 0.25
#: Solid ink for measuring its colour, and how far one ink may vary.
_SOLID, _ONE_INK = 0.9, 36


def normalised(content: bytes) -> bytes:
    """A PNG of at most :data:`SIDE` pixels a side: the seal alone, cut out, on a transparent ground.

    A seal of one ink is kept in that ink throughout. Raises Trouble.
    """
    return as_png(_cut_out(_opened(content)))


def _opened(content: bytes) -> Image.Image:
    """The pixels over white paper (RGB), upright."""
    if not content:
        raise Trouble("picture", "empty")
    try:
        image = Image.open(BytesIO(content), formats=FORMATS)
    except Exception as error:  # whatever a decoder stumbles over
        raise Trouble("picture", "format") from error
    width, height = image.size
    if max(width, height) > MOST_PIXELS:
        raise Trouble("picture", "wide", width=width, height=height)
    if min(width, height) < LEAST_PIXELS:
        raise Trouble("picture", "tiny", width=width, height=height)
    try:
        with _whole_pictures_alone():
            image.load()
        upright = ImageOps.exif_transpose(image).convert("RGBA")
    except MemoryError:
        raise
    except Exception as error:
        raise Trouble("picture", "damaged") from error
    upright.thumbnail((_WORKING, _WORKING), Image.Resampling.HAMMING)
    paper = Image.new("RGBA", upright.size, "white")
    return Image.alpha_composite(paper, upright).convert("RGB")


@contextmanager
def _whole_pictures_alone() -> Iterator[None]:
    """Printing, once loaded, lets its process read pictures that end too soon; a seal that is cut off is none."""
    usual, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = usual


def _cut_out(image: Image.Image) -> Image.Image:
    """The inked part, scaled to fit, with the paper taken away."""
    strength = ImageOps.invert(ImageChops.darker(ImageChops.darker(*image.split()[:2]), image.split()[2]))
    common = strength.histogram()[:_GREYEST_PAPER]
    paper = common.index(max(common)) + _SPECKLED
    strength = strength.point([0 if value < paper else value for value in range(256)])
    box = strength.getbbox()
    if box is None:
        raise Trouble("picture", "blank")
    image, strength = image.crop(box), strength.crop(box)
    if ImageStat.Stat(strength.point([255 if value else 0 for value in range(256)])).mean[0] > 255 * (1 - _LEAST_FREE):
        raise Trouble("picture", "full")
    for one in (image, strength):
        one.thumbnail((SIDE, SIDE), Image.Resampling.HAMMING)
    return _inked(image, strength)


def _inked(image: Image.Image, strength: Image.Image) -> Image.Image:
    """Colours with ``strength`` as what covers; one ink throughout where the solid parts are of one."""
    strongest = max(value for value, number in enumerate(strength.histogram()) if number)
    solid = strength.point([255 if value >= _SOLID * strongest else 0 for value in range(256)])
    measured = ImageStat.Stat(image, solid)
    if max(measured.stddev) < _ONE_INK:
        red, green, blue = (round(value) for value in measured.mean)
        image = Image.new("RGB", image.size, (red, green, blue))
        full = max(255 - min(red, green, blue), 1)
        strength = strength.point([min(255, round(value * 255 / full)) for value in range(256)])
    kept = image.convert("RGBA")
    kept.putalpha(strength)
    return kept
