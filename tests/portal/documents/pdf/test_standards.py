"""One file that is PDF/A-3a and PDF/UA-1, and that the checks would notice if it were not."""

from collections.abc import Callable

import page as validation
import pytest

from tests.portal.documents.paper_checks import syntax_faults
from tests.portal.documents.pdf.samples import bare_paper, paper

PROFILES = ["PDF_A_3A", "PDF_UA_1"]


def broken_rules(pdf: bytes, profile: str) -> set[str]:
    report = validation.validate_pdf_bytes(pdf, profile=getattr(validation.ValidationProfile, profile))
    return {failure.rule_id for failure in report.failures}


def without(pdf: bytes, words: bytes) -> bytes:
    """The file with ``words`` of its metadata painted over; nothing moves."""
    assert pdf.count(words) == 1
    return pdf.replace(words, b" " * len(words))


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("made", [paper, bare_paper])
def test_a_paper_keeps_both_standards(made: Callable[[], bytes], profile: str) -> None:
    assert broken_rules(made(), profile) == set()


def test_its_syntax_is_right() -> None:
    assert syntax_faults(paper()) == ""


@pytest.mark.parametrize(
    ("words", "profile"),
    [
        (b"<pdfuaid:part>1</pdfuaid:part>", "PDF_UA_1"),
        (b"<pdfaid:conformance>A</pdfaid:conformance>", "PDF_A_3A"),
        (b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "PDF_A_3A"),
        (b"<pdfaSchema:prefix>paper</pdfaSchema:prefix>", "PDF_A_3A"),
    ],
)
def test_the_validator_notices_what_the_metadata_lack(words: bytes, profile: str) -> None:
    assert broken_rules(without(paper(), words), profile) != set()
