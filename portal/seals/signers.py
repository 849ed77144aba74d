"""The signer: the one place that turns a seal's row into something that signs.

``settings.SEAL_SIGNER`` names a callable that takes a seal and gives a signer of the signing library (pyHanko). Ours
keeps the key in the worker's memory. Others may stand here without a change elsewhere:

* a **PKCS#11** token or HSM: a callable that opens a session and returns ``pyhanko.sign.pkcs11.PKCS11Signer`` for the
  object whose certificate is the seal's; the row's ``sealed_key`` then holds no key but what finds it in the token;
* a **seal server of GB/T 38540** (SM2): it makes a signature of its own form, not CMS, so a signer is not enough; it
  takes the place of :func:`portal.seals.signing.apply_seal`. No library used here signs PAdES with SM2, and none is
  claimed to.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import cast

from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate
from django.conf import settings
from django.utils.module_loading import import_string
from pyhanko.sign.signers import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from portal.seals import keys
from portal.seals.models import Seal

DIGEST = "sha256"


def signer_for(seal: Seal) -> Signer:
    """The signer with this seal; raises VaultError where its key cannot be read here."""
    return cast(Callable[[Seal], Signer], import_string(settings.SEAL_SIGNER))(seal)


def software(seal: Seal) -> Signer:
    """The key out of the vault, kept by this process: opened and checked once, not twice for every signature."""
    return _software(seal.certificate, seal.chain, bytes(seal.sealed_key))


@lru_cache(maxsize=256)
def _software(certificate: str, chain: str, sealed_key: bytes) -> Signer:
    own = keys.certificate_of(certificate)
    return KeptKey(own, keys.opened(sealed_key, own), keys.certificates_of(chain))


class KeptKey(Signer):
    """Signs SHA-256 with an RSA (PKCS#1 v1.5) or elliptic-curve key that is loaded already.

    The library's own signer parses the key anew for every signature and once more to learn the signature's size, and
    each time proves that its primes are primes, which costs more than all the rest.
    """

    def __init__(self, certificate: Certificate, key: keys.SigningKey, chain: list[Certificate]) -> None:
        store = SimpleCertificateStore()
        store.register_multiple([asn1_of(one) for one in chain])
        super().__init__(signing_cert=asn1_of(certificate), cert_registry=store)
        self._key = key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """The signature over ``data``; as many zeros where only its size is asked for."""
        if digest_algorithm != DIGEST:
            raise ValueError(f"signs {DIGEST} alone, not {digest_algorithm}")
        if dry_run:
            return bytes(signature_size(self._key))
        if isinstance(self._key, rsa.RSAPrivateKey):
            return self._key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        return self._key.sign(data, ec.ECDSA(hashes.SHA256()))


def signature_size(key: keys.SigningKey) -> int:
    """The most bytes that a signature of the key takes."""
    number = (key.key_size + 7) // 8
    return number if isinstance(key, rsa.RSAPrivateKey) else 2 * number + 9


@lru_cache(maxsize=512)
def asn1_of(certificate: Certificate) -> asn1.Certificate:
    """The same certificate as the signing library wants it."""
    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER))
