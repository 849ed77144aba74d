"""From a PKCS#12 file as somebody has it to a key, its certificate and those above it."""

from dataclasses import dataclass
from typing import Any

from asn1crypto import pkcs12
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12 as opening

from portal.seals.intake.troubles import Trouble
from portal.seals.keys import SigningKey

LEAST_BITS, MOST_BITS, MOST_ABOVE = 2048, 8192, 10
CURVES = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)
_KEY_BAGS = {"key_bag", "pkcs8_shrouded_key_bag"}


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The content of the file; ``chain`` are the certificates above the seal's own."""

    key: SigningKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]


def opened(content: bytes, password: str) -> KeyFile:
    """The key file opened; raises Trouble."""
    if not content:
        raise Trouble("key_file", "empty")
    if "\0" in password:
        raise Trouble("key_file", "password")
    number = _keys_in(content)
    if number > 1:
        raise Trouble("key_file", "several", number=number)
    try:
        found = opening.load_pkcs12(content, password.encode("utf-8"))
    except UnsupportedAlgorithm as error:
        raise Trouble("key_file", "cipher") from error
    except (ValueError, TypeError) as error:
        raise Trouble("key_file", "password") from error
    if found.key is None:
        raise Trouble("key_file", "no_key")
    key = _usable(found.key)
    if found.cert is None or found.cert.certificate.public_key() != key.public_key():
        raise Trouble("key_file", "no_certificate")
    if len(found.additional_certs) > MOST_ABOVE:
        raise Trouble("key_file", "chain")
    return KeyFile(key, found.cert.certificate, tuple(one.certificate for one in found.additional_certs))


def _keys_in(content: bytes) -> int:
    """How many keys the file shows before it is decrypted, where they lie in nearly all files."""
    try:
        outer = pkcs12.Pfx.load(content, strict=True)
        parts = [part for part in outer.authenticated_safe if part["content_type"].native == "data"]
        return sum(_is_key(bag) for part in parts for bag in pkcs12.SafeContents.load(part["content"].native))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Trouble("key_file", "format") from error


def _is_key(bag: Any) -> bool:
    return bag["bag_id"].native in _KEY_BAGS


def _usable(key: object) -> SigningKey:
    if isinstance(key, rsa.RSAPrivateKey):
        if key.key_size < LEAST_BITS:
            raise Trouble("key_file", "weak", bits=key.key_size)
        if key.key_size > MOST_BITS:
            raise Trouble("key_file", "strong", bits=key.key_size)
        return key
    if isinstance(key, ec.EllipticCurvePrivateKey) and isinstance(key.curve, CURVES):
        return key
    raise Trouble("key_file", "kind")
