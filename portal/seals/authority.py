"""The portal's own authority: a root, a certificate for time-stamps, and what the root signs.

Its keys lie in the vault: certificates are read anywhere, issued only where the vault is open.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import cast

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from django.db import transaction

from portal.seals import certificates, keys, vault
from portal.seals.models import Authority, Seal

Purpose = Authority.Purpose
#: A list of revoked certificates is used for a day, then made anew.
FRESH = timedelta(days=1)


class AuthorityExistsError(Exception):
    """There is one already; a second would leave seals of the first that nobody can revoke."""


@dataclass(frozen=True, slots=True)
class Office:
    """One of the authority's two certificates with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


def exists() -> bool:
    """True if this portal has an authority of its own."""
    return Authority.objects.filter(purpose=Purpose.ROOT).exists()


@transaction.atomic
def found(*, at: datetime) -> x509.Certificate:
    """Makes root and time-stamp certificate; returns the root. Raises AuthorityExistsError, VaultError."""
    if Authority.objects.exists():
        raise AuthorityExistsError
    key, stamp_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root = certificates.root(key=key, at=at)
    stamps = certificates.for_timestamps(public_key=stamp_key.public_key(), issuer=root, issuer_key=key, at=at)
    empty = certificates.revocations(revoked=(), number=1, issuer=root, issuer_key=key, at=at)
    _keep(Purpose.ROOT, Office(root, key), at, crl=empty)
    _keep(Purpose.TIMESTAMPS, Office(stamps, stamp_key), at)
    return root


def root_certificate() -> x509.Certificate | None:
    """The root, or None where this portal has no authority."""
    text = Authority.objects.filter(purpose=Purpose.ROOT).values_list("certificate", flat=True).first()
    return keys.certificate_of(text) if text else None


def timestamp_office() -> Office | None:
    """The signer of time-stamps, or None where this portal has no authority. Raises VaultError."""
    row = Authority.objects.filter(purpose=Purpose.TIMESTAMPS).only("certificate", "sealed_key").first()
    return _opened(row) if row else None


def issue(
    *,
    unit_name: str,
    public_key: CertificatePublicKeyTypes,
    valid_from: datetime,
    valid_until: datetime,
    mark: str = "",
) -> x509.Certificate:
    """A certificate for a unit's seal, with ``mark`` after its name. Raises Authority.DoesNotExist, VaultError."""
    root = _opened(Authority.objects.get(purpose=Purpose.ROOT))
    return certificates.for_seal(
        unit_name=unit_name,
        mark=mark,
        public_key=public_key,
        issuer=root.certificate,
        issuer_key=root.key,
        valid_from=valid_from,
        valid_until=valid_until,
    )


def stored_revocations() -> bytes:
    """The last list (DER) of revoked certificates, empty where there is no authority."""
    kept = Authority.objects.filter(purpose=Purpose.ROOT).values_list("crl", flat=True).first()
    return bytes(kept or b"")


def current_revocations(*, at: datetime) -> bytes:
    """The list, made anew where it is a day old or lacks a revoked seal; the last one where the vault is closed."""
    kept = stored_revocations()
    if not kept or not vault.is_open() or _is_current(kept, at):
        return kept
    with transaction.atomic():
        row = Authority.objects.select_for_update().get(purpose=Purpose.ROOT)
        if not _is_current(bytes(row.crl), at):
            row.crl = _next_revocations(row, at)
            row.save(update_fields=["crl"])
    return bytes(row.crl)


def _next_revocations(row: Authority, at: datetime) -> bytes:
    root = _opened(row)
    return certificates.revocations(
        revoked=_revoked(root.certificate.subject),
        number=_number(bytes(row.crl)) + 1,
        issuer=root.certificate,
        issuer_key=root.key,
        at=at,
    )


def _is_current(crl: bytes, at: datetime) -> bool:
    known = x509.load_der_x509_crl(crl)
    if not known.last_update_utc <= at < known.last_update_utc + FRESH:
        return False
    return {one.serial_number for one in known} >= {serial for serial, _ in _revoked(known.issuer)}


def _revoked(issuer: x509.Name) -> list[tuple[int, datetime]]:
    """Serial number and instant of every revoked seal whose certificate the root signed."""
    rows = Seal.objects.filter(state=Seal.State.REVOKED).values_list("certificate", "revoked_at")
    known = ((keys.certificate_of(text), when) for text, when in rows)
    return [(one.serial_number, when) for one, when in known if when and one.issuer == issuer]


def _number(crl: bytes) -> int:
    found = x509.load_der_x509_crl(crl).extensions.get_extension_for_class(x509.CRLNumber)
    return found.value.crl_number


def _keep(purpose: Authority.Purpose, office: Office, at: datetime, crl: bytes = b"") -> None:
    Authority.objects.create(
        purpose=purpose,
        certificate=keys.pem_of(office.certificate),
        sealed_key=vault.seal(keys.plain(office.key)),
        crl=crl,
        created_at=at,
    )


def _opened(row: Authority) -> Office:
    return _open(row.certificate, bytes(row.sealed_key))


@lru_cache(maxsize=4)
def _open(certificate: str, sealed_key: bytes) -> Office:
    found = keys.certificate_of(certificate)
    return Office(found, cast(ec.EllipticCurvePrivateKey, keys.opened(sealed_key, found)))
