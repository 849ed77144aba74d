"""Certificates that the portal's own authority issues, with a new key for each."""

from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from django.conf import settings
from django.db import transaction

from portal.accounts.models import Unit
from portal.accounts.services.passwords import initial_password
from portal.audit.services import record
from portal.seals import authority, certificates, keys
from portal.seals.drawing import MARK

KEY_SIZE = 2048


def new_certificate(unit: Unit, *, at: datetime) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    """A key and its certificate for the unit's seal, good for five years; on the embedded database it says 样章.

    Raises Authority.DoesNotExist, VaultError.
    """
    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_SIZE)
    issued = authority.issue(
        unit_name=unit.name,
        mark=MARK if settings.EMBEDDED else "",
        public_key=key.public_key(),
        valid_from=at,
        valid_until=at + certificates.SEAL_LIFE,
    )
    return key, issued


@transaction.atomic
def issue_key_file(*, unit: Unit, at: datetime) -> tuple[bytes, str]:
    """A key file (PKCS#12) for the unit to upload, and its password, which is kept nowhere.

    Raises Authority.DoesNotExist, VaultError.
    """
    key, issued = new_certificate(unit, at=at)
    root, password = authority.root_certificate(), initial_password()
    content = pkcs12.serialize_key_and_certificates(
        unit.name.encode(), key, issued, [root] if root else None, BestAvailableEncryption(password.encode())
    )
    record(
        actor=None,
        verb="seal_certificate_issued",
        subject_kind="unit",
        subject_id=unit.pk,
        at=at,
        region_code=unit.region.code,
        details={"unit": unit.name, "fingerprint": keys.fingerprint_of(issued)},
    )
    return content, password
