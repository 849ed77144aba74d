"""Sealing: what a sealed paper is, and why a paper has to wait."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import PdfSignatureStatus, read_certification_data, validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pytest_django import Settings

from portal.seals import authority, keys, vault
from portal.seals.errors import CannotSealYet
from portal.seals.models import Seal
from portal.seals.signing import PREFECTURE_FIELD, UNIT_FIELD, Sealed, apply_seal
from portal.seals.trust import trust_material
from tests.factories.accounts import FinanceUnitFactory, UnitFactory
from tests.factories.assessments import NOW
from tests.factories.seals import forget_authority, keep_seal, make_authority, make_seal, revoke_seal, rsa_key
from tests.portal.seals.papers import paper

pytestmark = pytest.mark.django_db
LATER, YEAR_ON = NOW + timedelta(days=2), NOW + timedelta(days=365)


def by_unit(seal: Seal, at: datetime = NOW) -> Sealed:
    return apply_seal(paper(), field=UNIT_FIELD, seal=seal, certify=True, reason="报送 买买提", at=at)


def by_both() -> Sealed:
    first = by_unit(make_seal(UnitFactory.create(name="巴楚县社会保险管理局")))
    prefecture = make_seal(FinanceUnitFactory.create(name="喀什地区财政局"))
    return apply_seal(first.pdf, field=PREFECTURE_FIELD, seal=prefecture, certify=False, reason="办结 李慧敏", at=LATER)


def statuses(pdf: bytes) -> dict[str, PdfSignatureStatus]:
    """What the library says of each signature as one who trusts our root, a year later."""
    roots = [Certificate.load(root) for root in trust_material().roots]
    context: dict[str, Any] = {"trust_roots": roots, "moment": NOW + timedelta(days=300)}
    reader = PdfFileReader(BytesIO(pdf))
    return {
        found.field_name: validate_pdf_signature(found, ValidationContext(**context))
        for found in reader.embedded_signatures
    }


def why(seal: Seal, at: datetime = NOW) -> str:
    with pytest.raises(CannotSealYet) as refused:
        by_unit(seal, at)
    return str(refused.value)


def test_both_seals_are_sound_and_trusted() -> None:
    found = statuses(by_both().pdf)
    assert {name: one.bottom_line for name, one in found.items()} == {UNIT_FIELD: True, PREFECTURE_FIELD: True}


def test_the_last_seal_covers_the_file_to_its_end() -> None:
    sealed = by_both()
    assert statuses(sealed.pdf)[PREFECTURE_FIELD].coverage == SignatureCoverageLevel.ENTIRE_FILE


def test_so_does_the_first_one_while_it_is_alone() -> None:
    sealed = by_unit(make_seal(UnitFactory.create()))
    assert statuses(sealed.pdf)[UNIT_FIELD].coverage == SignatureCoverageLevel.ENTIRE_FILE


def test_the_first_seal_allows_the_other_field_to_be_filled_in_and_no_more() -> None:
    certified = read_certification_data(PdfFileReader(BytesIO(by_both().pdf)))
    assert certified is not None
    assert certified.permission == MDPPerm.FILL_FORMS
    assert statuses(by_both().pdf)[UNIT_FIELD].docmdp_ok


def test_the_time_stamp_says_when_it_was_sealed() -> None:
    sealed = by_both()
    stamps = {name: one.timestamp_validity for name, one in statuses(sealed.pdf).items()}
    assert {name: stamp and stamp.timestamp for name, stamp in stamps.items()} == {
        UNIT_FIELD: NOW,
        PREFECTURE_FIELD: LATER,
    }
    assert sealed.at == LATER


def test_what_validates_it_lies_in_the_file() -> None:
    store = PdfFileReader(BytesIO(by_both().pdf)).root["/DSS"]
    assert len(store["/Certs"]) == 4
    assert len(store["/CRLs"]) == 2


def test_the_file_says_whose_seal_it_is_and_which_act_stands_behind_it() -> None:
    first, second = PdfFileReader(BytesIO(by_both().pdf)).embedded_signatures
    assert (first.sig_object["/Name"], first.sig_object["/Reason"]) == ("巴楚县社会保险管理局", "报送 买买提")
    assert (second.sig_object["/Name"], second.sig_object["/Reason"]) == ("喀什地区财政局", "办结 李慧敏")


def test_a_seal_adds_little_to_the_file() -> None:
    assert len(by_unit(make_seal(UnitFactory.create())).pdf) - len(paper()) < 40 * 1024


@pytest.mark.parametrize(("from_", "until"), [(NOW, NOW), (NOW - timedelta(days=1), NOW + timedelta(days=1))])
def test_a_certificate_is_good_from_its_first_to_its_last_moment(from_: datetime, until: datetime) -> None:
    assert by_unit(make_seal(UnitFactory.create(), valid_from=from_, valid_until=until)).at == NOW


def test_an_expired_certificate_waits() -> None:
    seal = make_seal(UnitFactory.create(name="甲局"), valid_until=NOW - timedelta(seconds=1))
    assert why(seal) == "甲局的印章证书已于 2026-10-13 过期，请上传新的印章。"


def test_a_certificate_that_is_not_valid_yet_waits() -> None:
    seal = make_seal(UnitFactory.create(name="甲局"), valid_from=NOW + timedelta(seconds=1))
    assert why(seal) == "甲局的印章证书尚未生效，2026-10-13 起可用。"


def test_a_revoked_seal_waits() -> None:
    seal = revoke_seal(make_seal(UnitFactory.create(name="甲局")))
    assert why(seal) == "甲局的印章已吊销，请上传新的印章。"


def test_a_replaced_seal_waits_for_the_new_one() -> None:
    seal = make_seal(UnitFactory.create(name="甲局"), state=Seal.State.REPLACED)
    assert why(seal) == "甲局的印章已更换，稍后用新的印章自动重试。"


def test_a_certificate_that_the_list_names_as_revoked_waits() -> None:
    seal = make_seal(UnitFactory.create(name="甲局"))
    other = revoke_seal(make_seal(UnitFactory.create()), NOW - timedelta(hours=1))
    Seal.objects.filter(pk=other.pk).update(certificate=seal.certificate)
    assert why(seal) == "甲局的印章证书已被签发机构吊销，请上传新的印章。"


def test_a_certificate_of_nobody_we_trust_waits() -> None:
    seal = make_seal(UnitFactory.create(name="甲局"))
    forget_authority()
    make_authority()
    assert why(seal) == "甲局的印章证书或时间戳证书不在受信任的证书链上，请联系系统管理员。"


def test_without_the_vaults_private_half_nothing_is_sealed(settings: Settings) -> None:
    seal = make_seal(UnitFactory.create(name="甲局"))
    settings.SEAL_VAULT_PRIVATE_KEY = ""
    assert why(seal) == "甲局的印章密钥无法读取，请联系系统管理员。"


def test_the_key_of_another_seal_does_not_sign() -> None:
    seal = make_seal(UnitFactory.create(name="甲局"))
    certificate = keys.certificate_of(seal.certificate)
    other = next(key for key in map(rsa_key, range(2)) if key.public_key() != certificate.public_key())
    seal.sealed_key = vault.seal(keys.plain(other))
    assert why(seal) == "甲局的印章密钥无法读取，请联系系统管理员。"


def test_a_damaged_key_does_not_sign() -> None:
    seal = make_seal(UnitFactory.create(name="甲局"))
    seal.sealed_key = bytes([seal.sealed_key[0] ^ 1]) + seal.sealed_key[1:]
    assert why(seal) == "甲局的印章密钥无法读取，请联系系统管理员。"


def test_without_any_time_stamp_authority_it_waits(settings: Settings) -> None:
    seal = make_seal(UnitFactory.create())
    forget_authority()
    assert why(seal) == "系统没有可用的时间戳服务，请联系系统管理员配置。"


@pytest.mark.parametrize("field", ["Elsewhere", ""])
def test_a_field_that_is_not_there_is_refused(field: str) -> None:
    seal = make_seal(UnitFactory.create())
    with pytest.raises(ValueError, match=f"the paper has no field {field}"):
        apply_seal(paper(), field=field, seal=seal, certify=True, reason="报送", at=NOW)


def test_a_field_is_signed_once() -> None:
    sealed = by_unit(make_seal(UnitFactory.create()))
    with pytest.raises(ValueError, match="the field UnitSeal is signed already"):
        apply_seal(sealed.pdf, field=UNIT_FIELD, seal=sealed.seal, certify=False, reason="报送", at=NOW)


def test_a_seal_whose_certificate_names_another_does_not_seal() -> None:
    seal = make_seal(UnitFactory.create(name="甲局"))
    seal.unit = UnitFactory.create(name="乙局")
    with pytest.raises(CannotSealYet, match=r"^印章证书写的是“甲局样章”，不是乙局，请上传本单位名称的证书。$"):
        by_unit(seal)


def test_a_key_on_an_elliptic_curve_seals_too() -> None:
    key = ec.generate_private_key(ec.SECP384R1())
    make_authority()
    made = authority.issue(unit_name="甲局", public_key=key.public_key(), valid_from=NOW, valid_until=YEAR_ON)
    sealed = by_unit(keep_seal(UnitFactory.create(name="甲局"), made, key))
    assert statuses(sealed.pdf)[UNIT_FIELD].bottom_line
