"""A certificate stands for the unit that its subject names, however that is spelt there, and for no other."""

from collections.abc import Sequence

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID

from portal.seals.subjects import names_one_of
from tests.factories.assessments import NOW
from tests.factories.seals import BEFORE, rsa_key

UNIT = "巴楚县社会保险中心"
LONG = "新疆维吾尔自治区喀什地区巴楚县城乡居民基本养老保险和机关事业单位养老保险经办服务中心"


def certificate(*subject: tuple[x509.ObjectIdentifier, str]) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(place, text) for place, text in subject])
    draft = x509.CertificateBuilder(name, name, rsa_key(0).public_key(), 1)
    return draft.not_valid_before(NOW - BEFORE).not_valid_after(NOW + BEFORE).sign(rsa_key(0), hashes.SHA256())


def common(name: str) -> tuple[x509.ObjectIdentifier, str]:
    return NameOID.COMMON_NAME, name


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        ([common(UNIT)], [UNIT]),
        ([common(f"{UNIT}（公章）")], [UNIT]),
        ([common(f"{UNIT}电子印章")], [UNIT]),
        ([common(f"{UNIT}样章")], [UNIT]),
        ([common("巴楚县 社会保险中心")], [UNIT]),
        ([common("业务专用"), (NameOID.ORGANIZATION_NAME, UNIT)], [UNIT]),
        ([common("051@11653130"), (NameOID.ORGANIZATIONAL_UNIT_NAME, UNIT)], [UNIT]),
        ([common("巴楚县社会保险管理局")], [UNIT, "巴楚县社会保险管理局"]),
        ([common("新疆维吾尔自治区喀什地区巴楚县城乡居民基…")], [LONG]),
        ([common("新疆维吾尔自治区喀什地区巴楚县城乡居…样章")], [LONG]),
    ],
)
def test_a_certificate_that_names_the_unit(
    subject: Sequence[tuple[x509.ObjectIdentifier, str]], names: list[str]
) -> None:
    assert names_one_of(certificate(*subject), names)


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        ([common("伽师县社会保险中心")], [UNIT]),
        ([common(f"{UNIT}工会")], [UNIT]),
        ([common("巴楚县")], [UNIT]),
        ([common("新疆维吾尔…")], [LONG]),
        ([(NameOID.LOCALITY_NAME, UNIT)], [UNIT]),
        ([common("公章")], [" "]),
        ([], [UNIT]),
    ],
)
def test_a_certificate_that_names_another(
    subject: Sequence[tuple[x509.ObjectIdentifier, str]], names: list[str]
) -> None:
    assert not names_one_of(certificate(*subject), names)
