"""Putting a seal on a paper: one signature in one field, PAdES B-LT.

The bytes go in and come out; nothing here reads or writes a document's row.
"""

from dataclasses import dataclass
from datetime import datetime

from portal.seals.models import Seal

#: The fields that every paper to be sealed carries before its first signature (``portal.documents.pdf``).
UNIT_FIELD = "UnitSeal"
PREFECTURE_FIELD = "PrefectureSeal"


@dataclass(frozen=True, slots=True)
class Sealed:
    """What one seal left: the file's bytes, the seal, and the instant of the time-stamp."""

    pdf: bytes
    seal: Seal
    at: datetime


def apply_seal(pdf: bytes, *, field: str, seal: Seal, certify: bool, reason: str, at: datetime) -> Sealed:
    """``pdf`` with the seal over ``field``, as an incremental update.

    ``certify``: the first signature, which allows nothing but filling in the other field (DocMDP 2); the second one is
    an approval. ``reason`` says which act stands behind it (报送, 办结 …) with the name of the person. Raises
    :class:`portal.seals.errors.CannotSealYet` where the certificate is not valid at ``at``, the key cannot be read here
    or the time-stamp authority does not answer; ValueError where the field is missing or signed already.
    """
    raise NotImplementedError
