"""Putting a seal on a paper: one signature in one field, PAdES B-LT.

The bytes go in and come out; nothing here reads or writes a document's row.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, cast

from django.utils.translation import gettext_noop
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, PdfSigningSession, SigDSSPlacementPreference
from pyhanko_certvalidator.errors import PathBuildingError, ValidationError

from portal.seals.errors import CannotSealYet
from portal.seals.fields import PREFECTURE_FIELD as PREFECTURE_FIELD
from portal.seals.fields import UNIT_FIELD as UNIT_FIELD
from portal.seals.models import Seal
from portal.seals.readiness import refuse_unusable, validation_context, why_not
from portal.seals.signers import DIGEST, signer_for
from portal.seals.stamp import SealStyle
from portal.seals.timestamps import NO_STAMP, Stamps, timestamper
from portal.seals.vault import VaultError

NO_KEY = gettext_noop("%(unit)s的印章密钥无法读取，请联系系统管理员。")

#: What validates a signature stands in the same revision, so that the last signature covers the file to its end.
_DSS = DSSContentSettings(include_vri=False, placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE)
#: Bytes of a signature beside its certificates and its time-stamp.
_FRAME = 1536

# It warns on every signature that nothing is fetched, which is how we want it.
logging.getLogger("pyhanko.sign.signers.pdf_signer").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class Sealed:
    """The work of one seal: the file's bytes, the seal, and the instant of the time-stamp."""

    pdf: bytes
    seal: Seal
    at: datetime


def apply_seal(
    pdf: bytes, *, field: str, seal: Seal, certify: bool, reason: str, at: datetime, under: bytes = b""
) -> Sealed:
    """``pdf`` with the seal over ``field``, as an incremental update.

    ``certify``: the first signature, which allows nothing but filling in the other field (DocMDP 2); the second one is
    an approval. ``reason`` says which act stands behind it (报送, 办结 …) with the name of the person.
    ``under`` are PDF operators drawn under the picture. Raises
    :class:`portal.seals.errors.CannotSealYet` where the certificate is not valid at ``at``, the key cannot be read here
    or the time-stamp authority does not answer; ValueError where the field is missing or signed already.
    """
    refuse_unusable(seal, at=at)
    signer, stamps = _signer(seal), timestamper(at=at)
    writer = _Update(BytesIO(pdf))
    _refuse_field(writer, field)
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm=DIGEST,
        name=seal.unit.name,
        reason=reason,
        certify=certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        subfilter=SigSeedSubFilter.PADES,
        signer_key_usage=set(),
        embed_validation_info=True,
        validation_context=validation_context(seal, at=at),
        dss_settings=_DSS,
    )
    style = SealStyle(border_width=0, picture=bytes(seal.picture), under=under)
    hand = _Hand(metadata, signer, timestamper=stamps, stamp_style=style, at=at)
    try:
        signed = hand.sign_pdf(writer, existing_fields_only=True, bytes_reserved=_room(signer, stamps))
    except OSError as error:
        raise CannotSealYet(NO_STAMP) from error
    except (SigningError, PathBuildingError, ValidationError) as error:
        words = why_not(error.__cause__ or error)
        if words is None:
            raise
        raise CannotSealYet(words, unit=seal.unit.name) from error
    return Sealed(pdf=cast(BytesIO, signed).getvalue(), seal=seal, at=stamps.last)


class _Update(IncrementalPdfFileWriter):
    """Leaves the paper's metadata as they were printed: the library's own version of them is not archival."""

    def _update_meta(self) -> None:
        pass


class _Hand(PdfSigner):
    """Signs, and lets the file say the time that the portal's clock shows, not that of the host."""

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._at = at

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


def _signer(seal: Seal) -> Signer:
    try:
        return signer_for(seal)
    except VaultError as error:
        raise CannotSealYet(NO_KEY, unit=seal.unit.name) from error


def _refuse_field(writer: IncrementalPdfFileWriter, wanted: str) -> None:
    for name, value, _ in enumerate_sig_fields(writer.prev):
        if name == wanted:
            if value is not None:
                raise ValueError(f"the field {wanted} is signed already")
            return
    raise ValueError(f"the paper has no field {wanted}")


def _room(signer: Signer, stamps: Stamps) -> int | None:
    """Hexadecimal digits that the signature may take; None lets the library find out with a trial signature."""
    if stamps.size is None or signer.signing_cert is None:
        return None
    certificates = [signer.signing_cert, *signer.cert_registry]
    return 2 * (_FRAME + stamps.size + sum(len(one.dump()) for one in certificates))
