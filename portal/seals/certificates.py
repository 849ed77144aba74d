"""Building the certificates of the portal's own authority, and its list of revoked ones."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

YEAR = timedelta(days=365)
ROOT_LIFE, TIMESTAMPS_LIFE, SEAL_LIFE = 20 * YEAR, 15 * YEAR, 5 * YEAR
#: The list of revoked certificates is made anew every day, and stays good for longer should the portal stand still.
LIST_LIFE = timedelta(days=30)
#: X.509's limit for an organisation, in characters, and for a common name, which some count in bytes of UTF-8.
LONGEST_ORGANISATION = LONGEST_COMMON_NAME = 64
CUT = "…"
ORGANISATION = "绩效直报"
_USAGES = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
    *("key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
)


def root(*, key: EllipticCurvePrivateKey, at: datetime) -> x509.Certificate:
    """A self-signed root for 20 years; its name ends with eight digits of its key, so that no two are alike."""
    number = x509.SubjectKeyIdentifier.from_public_key(key.public_key()).digest.hex()[:8]
    name = _name(ORGANISATION, f"绩效直报签章根证书 {number}")
    usage = _usage(key_cert_sign=True, crl_sign=True)
    draft = _draft(name, key.public_key(), at, ROOT_LIFE).issuer_name(name)
    draft = draft.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    return draft.add_extension(usage, critical=True).sign(key, hashes.SHA256())


def for_timestamps(
    *,
    public_key: CertificatePublicKeyTypes,
    issuer: x509.Certificate,
    issuer_key: EllipticCurvePrivateKey,
    at: datetime,
) -> x509.Certificate:
    """A certificate that may sign time-stamps and nothing else, for 15 years."""
    draft = _issued(_name(ORGANISATION, "绩效直报时间戳"), public_key, issuer, at, TIMESTAMPS_LIFE)
    draft = draft.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return draft.sign(issuer_key, hashes.SHA256())


def for_seal(
    *,
    unit_name: str,
    mark: str,
    public_key: CertificatePublicKeyTypes,
    issuer: x509.Certificate,
    issuer_key: EllipticCurvePrivateKey,
    valid_from: datetime,
    valid_until: datetime,
) -> x509.Certificate:
    """A unit's certificate to sign with; ``mark`` follows the unit's name ("样章")."""
    name = _name(unit_name, fitting(unit_name, mark))
    draft = _issued(name, public_key, issuer, valid_from, valid_until - valid_from)
    return draft.sign(issuer_key, hashes.SHA256())


def fitting(unit_name: str, mark: str) -> str:
    """The common name: the unit's, with ``mark``; a name that is too long ends with an ellipsis before the mark."""
    kept = unit_name
    while len((whole := f"{kept}{'' if kept == unit_name else CUT}{mark}").encode()) > LONGEST_COMMON_NAME:
        kept = kept[:-1]
    return whole


def revocations(
    *,
    revoked: Iterable[tuple[int, datetime]],
    number: int,
    issuer: x509.Certificate,
    issuer_key: EllipticCurvePrivateKey,
    at: datetime,
) -> bytes:
    """The list (DER) of revoked certificates: serial numbers and when each was revoked."""
    draft = x509.CertificateRevocationListBuilder().issuer_name(issuer.subject)
    draft = draft.last_update(_second(at)).next_update(_second(at) + LIST_LIFE)
    draft = draft.add_extension(x509.CRLNumber(number), critical=False)
    draft = draft.add_extension(_key_of(issuer), critical=False)
    for serial, when in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(_second(when))
        draft = draft.add_revoked_certificate(entry.build())
    return draft.sign(issuer_key, hashes.SHA256()).public_bytes(Encoding.DER)


def _issued(
    name: x509.Name, public_key: CertificatePublicKeyTypes, issuer: x509.Certificate, at: datetime, life: timedelta
) -> x509.CertificateBuilder:
    draft = _draft(name, public_key, at, life).issuer_name(issuer.subject)
    draft = draft.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    draft = draft.add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
    return draft.add_extension(_key_of(issuer), critical=False)


def _draft(
    name: x509.Name, public_key: CertificatePublicKeyTypes, at: datetime, life: timedelta
) -> x509.CertificateBuilder:
    draft = x509.CertificateBuilder().subject_name(name).public_key(public_key)
    draft = draft.serial_number(x509.random_serial_number())
    draft = draft.not_valid_before(_second(at)).not_valid_after(_second(at + life))
    return draft.add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)


def _key_of(issuer: x509.Certificate) -> x509.AuthorityKeyIdentifier:
    known = issuer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(known)


def _name(organisation: str, common_name: str) -> x509.Name:
    parts = (
        (NameOID.COUNTRY_NAME, "CN"),
        (NameOID.ORGANIZATION_NAME, organisation[:LONGEST_ORGANISATION]),
        (NameOID.COMMON_NAME, common_name),
    )
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in parts])


def _usage(**wanted: bool) -> x509.KeyUsage:
    return x509.KeyUsage(**{name: wanted.get(name, False) for name in _USAGES})


def _second(at: datetime) -> datetime:
    """Certificates tell whole seconds."""
    return at.replace(microsecond=0)
