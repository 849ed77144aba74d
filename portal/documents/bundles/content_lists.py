"""The lists in an export: one for people (清单.csv) and one for programs (manifest.json)."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from portal.clock import BEIJING
from portal.documents.bundles.zip_archive import LeftOut, Member
from portal.documents.models import Imprint

LIST_NAME = "清单.csv"
MANIFEST_NAME = "manifest.json"
LIST_HEADINGS = (
    "序号",
    "文件",
    "版本",
    "状态",
    "印章",
    "大小（字节）",
    "SHA-256 摘要",
    "内容摘要",
    "查验码",
    "生成时间（北京时间）",
    "备注",
)
WAITING, FAILED = "待签章", "未能生成"
#: A spreadsheet takes a cell that begins so for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t")


def for_people(members: Sequence[Member], left_out: Sequence[LeftOut]) -> bytes:
    """The list as CSV that spreadsheets open: what is in the ZIP, then what is not and why."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(LIST_HEADINGS)
    rows = [*map(_row, members), *map(_missing_row, left_out)]
    for number, (name, *rest) in enumerate(rows, start=1):
        writer.writerow((number, f"'{name}" if str(name).startswith(FORMULA_STARTS) else name, *rest))
    return text.getvalue().encode("utf-8-sig")


def for_programs(members: Sequence[Member], left_out: Sequence[LeftOut]) -> bytes:
    """The same as JSON, with every signature: ``files`` are in the ZIP, ``waiting`` and ``failed`` are not."""
    content = {
        "files": [_file(member) for member in members],
        "waiting": [_listed(paper) for paper in left_out if not paper.failed],
        "failed": [_listed(paper) for paper in left_out if paper.failed],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _row(member: Member) -> tuple[str | int, ...]:
    document = member.document
    seals = "；".join(f"{seal.unit_name}（{seal.actor}，{_moment(seal.sealed_at)}）" for seal in _seals(member))
    return (
        member.name,
        member.version,
        str(document.get_variant_display()),
        seals,
        document.size,
        document.sha256,
        document.content_digest,
        member.code,
        _moment(document.created_at),
        member.remark,
    )


def _missing_row(paper: LeftOut) -> tuple[str | int, ...]:
    return (paper.name, paper.version, FAILED if paper.failed else WAITING, "", "", "", "", "", "", paper.remark)


def _listed(paper: LeftOut) -> dict[str, Any]:
    return {"name": paper.name, "version": paper.version, "reason": paper.remark}


def _file(member: Member) -> dict[str, Any]:
    document = member.document
    return {
        "name": member.name,
        "size": document.size,
        "sha256": document.sha256,
        "version": member.version,
        "variant": document.variant,
        "subject": {"kind": document.subject_kind, "id": document.subject_id},
        "content_digest": document.content_digest,
        "code": member.code,
        "created_at": _iso(document.created_at),
        "signatures": [_signature(seal) for seal in _seals(member)],
        "remark": member.remark,
    }


def _signature(imprint: Imprint) -> dict[str, Any]:
    return {
        "field": imprint.field,
        "unit": imprint.unit_name,
        "act": imprint.act,
        "actor": imprint.actor,
        "acted_at": _iso(imprint.acted_at),
        "sealed_at": _iso(imprint.sealed_at),
        "certificate": {
            "sha256": imprint.seal.fingerprint,
            "holder": imprint.seal.holder,
            "valid_until": _iso(imprint.seal.valid_until),
            "demo": imprint.seal.demo,
        },
    }


def _seals(member: Member) -> Sequence[Imprint]:
    return list(member.document.imprints.all())


def _moment(at: datetime) -> str:
    return f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}"


def _iso(at: datetime) -> str:
    return at.astimezone(BEIJING).isoformat()
