"""Signed files of others: of every sort, none of ours."""

from functools import cache

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pyhanko.sign.fields import SigSeedSubFilter

from portal.seals.inspection.examine import examine
from tests.factories.pdfs import assembled, small_paper, stream
from tests.factories.signatures import Authority, Key, self_signed, signed_by, with_fields
from tests.portal.seals.inspection.offices import office, problems

PAPER = small_paper(code="")


@cache
def key(kind: str) -> Key:
    """A key of each kind, made once."""
    if kind.startswith("RSA"):
        return rsa.generate_private_key(65537, int(kind.partition("-")[2]))
    return ec.generate_private_key(ec.SECP256R1() if kind == "P-256" else ec.SECP384R1())


@pytest.mark.parametrize("kind", ["P-256", "P-384", "RSA-2048"])
@pytest.mark.parametrize("subfilter", [SigSeedSubFilter.ADOBE_PKCS7_DETACHED, SigSeedSubFilter.PADES])
def test_a_signature_by_any_key_is_sound_and_strange(kind: str, subfilter: SigSeedSubFilter) -> None:
    found = examine(signed_by(PAPER, "Sig", self_signed("某公司", key=key(kind)), subfilter=subfilter), office().trust)
    assert [(one.signer, one.sound, one.trusted, one.whole, one.rooted) for one in found.signatures] == [
        ("某公司", True, False, True, False)
    ]
    assert problems(found) == [("self_signed", "no_timestamp")]


def test_a_pss_signature_is_read() -> None:
    found = examine(signed_by(PAPER, "Sig", self_signed("某公司", key=key("RSA-2048")), pss=True), office().trust)
    assert problems(found) == [("self_signed", "no_timestamp")]


@pytest.mark.parametrize("digest", ["md5", "sha1"])
def test_weak_digests_do_not_hold(digest: str) -> None:
    signer = self_signed("某公司", key=key("RSA-2048"))
    found = examine(signed_by(PAPER, "Sig", signer, md_algorithm=digest), office().trust)
    assert [(one.sound, one.problems) for one in found.signatures] == [(False, ("weak", "self_signed", "no_timestamp"))]


def test_short_keys_do_not_hold() -> None:
    found = examine(signed_by(PAPER, "Sig", self_signed("某公司", key=key("RSA-1024"))), office().trust)
    assert problems(found) == [("weak", "self_signed", "no_timestamp")]


def test_a_chain_that_ends_elsewhere_is_not_ours() -> None:
    there = Authority("某省数字证书认证中心")
    pdf = signed_by(PAPER, "Sig", there.issue("某公司"), stamper=there.stamper(there.since))
    assert problems(examine(pdf, office().trust)) == [("untrusted", "bad_timestamp")]


def test_many_signatures_are_all_told() -> None:
    pdf = with_fields(PAPER, ["A", "B", "C"])
    for name in ("A", "B", "C"):
        pdf = signed_by(pdf, name, self_signed(f"单位{name}"))
    found = examine(pdf, office().trust)
    assert [(one.field, one.signer) for one in found.signatures] == [("A", "单位A"), ("B", "单位B"), ("C", "单位C")]
    assert (found.covered, found.holds) == (True, False)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (
            b"<< /Type /Sig /SubFilter /adbe.x509.rsa_sha1 /ByteRange [0 1 2 3] /Contents <00> >>",
            "unsupported",
        ),
        (b"<< /Type /Sig /SubFilter /adbe.pkcs7.detached /Contents <00> >>", "unread"),
        (b"<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /Contents <3000> >>", "unread"),
        (b"<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange (x) /Contents 7 >>", "unread"),
        (b"[ 1 2 3 ]", "unsupported"),
    ],
)
def test_what_stands_for_a_signature_is_told_as_one(value: bytes, problem: str) -> None:
    found = examine(_with_value(value), office().trust)
    assert (problems(found), found.trouble) == ([(problem,)], "")


def _with_value(value: bytes) -> bytes:
    form = b"/AcroForm << /Fields [6 0 R] /SigFlags 3 >>"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % form,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        4: stream(b""),
        6: b"<< /FT /Sig /T (a) /V 7 0 R >>",
        7: value,
    }
    return assembled(objects)


def test_names_of_strangers_carry_no_control_signs() -> None:
    found = examine(signed_by(PAPER, "Sig", self_signed("甲\x00\u202e\x1b[31m" + "x" * 30)), office().trust)
    assert [one.signer for one in found.signatures] == ["甲[31m" + "x" * 30]
