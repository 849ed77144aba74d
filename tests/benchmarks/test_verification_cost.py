"""What the verdict on a file costs: processor time of the worker and of the process that looks into the file.

Prints milliseconds for a two-seal filing, which are to stay below 300, with the library's own reading of the same file
and Poppler's ``pdfsig`` beside it, and for a long filing. Asserts only the verdicts.

``./bin/bench tests/benchmarks/test_verification_cost.py`` shows it.
"""

import resource
import subprocess
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median

import pytest
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import DocumentSecurityStore, validate_pdf_signature

from portal.documents.models import PublicCode, Variant
from portal.documents.papers.printable_html import PrintableHtml
from portal.documents.papers.public_codes import code_for
from portal.documents.pdf import render_pdf
from portal.documents.register.registered_files import registered
from portal.documents.register.verdicts import Verdict, judge
from portal.seals.inspection import sandbox
from portal.seals.trust import trust_material
from tests.assessments.rendering.paper.test_printed_filing import longer
from tests.benchmarks.pdf_papers import published, to_be_sealed
from tests.benchmarks.rounds import rounds
from tests.factories.accounts import FinanceUnitFactory, UnitFactory
from tests.factories.assessments import NOW
from tests.factories.seals import make_seal
from tests.portal.documents.registered_papers import register
from tests.portal.seals.papers import sealed_by_both

pytestmark = pytest.mark.django_db
ROUNDS = rounds(15)
TARGET = 300
ROWS = 200


def paper(page: PrintableHtml, digest: str) -> bytes:
    """The page printed, sealed twice and registered."""
    printed = render_pdf(page.html, title=page.title, facts=page.facts, seal_places=page.seal_places, code=page.code)
    pdf = sealed_by_both(printed, make_seal(UnitFactory.create()), make_seal(FinanceUnitFactory.create())).pdf
    code = code_for(subject_kind="paper", subject_id="1", digest=digest, at=NOW)
    register(pdf, PublicCode.objects.get(code=code), Variant.COUNTERSIGNED, version=PublicCode.objects.count())
    return pdf


def verdict(pdf: bytes) -> tuple[Verdict, float]:
    """The verdict, with milliseconds of processor time here and in the child that read the file."""
    began = time.process_time()
    looked = sandbox.look(pdf, trust_material())
    found = judge(looked.inspection, registered).verdict
    return found, 1000 * (time.process_time() - began + looked.cpu_seconds)


def librarys_own(pdf: bytes) -> float:
    """pyHanko's reader and rules, as its documentation shows them."""
    roots = [Certificate.load(root) for root in trust_material().roots]
    began = time.process_time()
    reader = PdfFileReader(BytesIO(pdf))
    store = DocumentSecurityStore.read_dss(reader)
    for signature in reader.embedded_signatures:
        context = store.as_validation_context({"trust_roots": roots, "moment": NOW, "retroactive_revinfo": True})
        assert validate_pdf_signature(signature, context).bottom_line
    return 1000 * (time.process_time() - began)


def popplers(path: Path) -> float:
    """``pdfsig``, which judges no changes between the signatures."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["pdfsig", str(path)], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def typical(act: Callable[[], float]) -> float:
    return median(act() for _ in range(ROUNDS))


@pytest.mark.measure
def test_a_verdict_on_two_seals(tmp_path: Path) -> None:
    filing = published()[0]
    pdf, long = paper(to_be_sealed(filing), "a" * 64), paper(to_be_sealed(longer(filing, ROWS)), "b" * 64)
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    assert [verdict(one)[0] for one in (pdf, long)] == [Verdict.GENUINE, Verdict.GENUINE]
    own, library, poppler, longest = (
        typical(lambda: verdict(pdf)[1]),
        typical(lambda: librarys_own(pdf)),
        typical(lambda: popplers(path)),
        typical(lambda: verdict(long)[1]),
    )
    print(f"\ntwo seals, {len(pdf) // 1024} KB: {own:.0f} ms of processor, {1000 / own:.1f} files/s a core;", end=" ")
    print(
        f"ratio of {TARGET} ms to it {TARGET / own:.1f}; the library alone {library:.0f} ms, ratio {library / own:.1f};"
    )
    print(f"pdfsig, blind to changes in between, {poppler:.0f} ms;", end=" ")
    print(f"{ROWS} rows, {len(long) // 1024} KB: {longest:.0f} ms")
