"""The portal's own authority, made once."""

from datetime import datetime

from cryptography import x509
from django.db import transaction

from portal.audit.services import record
from portal.seals import authority
from portal.seals.keys import fingerprint_of


@transaction.atomic
def found_authority(*, at: datetime) -> x509.Certificate:
    """Makes it and says so in the record; returns the root. Raises AuthorityExistsError, VaultError."""
    root = authority.found(at=at)
    record(
        actor=None,
        verb="seal_authority_made",
        subject_kind="seal_authority",
        subject_id=authority.Purpose.ROOT,
        at=at,
        details={"fingerprint": fingerprint_of(root)},
    )
    return root
