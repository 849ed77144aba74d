"""What one seal costs beside the signing library's default path, with the same RSA-2048 key and on the same paper.

Prints two ratios of like to like, which are to stay above 3: of seals with time-stamp and validation data, and of bare
signatures. Asserts only that all are signatures of the key.

``./bin/bench tests/benchmarks/test_signing_cost.py`` shows it.
"""

import time
from collections.abc import Callable
from io import BytesIO
from statistics import median

import pytest
from asn1crypto.keys import PrivateKeyInfo
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, Signer, SimpleSigner, sign_pdf
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from portal.seals import keys, vault
from portal.seals.certificates import for_timestamps
from portal.seals.drawing import demo_seal
from portal.seals.models import Authority, Seal
from portal.seals.readiness import validation_context
from portal.seals.signers import asn1_of, signer_for
from portal.seals.signing import UNIT_FIELD, apply_seal
from tests.benchmarks.rounds import rounds
from tests.factories.accounts import UnitFactory
from tests.factories.assessments import NOW
from tests.factories.seals import make_seal, rsa_key
from tests.portal.seals.papers import official_paper

ROUNDS = rounds(15)


def signer_of(seal: Seal) -> SimpleSigner:
    """The library's own signer, with the key as it lies in the vault."""
    key = PrivateKeyInfo.load(vault.open_sealed(bytes(seal.sealed_key)))
    return SimpleSigner(asn1_of(keys.certificate_of(seal.certificate)), key, SimpleCertificateStore())


def bare_default(seal: Seal) -> bytes:
    """The library's default: no time-stamp, nothing to validate it with."""
    return signed(PdfSignatureMetadata(field_name=UNIT_FIELD, md_algorithm="sha256"), signer_of(seal), None)


def bare_cached(seal: Seal) -> bytes:
    """The same with the key that the process keeps."""
    return signed(PdfSignatureMetadata(field_name=UNIT_FIELD, md_algorithm="sha256"), signer_for(seal), None)


def full_default(seal: Seal) -> bytes:
    """The library's default with time-stamp and validation data."""
    root = Authority.objects.get(purpose=Authority.Purpose.ROOT)
    issuer = keys.certificate_of(root.certificate)
    issuer_key = keys.opened(bytes(root.sealed_key), issuer)
    stamp_key = rsa_key(2)
    stamps = for_timestamps(public_key=stamp_key.public_key(), issuer=issuer, issuer_key=issuer_key, at=NOW)  # type: ignore[arg-type]
    metadata = PdfSignatureMetadata(
        field_name=UNIT_FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        embed_validation_info=True,
        validation_context=validation_context(seal, at=NOW),
    )
    stamper = DummyTimeStamper(asn1_of(stamps), PrivateKeyInfo.load(keys.plain(stamp_key)), fixed_dt=NOW)
    return signed(metadata, signer_of(seal), stamper)


def signed(metadata: PdfSignatureMetadata, signer: Signer, stamper: DummyTimeStamper | None) -> bytes:
    """One signature by the library's own function."""
    writer = IncrementalPdfFileWriter(BytesIO(official_paper()))
    done: BytesIO = sign_pdf(writer, metadata, signer, timestamper=stamper)
    return done.getvalue()


def ours(seal: Seal) -> bytes:
    """A seal as papers get it: picture, time-stamp, validation data, and the first one certifies."""
    return apply_seal(official_paper(), field=UNIT_FIELD, seal=seal, certify=True, reason="报送", at=NOW).pdf


def milliseconds(act: Callable[[Seal], bytes], seal: Seal) -> float:
    """Processor time of one signature."""
    began = time.process_time()
    act(seal)
    return 1000 * (time.process_time() - began)


@pytest.mark.measure
@pytest.mark.django_db
def test_one_seal_beside_the_librarys_default() -> None:
    unit = UnitFactory.create()
    seal = make_seal(unit, picture=demo_seal(unit.name))
    acts = (bare_default, bare_cached, full_default, ours)
    signers = [PdfFileReader(BytesIO(act(seal))).embedded_signatures[0].signer_cert for act in acts]
    spent = [[milliseconds(act, seal) for act in acts] for _ in range(ROUNDS)]
    plain, kept, full, own = (median(column) for column in zip(*spent, strict=True))
    print(f"\none seal {own:.1f} ms, the library's default {full:.1f} ms, ratio {full / own:.1f};", end=" ")
    print(f"a bare signature {kept:.1f} ms, the library's default {plain:.1f} ms, ratio {plain / kept:.1f}")
    assert {found.sha256.hex() for found in signers} == {seal.fingerprint}
