"""An authority and seals for tests, without the cost of a new RSA key for each."""

from datetime import datetime, timedelta
from functools import cache
from io import BytesIO
from itertools import count
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from PIL import Image, ImageDraw

from portal.accounts.models import Unit
from portal.seals import authority, keys, vault
from portal.seals.models import Authority, Seal
from portal.seals.services.founding import found_authority
from tests.factories.assessments import NOW

#: How long before ``NOW`` the authority and its seals begin.
BEFORE = timedelta(days=30)
KEYS = 3
_TURNS = count()


def make_authority(at: datetime = NOW - BEFORE) -> x509.Certificate:
    """The portal's own authority, made where there is none; returns its root."""
    return authority.root_certificate() or found_authority(at=at)


def make_seal(
    unit: Unit,
    *,
    valid_from: datetime = NOW - BEFORE,
    valid_until: datetime = NOW + timedelta(days=365),
    mark: str = "样章",
    **facts: Any,
) -> Seal:
    """A seal of the portal's own authority, in use unless ``facts`` say otherwise; each has its own certificate."""
    make_authority()
    key = rsa_key(next(_TURNS) % KEYS)
    made = authority.issue(
        unit_name=unit.name,
        public_key=key.public_key(),
        valid_from=valid_from,
        valid_until=valid_until,
        mark=mark,
    )
    return keep_seal(unit, made, key, **{"demo": bool(mark), **facts})


def keep_seal(unit: Unit, certificate: x509.Certificate, key: keys.SigningKey, **facts: Any) -> Seal:
    """A seal with any certificate, its key in the vault."""
    return Seal.objects.create(
        **{
            "unit": unit,
            "picture": picture(),
            "sealed_key": vault.seal(keys.plain(key)),
            "created_at": certificate.not_valid_before_utc,
            **keys.described(certificate),
            **facts,
        }
    )


def revoke_seal(seal: Seal, at: datetime = NOW) -> Seal:
    """Takes the seal out of use for good."""
    seal.state, seal.revoked_at = Seal.State.REVOKED, at
    seal.save(update_fields=["state", "revoked_at"])
    return seal


def forget_authority() -> None:
    """Takes the authority away, as on a portal that has none."""
    Authority.objects.all().delete()


@cache
def rsa_key(number: int = 0, bits: int = 2048) -> rsa.RSAPrivateKey:
    """One of a few keys, made once in a test run."""
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


@cache
def picture() -> bytes:
    """A small red ring on a transparent ground (PNG)."""
    image = Image.new("RGBA", (120, 120))
    ImageDraw.Draw(image).ellipse((4, 4, 115, 115), outline=(196, 22, 31, 255), width=6)
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
