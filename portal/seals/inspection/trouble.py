"""The troubles of a file that cannot be read."""

import hashlib
from dataclasses import replace

from portal.seals.inspection import raw
from portal.seals.inspection.findings import MOST_BYTES, Inspection


def facts_of(content: bytes) -> Inspection:
    """Digest and size, and how the file began."""
    digest = hashlib.sha256(content).hexdigest()
    known = () if len(content) > MOST_BYTES else raw.beginnings(content)
    return Inspection(sha256=digest, size=len(content), beginnings=known)


def in_trouble(content: bytes, trouble: str) -> Inspection:
    """The same with the word for what is wrong, and with what the raw bytes show; ``MOST_BYTES`` are looked through."""
    facts = replace(facts_of(content), trouble=trouble)
    if len(content) > MOST_BYTES:
        return facts
    return replace(facts, code=raw.code_in(content), signatures=raw.signatures_in(content))
