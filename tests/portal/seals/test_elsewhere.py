"""Seals and time-stamps of authorities elsewhere: real HTTP, real answers, and all that can go wrong with them."""

import time
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from asn1crypto import tsp
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pytest_django import Settings

from portal.seals import timestamps
from portal.seals.errors import CannotSealYet
from portal.seals.models import Seal
from portal.seals.signing import UNIT_FIELD, Sealed, apply_seal
from portal.seals.trust import TrustFileError, trust_material, trust_roots
from tests.factories.accounts import UnitFactory
from tests.factories.assessments import NOW
from tests.factories.seals import keep_seal, make_authority, make_seal, rsa_key
from tests.portal.seals.authorities import REPLY, Answer, Elsewhere, listening
from tests.portal.seals.papers import paper

pytestmark = pytest.mark.django_db

NO_STAMP = "时间戳服务没有正常应答，稍后自动重试。"
UNKNOWN = "甲局的印章证书或时间戳证书的吊销信息暂时无法取得，稍后自动重试。"
NOT_TRUSTED = "甲局的印章证书或时间戳证书不在受信任的证书链上，请联系系统管理员。"


@pytest.fixture
def elsewhere(settings: Settings, tmp_path: Path) -> Iterator[Elsewhere]:
    """An authority that this portal trusts."""
    with listening(Elsewhere()) as found:
        roots = tmp_path / "roots.pem"
        roots.write_bytes(found.root.public_bytes(Encoding.PEM))
        settings.SEAL_TRUST_ROOTS = str(roots)
        settings.SEAL_TIMESTAMP_TIMEOUT = 0.5
        timestamps._authority.cache_clear()
        yield found


def sealed_with(seal: Seal) -> Sealed:
    return apply_seal(paper(), field=UNIT_FIELD, seal=seal, certify=True, reason="报送", at=NOW)


def why(seal: Seal) -> str:
    with pytest.raises(CannotSealYet) as refused:
        sealed_with(seal)
    return str(refused.value)


def foreign_seal(elsewhere: Elsewhere, *, says_where: bool = True) -> Seal:
    key = rsa_key()
    make_authority()
    return keep_seal(UnitFactory.create(name="甲局"), elsewhere.issue(key.public_key(), says_where=says_where), key)


def stores(sealed: Sealed) -> tuple[int, int]:
    """How many certificates and lists of revoked ones the file carries."""
    store = PdfFileReader(BytesIO(sealed.pdf)).root["/DSS"]
    return len(store["/Certs"]), len(store.get("/CRLs", ()))


def test_the_time_comes_from_the_authority_that_is_named(elsewhere: Elsewhere, settings: Settings) -> None:
    settings.SEAL_TIMESTAMP_URL = f"{elsewhere.address}/tsr"
    later = NOW + timedelta(minutes=7)
    elsewhere.answer = lambda asked: elsewhere.stamp(asked, later)
    assert sealed_with(make_seal(UnitFactory.create())).at == later
    assert elsewhere.asked == ["/tsr", "/tsr"]


def refused(_: tsp.TimeStampReq) -> tuple[bytes, str]:
    return tsp.TimeStampResp({"status": {"status": "rejection"}}).dump(), REPLY


def silent(_: tsp.TimeStampReq) -> tuple[bytes, str]:
    time.sleep(3)
    return b"", REPLY


def about_something_else(elsewhere: Elsewhere) -> Answer:
    def answer(asked: tsp.TimeStampReq) -> tuple[bytes, str]:
        other = tsp.TimeStampReq.load(asked.dump())
        other["message_imprint"]["hashed_message"] = bytes(32)
        return elsewhere.stamp(tsp.TimeStampReq.load(other.dump(force=True)))

    return answer


@pytest.mark.parametrize(
    "answer",
    [refused, silent, lambda _: (b"<html>", "text/html"), lambda _: (b"nonsense", REPLY), lambda _: (b"", REPLY)],
    ids=["refused", "silent", "a page", "nonsense", "nothing"],
)
def test_an_authority_that_does_not_answer_well_makes_papers_wait(
    elsewhere: Elsewhere, settings: Settings, answer: Answer
) -> None:
    settings.SEAL_TIMESTAMP_URL = f"{elsewhere.address}/tsr"
    elsewhere.answer = answer
    began = time.monotonic()
    assert why(make_seal(UnitFactory.create())) == NO_STAMP
    assert time.monotonic() - began < 2.5


