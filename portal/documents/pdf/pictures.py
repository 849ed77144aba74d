"""QR codes as pictures that a page names by their text: ``<img src="qr:https://…">``."""

from functools import lru_cache
from io import BytesIO
from urllib.parse import unquote

SCHEME = "qr"
#: Characters that a picture may hold: more would make its squares too small to be scanned from paper.
MOST = 120
#: Light squares around the code, as the standard asks.
QUIET_ZONE = 4
#: Dots of the picture for each square, so that viewers that smooth pictures leave its edges sharp.
_DOTS = 8


@lru_cache(maxsize=8)  # a paper is laid out twice, to measure and to print
def qr_picture(address: str) -> bytes | None:
    """The PNG that the address ``qr:TEXT`` stands for; None where that is no such address, or its text is too long."""
    import segno

    scheme, _, text = address.partition(":")
    text = unquote(text)
    if scheme != SCHEME or not 0 < len(text) <= MOST:
        return None
    picture = BytesIO()
    segno.make_qr(text, error="m", boost_error=False).save(picture, kind="png", scale=_DOTS, border=QUIET_ZONE)
    return picture.getvalue()
