"""The bytes of a file without being read as a PDF: our code, whose certificates, and how it began."""

import hashlib
import re

from asn1crypto import cms, x509

from portal.seals.inspection.evidence import fingerprint, name_of
from portal.seals.inspection.findings import SignatureFinding

#: Where a paper of ours says its public code: in the document information and in the XMP metadata.
_CODE = rb"([0-9A-HJKMNP-TV-Z]{12})"
CODES = re.compile(rb"publicCode>" + _CODE + rb"<|/PortalCode\s{0,4}\(" + _CODE + rb"\)")
CODE = re.compile("[0-9A-HJKMNP-TV-Z]{12}")
#: The contents of a signature: a long string of hexadecimal digits.
CONTENTS = re.compile(rb"/Contents\s{0,4}<([0-9A-Fa-f]{400,200000})>")
END = re.compile(rb"%%EOF(?:\r\n|\n|\r)?")
MOST_ENDS = 64
MOST_SIGNATURES = 8


def code_in(content: bytes) -> str:
    """The first public code that stands in the clear, or blank."""
    found = CODES.search(content)
    return (found[1] or found[2]).decode() if found else ""


def beginnings(content: bytes) -> tuple[tuple[int, str], ...]:
    """Size and SHA-256 of the file as it was at each earlier end-of-file mark, with and without the line's end."""
    digest = hashlib.sha256()
    found, done = [], 0
    for _number, mark in zip(range(MOST_ENDS), END.finditer(content), strict=False):
        for end in sorted({mark.start() + 5, mark.end()}):
            if end < len(content):
                digest.update(content[done:end])
                found.append((end, digest.copy().hexdigest()))
                done = end
    return tuple(found)


def signatures_in(content: bytes) -> tuple[SignatureFinding, ...]:
    """The owners of signatures in a file that cannot be read; none of them holds."""
    texts = (mark[1] for _number, mark in zip(range(MOST_SIGNATURES), CONTENTS.finditer(content), strict=False))
    certificates = filter(None, (_signer(bytes.fromhex(text[: len(text) // 2 * 2].decode())) for text in texts))
    return tuple(
        SignatureFinding("", name_of(found), fingerprint(found), "", False, False, False, ("unread",))
        for found in certificates
    )


def _signer(contents: bytes) -> x509.Certificate | None:
    """The first certificate in the signature that is no authority's."""
    try:
        held = cms.ContentInfo.load(contents)["content"]["certificates"]
        mine = [each.chosen for each in held if isinstance(each.chosen, x509.Certificate)]
        return next((found for found in mine if not found.ca and name_of(found)), None)
    except (ValueError, TypeError, AttributeError, KeyError):
        return None