def test_one_that_failed_is_left_alone_for_a_while(elsewhere: Elsewhere, settings: Settings) -> None:
    settings.SEAL_TIMESTAMP_URL = f"{elsewhere.address}/tsr"
    usual, elsewhere.answer = elsewhere.answer, refused
    seal = make_seal(UnitFactory.create())
    assert (why(seal), why(seal), elsewhere.asked) == (NO_STAMP, NO_STAMP, ["/tsr"])
    elsewhere.answer, settings.SEAL_RETRY = usual, timedelta()
    sealed_with(seal)


def test_so_does_one_that_stamps_something_else(elsewhere: Elsewhere, settings: Settings) -> None:
    settings.SEAL_TIMESTAMP_URL = f"{elsewhere.address}/tsr"
    elsewhere.answer = about_something_else(elsewhere)
    assert why(make_seal(UnitFactory.create())) == NO_STAMP


def test_so_does_one_that_is_not_there(settings: Settings) -> None:
    settings.SEAL_TIMESTAMP_URL = "http://127.0.0.1:1/tsr"
    assert why(make_seal(UnitFactory.create())) == NO_STAMP


def test_so_does_one_that_nobody_trusts(elsewhere: Elsewhere, settings: Settings) -> None:
    settings.SEAL_TIMESTAMP_URL, settings.SEAL_TRUST_ROOTS = f"{elsewhere.address}/tsr", ""
    assert why(make_seal(UnitFactory.create(name="甲局"))) == NOT_TRUSTED


def test_its_list_of_revoked_certificates_goes_into_the_file(elsewhere: Elsewhere) -> None:
    sealed = sealed_with(foreign_seal(elsewhere))
    assert elsewhere.asked == ["/list.crl"]
    assert stores(sealed) == (4, 2)


def test_a_certificate_on_that_list_seals_nothing(elsewhere: Elsewhere) -> None:
    seal = foreign_seal(elsewhere)
    elsewhere.revoked.append((int(seal.serial, 16), NOW - timedelta(days=2)))
    assert why(seal) == "甲局的印章证书已被签发机构吊销，请上传新的印章。"


def test_while_the_list_cannot_be_had_papers_wait(elsewhere: Elsewhere) -> None:
    elsewhere.address = "http://127.0.0.1:1"
    assert why(foreign_seal(elsewhere)) == UNKNOWN


def test_a_certificate_that_names_no_list_is_used_without(elsewhere: Elsewhere) -> None:
    assert stores(sealed_with(foreign_seal(elsewhere, says_where=False))) == (4, 1)
    assert elsewhere.asked == []


def test_lists_that_the_operator_keeps_are_used_and_nobody_is_asked(
    elsewhere: Elsewhere, settings: Settings, tmp_path: Path
) -> None:
    lists = tmp_path / "lists.pem"
    lists.write_bytes(x509.load_der_x509_crl(elsewhere.list()).public_bytes(Encoding.PEM))
    settings.SEAL_CRLS = str(lists)
    assert stores(sealed_with(foreign_seal(elsewhere))) == (4, 2)
    assert elsewhere.asked == []


def test_a_list_that_is_replaced_is_read_again(elsewhere: Elsewhere, settings: Settings, tmp_path: Path) -> None:
    lists = tmp_path / "lists.pem"
    lists.write_bytes(x509.load_der_x509_crl(elsewhere.list()).public_bytes(Encoding.PEM))
    settings.SEAL_CRLS = str(lists)
    seal = foreign_seal(elsewhere)
    sealed_with(seal)
    elsewhere.revoked.append((int(seal.serial, 16), NOW - timedelta(days=2)))
    lists.write_bytes(x509.load_der_x509_crl(elsewhere.list()).public_bytes(Encoding.PEM))
    assert why(seal) == "甲局的印章证书已被签发机构吊销，请上传新的印章。"


@pytest.mark.parametrize("name", ["SEAL_TRUST_ROOTS", "SEAL_CRLS"])
@pytest.mark.parametrize("content", [None, b"no certificates"])
def test_a_file_of_the_operators_that_cannot_be_used_makes_papers_wait(
    settings: Settings, tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "file").write_bytes(content)
    seal = make_seal(UnitFactory.create())
    setattr(settings, name, str(tmp_path / "file"))
    assert why(seal) == "受信任的根证书文件无法读取，请联系系统管理员。"
    with pytest.raises(TrustFileError, match=str(tmp_path / "file")):
        trust_material()


def test_an_empty_file_of_roots_names_none(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings.SEAL_TRUST_ROOTS = str(tmp_path / "file")
    assert trust_roots() == []
