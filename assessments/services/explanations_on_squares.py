"""The anchor of an explanation in a form: a square or the whole form, and the figures that it was said to."""

import hashlib
from collections.abc import Iterable

from assessments.domain.consistency import Finding

#: Stands for the square where one confirmation settles the whole form.
WHOLE_FORM = "form"


def key_of(finding: Finding) -> str:
    """The key of the explanation of ``finding``: at its square, or once for the whole form."""
    return WHOLE_FORM if finding.confirms else finding.where


def about(finding: Finding) -> list[str]:
    """The anchor of an explanation of ``finding``, as SHA-256 (hex): its words, or each figure that it confirms."""
    return [_digest([figure]) for figure in finding.confirms] or [
        _digest((finding.found, finding.expected, str(finding.message)))
    ]


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode(errors="backslashreplace")).hexdigest()
