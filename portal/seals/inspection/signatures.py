"""One signature of a file: does it hold, and if not, what is wrong with it?"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from asn1crypto import cms, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import (
    DocumentTimestampStatus,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    TimestampSignatureStatus,
)
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, PathValidationError, ValidationError

from portal.seals.inspection.evidence import Evidence, fingerprint, name_of
from portal.seals.inspection.findings import PROBLEMS, SignatureFinding, shown
from portal.seals.inspection.permitted import PERMITTED

#: Which usages a seal's certificate names is up to who issued it: we trust the root, and the register the certificate.
SIGNING = KeyUsageConstraints(key_usage=set())
REVOKED = {AdESIndeterminate.REVOKED_NO_POE, AdESIndeterminate.REVOKED_CA_NO_POE}
WEAK = {AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE, AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE}


@dataclass
class Looked:
    """The look of one signature; ``end`` is where the bytes end that it covers."""

    finding: SignatureFinding
    revision: int = -1
    end: int = 0


@dataclass
class _Notes:
    problems: list[str] = field(default_factory=list)

    def add(self, problem: str, holds: bool = True) -> None:
        """Notes ``problem`` once, if it ``holds``."""
        if holds and problem and problem not in self.problems:
            self.problems.append(problem)


async def look_at(signature: EmbeddedPdfSignature, content: bytes, evidence: Evidence, *, by_rule: bool) -> Looked:
    """Judges one signature; ``by_rule``: the file around it is built as the standard wants it."""
    notes = _Notes()
    notes.add("structure", not by_rule)
    gap = _gap(signature, content)
    notes.add(gap)
    certificate = signature.signer_cert
    token = _timestamp_of(signature)
    moment = _time_of(token)
    status = await _status(signature, evidence, moment, notes)
    seen = SignatureFinding(
        field=shown(str(signature.field_name)),
        signer=name_of(certificate),
        fingerprint=fingerprint(certificate),
        signed_at=moment.isoformat() if moment else "",
        sound=False,
        trusted=False,
        whole=False,
        valid_until=certificate.not_valid_after.isoformat(),
    )
    if status is not None:
        seen = _with_status(seen, status, notes)
    rooted = seen.trusted or await _is_rooted(certificate, signature, evidence)
    notes.add(_distrust(status, certificate, moment, rooted=rooted), status is not None and not _is_chained(status))
    sound = seen.sound and not gap and by_rule
    finding = replace(seen, sound=sound, rooted=rooted, problems=tuple(sorted(notes.problems, key=PROBLEMS.index)))
    end = 0 if gap == "partial" else int(signature.byte_range[2]) + int(signature.byte_range[3])
    return Looked(finding, signature.signed_revision, end)


def unread(field_name: str, problem: str, signer: str = "") -> Looked:
    """A signature of which nothing can be said but that it is there."""
    return Looked(SignatureFinding(shown(field_name), shown(signer), "", "", False, False, False, (problem,)))


async def _status(
    signature: EmbeddedPdfSignature, evidence: Evidence, moment: datetime | None, notes: _Notes
) -> PdfSignatureStatus | DocumentTimestampStatus | None:
    """pyHanko's word on everything but revisions to come; None where it finds no footing."""
    at = moment or datetime.now(UTC)
    try:
        if signature.sig_object_type == "/DocTimeStamp":
            context = evidence.at(at, signature.signer_cert)
            return await async_validate_pdf_timestamp(signature, context, diff_policy=PERMITTED)
        stamps = evidence.at(at, _signer_of(_timestamp_of(signature)) or signature.signer_cert)
        seals = evidence.at(at, signature.signer_cert)
        return await async_validate_pdf_signature(
            signature, seals, stamps, diff_policy=PERMITTED, key_usage_settings=SIGNING
        )
    except SignatureValidationError:
        notes.add("structure")
    except (PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, NotImplementedError):
        notes.add("unread")
    return None


