"""The roots to trust, and the moment: ours, with the revocation lists that are known and those in the file."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from asn1crypto import crl, ocsp, x509
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, RevocationCheckingPolicy, RevocationCheckingRule

from portal.seals.inspection.findings import Trust, shown
from portal.seals.inspection.objects import data, entry, items

Kind = TypeVar("Kind", crl.CertificateList, ocsp.OCSPResponse, x509.Certificate)
#: A document security store of ours holds three or four things of a kind; more than this is not worth the time.
MOST_STORED = 64


@dataclass
class Evidence:
    """The evidence that signatures are judged by, read once for a file."""

    roots: list[x509.Certificate]
    crls: list[crl.CertificateList]
    ocsps: list[ocsp.OCSPResponse] = field(default_factory=list)
    others: list[x509.Certificate] = field(default_factory=list)

    def at(self, moment: datetime, certificate: x509.Certificate) -> ValidationContext:
        """The means to judge the chain of ``certificate`` as it stood at ``moment``; nothing is fetched.

        Lists that were made later count too: they tell when a certificate was revoked, before the moment or after it.
        """
        return self._context(moment, CertRevTrustPolicy(self._policy(certificate), retroactive_revinfo=True))

    def regardless(self, moment: datetime) -> ValidationContext:
        """The means to see where a chain leads, whatever was revoked since."""
        none = RevocationCheckingRule.NO_CHECK
        return self._context(moment, CertRevTrustPolicy(RevocationCheckingPolicy(none, none)))

    def _context(self, moment: datetime, policy: CertRevTrustPolicy) -> ValidationContext:
        return ValidationContext(
            trust_roots=self.roots,
            other_certs=self.others,
            crls=self.crls,
            ocsps=self.ocsps,
            moment=moment,
            revinfo_policy=policy,
            allow_fetching=False,
        )

    def _policy(self, certificate: x509.Certificate) -> RevocationCheckingPolicy:
        """A list must be there where the issuer makes one, whether or not the certificate says where it is found."""
        lists = any(known.issuer == certificate.issuer for known in self.crls)
        declared = RevocationCheckingRule.CHECK_IF_DECLARED
        return RevocationCheckingPolicy(RevocationCheckingRule.CRL_OR_OCSP_REQUIRED if lists else declared, declared)


def trusted(trust: Trust) -> Evidence:
    """The certificates and lists of ``trust``; raises ValueError where one of them is none."""
    return Evidence(
        roots=[x509.Certificate.load(der) for der in trust.roots],
        crls=[crl.CertificateList.load(der) for der in trust.crls],
    )


def evidence(reader: PdfFileReader, known: Evidence) -> Evidence:
    """The same with what the document security store of the file holds; what is unreadable there is not."""
    store = entry(reader.root, "/DSS")
    return Evidence(
        roots=known.roots,
        crls=known.crls + _readable(entry(store, "/CRLs"), DecodePurpose.CRL, crl.CertificateList),
        ocsps=_readable(entry(store, "/OCSPs"), DecodePurpose.OCSP_RESPONSE, ocsp.OCSPResponse),
        others=_readable(entry(store, "/Certs"), DecodePurpose.CERTIFICATE, x509.Certificate),
    )


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 (hex) of the certificate as it stands in the file."""
    return hashlib.sha256(certificate.dump()).hexdigest()


def name_of(certificate: x509.Certificate) -> str:
    """The name of its owner: the common name, else the organisation, else all of the name."""
    parts = certificate.subject.native
    named = parts.get("common_name") or parts.get("organization_name") or certificate.subject.human_friendly
    return shown(str(named))


def _readable(streams: object, purpose: DecodePurpose, kind: type[Kind]) -> list[Kind]:
    found = []
    for stream in items(streams, MOST_STORED):
        try:
            loaded = kind.load(data(stream, purpose))
            loaded.native  # noqa: B018 - parses it to the last byte, or says that it cannot
            found.append(loaded)
        except (ValueError, TypeError, AttributeError, KeyError):
            continue
    return found
