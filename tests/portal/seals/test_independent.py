"""What programs of others say of a paper with both seals: Poppler with NSS, OpenSSL, a validator, two renderers."""

import re
import subprocess
from functools import cache
from pathlib import Path
from typing import cast

import page as validation
import pymupdf
import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives.serialization import Encoding
from PIL import Image

from portal.seals import authority
from portal.seals.drawing import demo_seal
from portal.seals.signing import UNIT_FIELD, apply_seal
from tests.factories.accounts import FinanceUnitFactory, UnitFactory
from tests.factories.assessments import NOW
from tests.factories.seals import make_authority, make_seal
from tests.portal.documents.paper_checks import syntax_faults
from tests.portal.seals.papers import official_paper, sealed_by_both

RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)\s*\]")
DPI = 100


@pytest.fixture
def home(db: None, tmp_path: Path) -> Path:
    """A folder with ``paper.pdf``, sealed twice, and ``root.pem``."""
    for name, content in zip(("paper.pdf", "root.pem", "list"), sealed_once(), strict=True):
        (tmp_path / name).write_bytes(content)
    return tmp_path


@cache
def sealed_once() -> tuple[bytes, bytes, bytes]:
    """The paper, the root that its seals go back to, and the root's list of revoked certificates."""
    units = (UnitFactory.create(name="巴楚县社会保险管理局"), FinanceUnitFactory.create(name="喀什地区财政局"))
    unit, prefecture = (make_seal(one, picture=demo_seal(one.name)) for one in units)
    paper = sealed_by_both(official_paper(), unit, prefecture).pdf
    return paper, make_authority().public_bytes(Encoding.PEM), authority.current_revocations(at=NOW)


def said(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60)
    return done.stdout + done.stderr


def poppler(home: Path, *, trusting: bool) -> list[str]:
    """What pdfsig says of the signatures and their certificates, with or without our root among its trusted ones."""
    store = f"sql:{home}"
    said("certutil", "-N", "-d", store, "--empty-password")
    if trusting:
        said("certutil", "-A", "-d", store, "-n", "root", "-t", ",C,", "-a", "-i", home / "root.pem")
    words = ("Signer Certificate Common Name", "Signature Validation", "Certificate Validation", "document signed")
    lines = said("pdfsig", "-nssdir", store, home / "paper.pdf").splitlines()
    return [line.strip(" -") for line in lines if any(word in line for word in words)]


def signatures(home: Path) -> list[tuple[bytes, bytes]]:
    """What each signature covers, and the signature itself, cut out of the file by hand."""
    pdf = (home / "paper.pdf").read_bytes()
    spans = [tuple(map(int, found.groups())) for found in RANGE.finditer(pdf)]
    return [
        (pdf[start : start + size] + pdf[rest : rest + more], bytes.fromhex(pdf[start + size + 1 : rest - 1].decode()))
        for start, size, rest, more in spans
    ]


def openssl(home: Path, covered: bytes, signature: bytes) -> str:
    """What OpenSSL says of one signature; its certificate is checked against our root."""
    (home / "covered").write_bytes(covered)
    (home / "signature").write_bytes(cms.ContentInfo.load(signature).dump())
    command = ("openssl", "cms", "-verify", "-inform", "DER", "-in", home / "signature", "-content", home / "covered")
    options = ("-binary", "-CAfile", home / "root.pem", "-purpose", "any", "-out", home / "out")
    return said(*command, *options).splitlines()[0]


def test_poppler_finds_both_valid_and_trusted(home: Path) -> None:
    assert poppler(home, trusting=True) == [
        "Signer Certificate Common Name: 巴楚县社会保险管理局样章",
        "Not total document signed",
        "Signature Validation: Signature is Valid.",
        "Certificate Validation: Certificate is Trusted.",
        "Signer Certificate Common Name: 喀什地区财政局样章",
        "Total document signed",
        "Signature Validation: Signature is Valid.",
        "Certificate Validation: Certificate is Trusted.",
    ]


def test_poppler_trusts_neither_without_our_root(home: Path) -> None:
    found = [line for line in poppler(home, trusting=False) if line.startswith("Certificate Validation")]
    assert found == ["Certificate Validation: Certificate issuer is unknown."] * 2


