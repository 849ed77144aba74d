"""What a look into a file finds; plain data, so that it travels out of the process that parsed the file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignatureFinding:
    """One signature: whose, when, and whether it holds.

    ``sound``: the signed bytes are unchanged and the signature is mathematically right. ``trusted``: the certificate
    leads to one of our roots and was valid at the time-stamp. ``whole``: nothing but a permitted later signature was
    added after it. ``signed_at`` is ISO 8601 from the time-stamp, or blank. ``fingerprint`` is the SHA-256 (hex) of the
    signer's certificate.
    """

    field: str
    signer: str
    fingerprint: str
    signed_at: str
    sound: bool
    trusted: bool
    whole: bool
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the file is: ``trouble`` is blank, or the one word why it could not be read.

    ``trouble``: empty, not_pdf, encrypted, damaged, too_large, too_complex, portfolio, timeout. ``code`` is our
    public code that the file's metadata carry, or blank. ``covered``: the last signature covers the file to its end.
    """

    sha256: str
    size: int
    trouble: str = ""
    code: str = ""
    covered: bool = False
    signatures: tuple[SignatureFinding, ...] = ()
