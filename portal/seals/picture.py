"""The form in which every seal's picture is kept: a PNG of at most 480 pixels a side on a transparent ground."""

from io import BytesIO

from PIL import Image

#: 40 mm at 300 dots an inch.
SIDE = 480
VERMILION = (196, 22, 31)
#: Shades of ink that are kept: enough for smooth edges, few enough for a small file.
_SHADES = 8
_FEW = [round(round(value * (_SHADES - 1) / 255) * 255 / (_SHADES - 1)) for value in range(256)]


def inked(mask: Image.Image) -> Image.Image:
    """Vermilion where ``mask`` (L) is light, nothing where it is black."""
    image = Image.new("RGBA", mask.size, (*VERMILION, 0))
    image.putalpha(mask)
    return image


def as_png(image: Image.Image) -> bytes:
    """An RGBA picture in its kept form: few shades of ink, and one colour under what is wholly transparent."""
    image = image.copy()
    image.putalpha(image.getchannel("A").point(_FEW))
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()