def test_openssl_finds_both_good(home: Path) -> None:
    assert [openssl(home, *pair) for pair in signatures(home)] == ["CMS Verification successful"] * 2


@pytest.mark.parametrize("number", [0, 1])
def test_openssl_finds_one_flipped_bit(home: Path, number: int) -> None:
    covered, signature = signatures(home)[number]
    flipped = covered[:500] + bytes([covered[500] ^ 1]) + covered[501:]
    assert openssl(home, flipped, signature) == "CMS Verification failure"


def test_openssl_finds_the_time_stamps_good(home: Path) -> None:
    for _, signature in signatures(home):
        (info,) = cms.ContentInfo.load(signature)["content"]["signer_infos"]
        (stamp,) = [one for one in info["unsigned_attrs"] if one["type"].native == "signature_time_stamp_token"]
        (home / "stamp").write_bytes(stamp["values"][0].dump())
        (home / "stamped").write_bytes(info["signature"].native)
        command = ("openssl", "ts", "-verify", "-token_in", "-in", home / "stamp", "-data", home / "stamped")
        assert "Verification: OK" in said(*command, "-CAfile", home / "root.pem")


def test_openssl_finds_the_list_of_revoked_certificates_good(home: Path) -> None:
    command = ("openssl", "crl", "-verify", "-noout", "-inform", "DER", "-in", home / "list")
    assert said(*command, "-CAfile", home / "root.pem") == "verify OK\n"


@pytest.mark.parametrize("profile", ["PDF_A_3A", "PDF_UA_1"])
def test_it_stays_archival_and_readable_to_everybody(home: Path, profile: str) -> None:
    """The validator wants every signature to cover the whole file, which none but the last of several can do."""
    content = (home / "paper.pdf").read_bytes()
    report = validation.validate_pdf_bytes(content, profile=getattr(validation.ValidationProfile, profile))
    assert {failure.rule_id for failure in report.failures} <= {"PDFA3A-SIGNATURE-BYTERANGE-001"}


@pytest.mark.parametrize("profile", ["PDF_A_3A", "PDF_UA_1"])
def test_with_one_seal_nothing_is_against_it(db: None, profile: str) -> None:
    seal = make_seal(UnitFactory.create())
    sealed = apply_seal(official_paper(), field=UNIT_FIELD, seal=seal, certify=True, reason="报送", at=NOW)
    report = validation.validate_pdf_bytes(sealed.pdf, profile=getattr(validation.ValidationProfile, profile))
    assert [failure.message for failure in report.failures] == []


def test_its_syntax_is_right(home: Path) -> None:
    assert syntax_faults((home / "paper.pdf").read_bytes()) == ""


def test_two_renderers_draw_both_seals_in_red_and_leave_what_is_under_them_readable(home: Path) -> None:
    said("pdftoppm", "-r", str(DPI), "-png", "-singlefile", home / "paper.pdf", home / "poppler")
    (page,) = pymupdf.open(home / "paper.pdf").pages()
    page.get_pixmap(dpi=DPI).save(home / "mupdf.png")
    shares = [_red_and_black(home / name) for name in ("poppler.png", "mupdf.png")]
    assert abs(shares[0][0] - shares[1][0]) < 0.1 * shares[0][0]
    unsealed = home / "unsealed.pdf"
    unsealed.write_bytes(official_paper())
    said("pdftoppm", "-r", str(DPI), "-png", "-singlefile", unsealed, home / "unsealed")
    red, black = _red_and_black(home / "unsealed.png")
    assert (red, shares[0][0] > 1500) == (0, True)
    assert min(share[1] for share in shares) > 0.95 * black


def _red_and_black(path: Path) -> tuple[int, int]:
    """How many pixels are vermilion, and how many are black."""
    with Image.open(path) as image:
        found = image.convert("RGB").getcolors(image.width * image.height) or []
    counted = cast(list[tuple[int, tuple[int, int, int]]], found)
    red = sum(number for number, (r, g, b) in counted if r > 150 and g < 110 and b < 110)
    return red, sum(number for number, (r, g, b) in counted if max(r, g, b) < 100)
