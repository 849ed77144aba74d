"""Certificates and private keys as they are stored, and as they are used."""

from functools import lru_cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)
from cryptography.x509.oid import NameOID

from portal.seals import vault

SigningKey = RSAPrivateKey | EllipticCurvePrivateKey


@lru_cache(maxsize=512)
def certificate_of(pem: str) -> x509.Certificate:
    """The certificate of a row's text."""
    return x509.load_pem_x509_certificate(pem.encode("ascii"))


def certificates_of(pem: str) -> list[x509.Certificate]:
    """All certificates of a text, which may be blank."""
    return x509.load_pem_x509_certificates(pem.encode("ascii")) if pem.strip() else []


def pem_of(*certificates: x509.Certificate) -> str:
    """Certificates as a row keeps them, one after the other."""
    return "".join(one.public_bytes(Encoding.PEM).decode("ascii") for one in certificates)


def plain(key: SigningKey) -> bytes:
    """A key as PKCS#8, unencrypted: for the vault alone."""
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def opened(sealed_key: bytes, certificate: x509.Certificate) -> SigningKey:
    """The key of ``certificate`` out of the vault; raises VaultError, VaultDamagedError where it is another's key."""
    try:
        key = load_der_private_key(vault.open_sealed(sealed_key), password=None)
    except ValueError as error:
        raise vault.VaultDamagedError("what lies in the vault is no key") from error
    if not isinstance(key, SigningKey) or key.public_key() != certificate.public_key():
        raise vault.VaultDamagedError("what lies in the vault is not the key of this certificate")
    return key


def fingerprint_of(certificate: x509.Certificate) -> str:
    """The SHA-256 (hex) of the certificate's DER."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def described(certificate: x509.Certificate) -> dict[str, Any]:
    """The columns of a seal's row on its certificate, by their names."""
    return {
        "certificate": pem_of(certificate),
        "holder": _spoken(certificate.subject)[:200],
        "issuer": _spoken(certificate.issuer)[:200],
        "serial": f"{certificate.serial_number:X}",
        "fingerprint": fingerprint_of(certificate),
        "valid_from": certificate.not_valid_before_utc,
        "valid_until": certificate.not_valid_after_utc,
    }


def _spoken(name: x509.Name) -> str:
    """The common name; the whole name where it has none."""
    common = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(common[0].value) if common else name.rfc4514_string()
