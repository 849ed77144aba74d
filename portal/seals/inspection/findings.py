"""The findings of a look into a file; plain data, so that it travels out of the process that parsed the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

#: A larger file is not looked into.
MOST_BYTES = 20 * 1024 * 1024
#: Characters of a name in a file that are worth keeping.
LONGEST = 200
#: Why a file could not be read; of a file with one of these nothing else is known for sure.
TROUBLES = ("empty", "not_pdf", "encrypted", "damaged", "too_large", "too_complex", "portfolio", "timeout")
#: What may be wrong with a signature, the gravest first. The signed bytes changed; the signature is mathematically
#: wrong; its algorithms are weak; its certificate vouches for itself, leads to no root of ours, was out of its time or
#: revoked when it signed, or nobody can tell; there is no time-stamp, or it does not hold; what came later is not
#: permitted; it covers less than its revision; what fills up its place is not blank; the file around it is built
#: against the rules; it is of a kind that we do not read; it cannot be read.
PROBLEMS = (
    "changed",
    "broken",
    "weak",
    "self_signed",
    "untrusted",
    "out_of_time",
    "revoked",
    "unproven",
    "no_timestamp",
    "bad_timestamp",
    "modified",
    "partial",
    "padded",
    "structure",
    "unsupported",
    "unread",
)
#: What may have been put into a file after a signature.
ADDITIONS = ("page", "annotation", "signature", "other")


class Trust(Protocol):
    """The roots to trust, and the newest lists of what they revoked (all DER)."""

    @property
    def roots(self) -> tuple[bytes, ...]:
        """Certificates that a chain may end at."""

    @property
    def crls(self) -> tuple[bytes, ...]:
        """Revocation lists, beside those that lie in the file."""


@dataclass(frozen=True, slots=True)
class SignatureFinding:
    """One signature: whose, when, and whether it holds.

    ``sound``: the signed bytes are unchanged and the signature is mathematically right. ``trusted``: the certificate
    leads to one of our roots and was valid at the time-stamp. ``whole``: nothing but a permitted later signature was
    added after it. ``signed_at`` is ISO 8601 from the time-stamp, or blank; so is ``valid_until`` from the certificate.
    ``fingerprint`` is the SHA-256 (hex) of the signer's certificate. ``rooted``: that certificate leads to one of our
    roots, whatever else is wrong. ``problems`` are words of ``PROBLEMS``.
    """

    field: str
    signer: str
    fingerprint: str
    signed_at: str
    sound: bool
    trusted: bool
    whole: bool
    problems: tuple[str, ...] = ()
    valid_until: str = ""
    rooted: bool = False

    @property
    def holds(self) -> bool:
        """Nothing at all is wrong with it."""
        return self.sound and self.trusted and self.whole


@dataclass(frozen=True, slots=True)
class Inspection:
    """The nature of the file: ``trouble`` is blank, or the one word why it could not be read (one of ``TROUBLES``).

    ``code`` is our public code that the file carries, or blank. ``covered``: the last signature covers the file to its
    end; ``signed_size`` is the number of bytes up to where it covers. ``additions`` say what was put into the file
    after the last signature that leads to our roots, or the last of all (words of ``ADDITIONS``). ``beginnings`` are
    the sizes and digests (SHA-256, hex) that earlier states of the file had, the oldest first. ``roots`` is how many
    certificates were there to be trusted. Of a file in trouble ``signatures`` and
    ``code`` are what its raw bytes show; none of those signatures holds.
    """

    sha256: str
    size: int
    trouble: str = ""
    code: str = ""
    covered: bool = False
    signatures: tuple[SignatureFinding, ...] = ()
    signed_size: int = 0
    additions: tuple[str, ...] = ()
    beginnings: tuple[tuple[int, str], ...] = ()
    roots: int = 0

    @property
    def holds(self) -> bool:
        """It is signed, every signature holds, and the last one covers all of it."""
        return self.intact and all(signature.trusted for signature in self.signatures)

    @property
    def intact(self) -> bool:
        """It is signed, and nothing was changed since, whoever signed."""
        unchanged = all(signature.sound and signature.whole for signature in self.signatures)
        return bool(self.signatures) and self.covered and unchanged


def shown(text: str) -> str:
    """The part that may be shown and kept of a text that strangers wrote: no control signs, and not endless."""
    return "".join(character for character in text[: 2 * LONGEST] if character.isprintable())[:LONGEST]


def from_plain(facts: Mapping[str, Any]) -> Inspection:
    """An inspection from what ``dataclasses.asdict`` made of it, after JSON turned its tuples into lists."""
    signatures = tuple(
        SignatureFinding(**{**signature, "problems": tuple(signature["problems"])}) for signature in facts["signatures"]
    )
    beginnings = tuple((size, digest) for size, digest in facts["beginnings"])
    return Inspection(
        **{**facts, "signatures": signatures, "beginnings": beginnings, "additions": tuple(facts["additions"])}
    )
