"""Authorities, certificates and signed PDFs of every sort, made for tests without a database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from io import BytesIO
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, SigDSSPlacementPreference
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
YEAR = timedelta(days=365)
SEALED_AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def name_of(common_name: str) -> x509.Name:
    """A subject with a common name alone."""
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


@dataclass
class Identity:
    """A certificate with its key; ``chain`` are the certificates above it."""

    certificate: x509.Certificate
    key: Key
    chain: tuple[x509.Certificate, ...] = ()

    @property
    def der(self) -> bytes:
        """The certificate as it lies in files."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, as the register keeps it."""
        return self.certificate.fingerprint(hashes.SHA256()).hex()

    @cached_property
    def asn1(self) -> asn1.Certificate:
        """The certificate for pyHanko."""
        return asn1.Certificate.load(self.der)

    @cached_property
    def asn1_key(self) -> keys.PrivateKeyInfo:
        """The key for pyHanko."""
        der = self.key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return keys.PrivateKeyInfo.load(der)

    def signer(self, **others: Any) -> SimpleSigner:
        """Signs with this key."""
        above = [
            asn1.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)) for certificate in self.chain
        ]
        return SimpleSigner(self.asn1, self.asn1_key, SimpleCertificateStore.from_certs([self.asn1, *above]), **others)


@dataclass
class Authority:
    """A certificate authority with a time-stamp authority and a list of what it has revoked (serial → when)."""

    name: str = "绩效直报根证书"
    since: datetime = SEALED_AT - YEAR
    revoked: dict[int, datetime] = field(default_factory=dict)

    @cached_property
    def root(self) -> Identity:
        """Its own certificate."""
        key = ec.generate_private_key(ec.SECP256R1())
        usage = {"key_cert_sign": True, "crl_sign": True}
        builder = _builder(name_of(self.name), name_of(self.name), key, self.since, self.since + 10 * YEAR)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        return Identity(builder.add_extension(_usage(**usage), critical=True).sign(key, hashes.SHA256()), key)

    @cached_property
    def timestamps(self) -> Identity:
        """Its time-stamp authority; pyHanko's stamper signs with RSA alone."""
        key = rsa.generate_private_key(65537, 2048)
        until = self.since + 9 * YEAR
        return self.issue("绩效直报时间戳", key=key, until=until, purposes=[ExtendedKeyUsageOID.TIME_STAMPING])

    def stamper(self, at: datetime) -> DummyTimeStamper:
        """Stamps everything with ``at``."""
        stamps, above = self.timestamps, SimpleCertificateStore.from_certs([self.root.asn1])
        return DummyTimeStamper(stamps.asn1, stamps.asn1_key, above, fixed_dt=at)

    def issue(
        self,
        common_name: str,
        *,
        key: Key | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        purposes: Sequence[x509.ObjectIdentifier] = (),
    ) -> Identity:
        """A certificate for ``common_name``."""
        key = key or ec.generate_private_key(ec.SECP256R1())
        since = since or self.since
        builder = _builder(name_of(common_name), self.root.certificate.subject, key, since, until or since + 2 * YEAR)
        builder = builder.add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
        if purposes:
            builder = builder.add_extension(x509.ExtendedKeyUsage(list(purposes)), critical=True)
        return Identity(builder.sign(self.root.key, hashes.SHA256()), key, (self.root.certificate,))

    def crl(self, at: datetime = SEALED_AT) -> bytes:
        """The list of what is revoked, made a day before ``at`` and good for a month (DER)."""
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.root.certificate.subject)
        builder = builder.last_update(at - timedelta(days=1)).next_update(at + timedelta(days=30))
        for serial, when in self.revoked.items():
            entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(when)
            builder = builder.add_revoked_certificate(entry.build())
        return builder.sign(self.root.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def self_signed(common_name: str, *, key: Key | None = None, since: datetime = SEALED_AT - YEAR) -> Identity:
    """A certificate that nobody but its owner vouches for."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    builder = _builder(name_of(common_name), name_of(common_name), key, since, since + 5 * YEAR)
    usage = _usage(digital_signature=True, content_commitment=True)
    return Identity(builder.add_extension(usage, critical=True).sign(key, hashes.SHA256()), key)


def with_fields(pdf: bytes, names: Sequence[str]) -> bytes:
    """``pdf`` with empty signature fields, as an incremental update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    for place, name in enumerate(names):
        box = (60 + 200 * place, 60, 160 + 200 * place, 160)
        append_signature_field(writer, SigFieldSpec(sig_field_name=name, box=box))
    return _written(writer)


def sealed(
    pdf: bytes,
    field_name: str,
    identity: Identity,
    authority: Authority,
    *,
    at: datetime = SEALED_AT,
    certify: bool = False,
) -> bytes:
    """``pdf`` sealed as the portal seals: PAdES B-LT, the revocation list in the same revision."""
    crls = [authority.crl(at)]
    context = ValidationContext(trust_roots=[authority.root.asn1], crls=crls, moment=at, retroactive_revinfo=True)
    metadata = PdfSignatureMetadata(
        field_name=field_name,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        embed_validation_info=True,
        validation_context=context,
        reason="报送",
        dss_settings=DSSContentSettings(include_vri=False, placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE),
    )
    signer = PdfSigner(metadata, identity.signer(), timestamper=authority.stamper(at))
    return signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), in_place=False).getvalue()


def signed_by(
    pdf: bytes,
    field_name: str,
    identity: Identity,
    *,
    stamper: DummyTimeStamper | None = None,
    pss: bool = False,
    **others: Any,
) -> bytes:
    """``pdf`` with a plain signature, as any program may put it; ``others`` go to pyHanko's metadata."""
    facts: dict[str, Any] = {"field_name": field_name, "md_algorithm": "sha256", **others}
    signer = PdfSigner(PdfSignatureMetadata(**facts), identity.signer(prefer_pss=pss), timestamper=stamper)
    return signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), in_place=False).getvalue()


def _builder(
    subject: x509.Name, issuer: x509.Name, key: Key, since: datetime, until: datetime
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    builder = builder.not_valid_before(since).not_valid_after(until).serial_number(x509.random_serial_number())
    return builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)


def _usage(**given: bool) -> x509.KeyUsage:
    none: Mapping[str, bool] = dict.fromkeys(
        (
            "digital_signature",
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    return x509.KeyUsage(**{**none, **given})


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
