"""The anchor of an explanation in a running text: the words that it is about, wherever they move."""

import hashlib
from collections.abc import Sequence

from assessments.domain.consistency import Finding


def anchor_of(finding: Finding, words: str) -> str:
    """SHA-256 (hex) of what the finding says and of the words it is about: other words ask to be explained anew."""
    said = (finding.rule, words, finding.found, finding.expected, str(finding.message))
    return hashlib.sha256("\n".join(said).encode(errors="backslashreplace")).hexdigest()


def words_of(finding: Finding, paragraphs: Sequence[str]) -> str:
    """The words of a text that the finding is about; the whole paragraph where it names none."""
    number = paragraph_of(finding)
    if number is None or number >= len(paragraphs):
        return ""
    span = finding.span
    return paragraphs[number][span.start : span.end] if span else paragraphs[number]


def paragraph_of(finding: Finding) -> int | None:
    """The number of the paragraph; None where the finding is not about one."""
    if not finding.where.startswith("narrative"):
        return None
    if finding.span and finding.span.paragraph is not None:
        return finding.span.paragraph
    number = finding.where.rpartition("[")[2].rstrip("]")
    return int(number) if number.isdecimal() else None
