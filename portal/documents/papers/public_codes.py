"""The short code of a paper: given once, then always the same."""

import secrets
from datetime import datetime

from portal import clock
from portal.documents.models import PublicCode

#: Crockford's base 32: no letter that could be read as a figure.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12


def code_for(*, subject_kind: str, subject_id: str, digest: str, at: datetime | None = None) -> str:
    """The public code (12 characters) of the content with ``digest``, the same for whoever asks, also at once."""
    row, _created = PublicCode.objects.get_or_create(
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        content_digest=digest,
        defaults={"code": _drawn(), "created_at": at or clock.now()},
    )
    return row.code


def _drawn() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
