"""A paper as it is in service: printed by our engine, sealed twice with seals of our authority, registered."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Model

from portal.accounts.models import Unit
from portal.documents.making.paper_requests import KINDS
from portal.documents.models import Document, DocumentKind, Imprint, PublicCode, Variant
from portal.documents.papers.printable_html import SealPlace
from portal.documents.papers.public_codes import code_for
from portal.documents.pdf import render_pdf
from portal.jobs.models import Job
from portal.seals.models import Authority, Seal
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


@dataclass(frozen=True)
class _Sample:
    """What a paper was made with, to be put into another database as it was."""

    code: str
    authority: list[dict[str, Any]]
    seals: list[dict[str, Any]]
    files: tuple[bytes, bytes, bytes]


_samples: dict[tuple[str, str], _Sample] = {}


def make_sealed_paper(subject_id: str = "1", digest: str = "a" * 64) -> SealedPaper:
    """Printed, sealed twice and registered; the register has both sealed files.

    The first one of a process is printed and sealed anew, and so is one beside an authority that is there already.
    """
    asked = (subject_id, digest)
    founded = Authority.objects.exists()
    if asked in _samples and not founded:
        return _registered(_samples[asked], _from_sample(_samples[asked]), *asked)
    seals = [make_seal(unit) for unit in _units()]
    sample = _sample(seals, *asked)
    if not founded:
        _samples[asked] = sample
    return _registered(sample, seals, *asked)


def _units() -> list[Unit]:
    return [UnitFactory.create(name=UNIT), FinanceUnitFactory.create(name=PREFECTURE)]


def _sample(seals: list[Seal], subject_id: str, digest: str) -> _Sample:
    code = code_for(subject_kind="paper", subject_id=subject_id, digest=digest, at=NOW)
    unit, prefecture = seals
    printed = render_pdf(
        HTML.format(rows=ROWS), title="监控情况表", facts=b'{"figure": 14158}', seal_places=PLACES, code=code
    )
    once = apply_seal(printed, field=UNIT_FIELD, seal=unit, certify=True, reason="报送：甲", at=NOW).pdf
    later = NOW + timedelta(days=1)
    twice = apply_seal(once, field=PREFECTURE_FIELD, seal=prefecture, certify=False, reason="办结：乙", at=later).pdf
    authority = [_facts(row) for row in Authority.objects.all()]
    return _Sample(code, authority, [_facts(seal) for seal in seals], (printed, once, twice))


def _facts(row: Model) -> dict[str, Any]:
    """The columns of a row, but not its number and whose it is."""
    names = (field.attname for field in row._meta.concrete_fields)
    return {name: getattr(row, name) for name in names if name not in ("id", "unit_id")}


def _from_sample(sample: _Sample) -> list[Seal]:
    """The seals, and the authority behind them."""
    for row in sample.authority:
        Authority.objects.create(**row)
    return [Seal.objects.create(unit=unit, **row) for unit, row in zip(_units(), sample.seals, strict=True)]


def _registered(sample: _Sample, seals: list[Seal], subject_id: str, digest: str) -> SealedPaper:
    asked = {"subject_kind": "paper", "subject_id": subject_id, "content_digest": digest}
    paper, _ = PublicCode.objects.get_or_create(**asked, defaults={"code": sample.code, "created_at": NOW})
    unit, prefecture = seals
    _, once, twice = sample.files
    first, second = register(once, paper, Variant.SEALED), register(twice, paper, Variant.COUNTERSIGNED)
    for document in (first, second):
        _imprint(document, unit, UNIT_FIELD, 1)
    _imprint(second, prefecture, PREFECTURE_FIELD, 2)
    return SealedPaper(paper, unit, prefecture, *sample.files, first, second)


def _imprint(document: Document, seal: Seal, field: str, position: int) -> None:
    acts = {"act": "submit", "actor": "买买提", "acted_at": NOW, "sealed_at": NOW}
    unit = seal.unit.name
    Imprint.objects.create(document=document, seal=seal, field=field, position=position, unit_name=unit, **acts)


def register(pdf: bytes, paper: PublicCode, variant: str, version: int = 1) -> Document:
    """A registered document of a paper with the job that has made it; its bytes are not in the store."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    what = {name: getattr(paper, name) for name in ("subject_kind", "subject_id", "content_digest")}
    made = {"kind": KINDS[Variant(variant)], "queue": "interactive", "state": "done"}
    job = Job.objects.create(**what, **made, variant=variant, requested_at=NOW, started_at=NOW, finished_at=NOW)
    return Document.objects.create(
        kind=DocumentKind.PDF,
        job=job,
        **what,
        variant=variant,
        version=version,
        filename="监控情况表.pdf",
        sha256=sha256,
        size=len(pdf),
        path=f"{sha256[:2]}/{sha256}.pdf",
        created_at=NOW,
    )
