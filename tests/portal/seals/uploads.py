"""Pictures and key files as people upload them, good and bad."""

import zlib
from functools import cache
from io import BytesIO
from typing import Any

from asn1crypto import core, pkcs12
from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
from cryptography.hazmat.primitives.serialization import pkcs12 as writing
from PIL import Image, ImageDraw

from portal.seals.drawing import demo_seal

PASSWORD = "一个口令 p4ss"
RED = (200, 20, 30)
SVG = b"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>"""


def picture_file(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def ring(mode: str = "RGBA", size: tuple[int, int] = (600, 600), ink: Any = RED, ground: Any = None) -> Image.Image:
    """A ring that fills the picture, on white or whatever ``ground`` is."""
    white: dict[str, Any] = {"L": 255, "RGB": (255, 255, 255), "RGBA": (255, 255, 255, 0), "CMYK": (0, 0, 0, 0)}
    image = Image.new(mode, size, white[mode] if ground is None else ground)
    box = (20, 20, size[0] - 21, size[1] - 21)
    ImageDraw.Draw(image).ellipse(box, outline=ink, width=max(2, min(size) // 30))
    return image


@cache
def good_picture() -> bytes:
    return demo_seal("甲局")


def bomb(width: int, height: int) -> bytes:
    """A PNG whose head promises more pixels than its few bytes hold."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return len(content).to_bytes(4, "big") + checked + zlib.crc32(checked).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x06\0\0\0"
    pixels = zlib.compress(bytes(min(width * height * 4, 4_000_000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def key_file(key: Any, certificate: x509.Certificate | None, *above: x509.Certificate) -> bytes:
    """A PKCS#12 file as a certificate authority hands it out, with :data:`PASSWORD`."""
    protection = BestAvailableEncryption(PASSWORD.encode())
    return writing.serialize_key_and_certificates(b"seal", key, certificate, above or None, protection)


def patient(content: bytes, iterations: int) -> bytes:
    """The same file, which asks for so many rounds of hashing before it shows whether the password is right."""
    outer = pkcs12.Pfx.load(content)
    outer["mac_data"]["iterations"] = core.Integer(iterations)
    return bytes(outer.dump(force=True))


def doubled(content: bytes) -> bytes:
    """The same file with its key in it twice."""
    outer = pkcs12.Pfx.load(content)
    parts = outer.authenticated_safe
    for part in parts:
        if part["content_type"].native == "data":
            bags = pkcs12.SafeContents.load(part["content"].native)
            part["content"] = core.OctetString(pkcs12.SafeContents([*bags, *bags]).dump())
    outer["auth_safe"]["content"] = core.OctetString(parts.dump(force=True))
    return bytes(outer.dump(force=True))
