"""The roots that the portal trusts: its own, and those that the operator names; what is known to be revoked."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings

from portal.seals import authority


@dataclass(frozen=True, slots=True)
class TrustMaterial:
    """Roots and lists of revoked certificates (DER), as plain bytes, so that another process can be given them."""

    roots: tuple[bytes, ...]
    crls: tuple[bytes, ...]


class TrustFileError(Exception):
    """A file that the operator named cannot be used; the message is one line for the operator."""


def trust_roots() -> list[x509.Certificate]:
    """The portal's own root, where it has one, and those of ``settings.SEAL_TRUST_ROOTS``. Raises TrustFileError."""
    own = authority.root_certificate()
    return [*([own] if own else ()), *named_roots()]


def trust_material() -> TrustMaterial:
    """All that a check of signatures needs to know; raises TrustFileError."""
    return _material(trust_roots(), (authority.stored_revocations(), *named_revocations()))


def named_material() -> TrustMaterial:
    """The material of the operator's files alone, for a place without a database; raises TrustFileError."""
    return _material(named_roots(), named_revocations())


def named_revocations() -> tuple[bytes, ...]:
    """The lists (DER) of ``settings.SEAL_CRLS``; raises TrustFileError."""
    return _crls(settings.SEAL_CRLS, _changed(settings.SEAL_CRLS)) if settings.SEAL_CRLS else ()


def _material(roots: Iterable[x509.Certificate], crls: Iterable[bytes]) -> TrustMaterial:
    return TrustMaterial(roots=tuple(root.public_bytes(Encoding.DER) for root in roots), crls=tuple(filter(None, crls)))


def named_roots() -> tuple[x509.Certificate, ...]:
    """The certificates of ``settings.SEAL_TRUST_ROOTS``; raises TrustFileError."""
    return _roots(settings.SEAL_TRUST_ROOTS, _changed(settings.SEAL_TRUST_ROOTS)) if settings.SEAL_TRUST_ROOTS else ()


def _changed(path: str) -> int:
    """When the file was last changed: what is replaced is read again."""
    try:
        return Path(path).stat().st_mtime_ns
    except OSError as error:
        raise TrustFileError(f"{path} cannot be read: {error.strerror}") from error


@lru_cache(maxsize=2)
def _roots(path: str, changed: int) -> tuple[x509.Certificate, ...]:
    content = Path(path).read_bytes()
    try:
        return tuple(x509.load_pem_x509_certificates(content)) if content.strip() else ()
    except ValueError as error:
        raise TrustFileError(f"{path} holds no certificates (PEM)") from error


@lru_cache(maxsize=2)
def _crls(path: str, changed: int) -> tuple[bytes, ...]:
    """Each list of a PEM file, one after the other."""
    end = b"-----END X509 CRL-----"
    *parts, rest = Path(path).read_bytes().split(end)
    try:
        found = tuple(x509.load_pem_x509_crl(part + end).public_bytes(Encoding.DER) for part in parts)
    except ValueError as error:
        raise TrustFileError(f"{path} holds no lists of revoked certificates (PEM)") from error
    if rest.strip():
        raise TrustFileError(f"{path} holds more than lists of revoked certificates (PEM)")
    return found