def _with_status(seen: SignatureFinding, status: Any, notes: _Notes) -> SignatureFinding:
    weak = status.trust_problem_indic in WEAK
    notes.add("changed", not status.intact)
    notes.add("broken", not status.valid)
    notes.add("weak", weak)
    stamp = status if isinstance(status, TimestampSignatureStatus) else status.timestamp_validity
    stamped = stamp is not None and stamp.valid and stamp.intact and stamp.trusted
    notes.add("no_timestamp", stamp is None)
    notes.add("bad_timestamp", stamp is not None and not stamped and stamp is not status)
    whole = _only_what_is_permitted(status)
    notes.add("modified", not whole and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION)
    notes.add("partial", status.coverage < SignatureCoverageLevel.ENTIRE_REVISION)
    return replace(
        seen,
        sound=bool(status.intact and status.valid and not weak),
        trusted=bool(_is_chained(status) and stamped),
        whole=whole,
    )


def _is_chained(status: Any) -> bool:
    """The certificate holds, whether or not what it signed was changed."""
    return bool(status.valid and status.trust_problem_indic is None and status.validation_path is not None)


def _only_what_is_permitted(status: Any) -> bool:
    unseen = status.modification_level in (None, ModificationLevel.OTHER)
    return not unseen and status.docmdp_ok is not False and getattr(status, "seed_value_ok", True)


def _distrust(status: Any, certificate: x509.Certificate, moment: datetime | None, *, rooted: bool) -> str:
    """The one word for why the chain does not hold; blank where the signature itself failed before it was looked at."""
    if not rooted:
        return "self_signed" if certificate.issuer == certificate.subject else "untrusted"
    if status is None or not status.valid or status.trust_problem_indic in WEAK:
        return ""
    if status.trust_problem_indic in REVOKED:
        return "revoked"
    at = moment or datetime.now(UTC)
    return "unproven" if certificate.not_valid_before <= at <= certificate.not_valid_after else "out_of_time"


def _gap(signature: EmbeddedPdfSignature, content: bytes) -> str:
    """What is wrong with the hole in its byte range, which is to be its own contents, filled up with zeros."""
    parts = list(signature.byte_range)
    if len(parts) != 4 or not all(isinstance(part, int) for part in parts):
        return "partial"
    start, length, resumed, rest = parts
    hole = content[length:resumed]
    if start != 0 or length <= 0 or rest <= 0 or resumed + rest > len(content) or hole[:1] + hole[-1:] != b"<>":
        return "partial"
    try:
        held = bytes.fromhex(hole[1:-1].decode("ascii"))
    except ValueError:
        return "partial"
    if held != signature.pkcs7_content:
        return "partial"
    return "padded" if held[len(cms.ContentInfo.load(held).dump()) :].strip(b"\0") else ""


def _timestamp_of(signature: EmbeddedPdfSignature) -> cms.SignedData | None:
    """The one time-stamp on it; of two, nobody could say which one counts."""
    if signature.sig_object_type == "/DocTimeStamp":
        return signature.signed_data
    tokens = list(extract_tst_data_iter(signature.signer_info, signed=False))
    return tokens[0] if len(tokens) == 1 else None


def _time_of(token: cms.SignedData | None) -> datetime | None:
    try:
        return token["encap_content_info"]["content"].parsed["gen_time"].native if token else None
    except (ValueError, TypeError, AttributeError, KeyError):
        return None


def _signer_of(token: cms.SignedData | None) -> x509.Certificate | None:
    """The certificate in the time-stamp that is no authority's."""
    chosen = (held.chosen for held in (token["certificates"] if token else ()))
    return next((held for held in chosen if isinstance(held, x509.Certificate) and not held.ca), None)


async def _is_rooted(certificate: x509.Certificate, signature: EmbeddedPdfSignature, evidence: Evidence) -> bool:
    context = evidence.regardless(certificate.not_valid_before)
    return await _leads_to_root(certificate, signature.other_embedded_certs, context)


async def _leads_to_root(
    certificate: x509.Certificate, above: list[x509.Certificate], context: ValidationContext
) -> bool:
    try:
        await CertificateValidator(certificate, above, validation_context=context).async_validate_path()
    except (ValidationError, PathBuildingError, PathValidationError, ValueError, TypeError, KeyError):
        return False
    return True
