"""A paper as it is in service: printed by our engine, sealed twice with seals of our authority, registered."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from portal.documents.models import Document, Imprint, Kind, PublicCode, Variant
from portal.documents.pdf import render_pdf
from portal.documents.printable import SealPlace
from portal.documents.services.public_codes import code_for
from portal.seals.models import Seal
from portal.seals.signing import PREFECTURE_FIELD, UNIT_FIELD, apply_seal
from tests.factories.accounts import FinanceUnitFactory, UnitFactory
from tests.factories.assessments import NOW
from tests.factories.seals import make_seal

ROWS = "".join(
    f"<tr><td>产出指标</td><td>数量指标</td><td>参保缴费人数{number}</td><td>2834人</td><td>2977人</td><td>105%</td></tr>"
    for number in range(14)
)
HTML = (
    "<!doctype html><html lang=zh-CN><title>监控情况表</title><p class=sheet-t>监控情况表</p>"
    "<table class=sheet><tr><th>一级<th>二级<th>三级<th>预期<th>完成<th>完成率</tr>{rows}</table>"
    "<p id=unit>（公章）</p><p id=prefecture>（公章）</p>"
)
UNIT, PREFECTURE = "巴楚县社会保险管理局", "喀什地区财政局"
PLACES = (SealPlace("unit", UNIT_FIELD, f"{UNIT}公章"), SealPlace("prefecture", PREFECTURE_FIELD, f"{PREFECTURE}公章"))


@dataclass(frozen=True)
class SealedPaper:
    """The bytes at each stage, with what the register has of them."""

    code: PublicCode
    unit: Seal
    prefecture: Seal
    printed: bytes
    once: bytes
    twice: bytes
    first: Document
    second: Document


def make_sealed_paper(subject_id: str = "1", digest: str = "a" * 64) -> SealedPaper:
    """Prints, seals twice and registers; the register has both sealed files."""
    code = code_for(subject_kind="paper", subject_id=subject_id, digest=digest, at=NOW)
    unit = make_seal(UnitFactory.create(name=UNIT))
    prefecture = make_seal(FinanceUnitFactory.create(name=PREFECTURE))
    printed = render_pdf(
        HTML.format(rows=ROWS), title="监控情况表", facts=b'{"figure": 14158}', seal_places=PLACES, code=code
    )
    once = apply_seal(printed, field=UNIT_FIELD, seal=unit, certify=True, reason="报送：甲", at=NOW).pdf
    later = NOW + timedelta(days=1)
    twice = apply_seal(once, field=PREFECTURE_FIELD, seal=prefecture, certify=False, reason="办结：乙", at=later).pdf
    paper = PublicCode.objects.get(code=code)
    first, second = register(once, paper, Variant.SEALED), register(twice, paper, Variant.COUNTERSIGNED)
    for document in (first, second):
        _imprint(document, unit, UNIT_FIELD, 1)
    _imprint(second, prefecture, PREFECTURE_FIELD, 2)
    return SealedPaper(paper, unit, prefecture, printed, once, twice, first, second)


def _imprint(document: Document, seal: Seal, field: str, position: int) -> None:
    acts = {"act": "submit", "actor": "买买提", "acted_at": NOW, "sealed_at": NOW}
    unit = seal.unit.name
    Imprint.objects.create(document=document, seal=seal, field=field, position=position, unit_name=unit, **acts)


def register(pdf: bytes, paper: PublicCode, variant: str, version: int = 1) -> Document:
    """A registered document of a paper; its bytes are not in the store."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    return Document.objects.create(
        kind=Kind.PDF,
        subject_kind=paper.subject_kind,
        subject_id=paper.subject_id,
        content_digest=paper.content_digest,
        variant=variant,
        version=version,
        filename="监控情况表.pdf",
        sha256=sha256,
        size=len(pdf),
        path=f"{sha256[:2]}/{sha256}.pdf",
        created_at=NOW,
    )
