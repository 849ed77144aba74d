"""Packing documents into a ZIP that explains itself."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from portal.clock import BEIJING
from portal.documents import store
from portal.documents.models import Document

LIST_NAME = "清单.csv"
MANIFEST_NAME = "manifest.json"
LIST_HEADINGS = ("序号", "文件", "版本", "状态", "大小（字节）", "SHA-256 摘要", "内容摘要", "生成时间（北京时间）")
#: A spreadsheet takes a cell that begins so for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, slots=True)
class Member:
    """One document and its name in the ZIP."""

    name: str
    document: Document


def write_zip(file: BinaryIO, members: Sequence[Member]) -> None:
    """Writes the documents, a list for people and a list for programs into ``file``, each straight from the store.

    Names are UTF-8 with the flag that says so. Raises ``store.DamagedError`` if stored bytes are not those registered.
    The same members give the same bytes.
    """
    latest = max(member.document.created_at for member in members)
    with zipfile.ZipFile(file, "w") as archive:
        for member in members:
            _add_document(archive, member)
        _add_text(archive, LIST_NAME, _list(members).encode("utf-8-sig"), latest)
        _add_text(archive, MANIFEST_NAME, _manifest(members).encode(), latest)


def _add_document(archive: zipfile.ZipFile, member: Member) -> None:
    document = member.document
    info = _info(member.name, document.created_at, zipfile.ZIP_STORED)
    with store.open_verified(document.path, sha256=document.sha256) as source, archive.open(info, "w") as target:
        while chunk := source.read(store.CHUNK):
            target.write(chunk)


def _add_text(archive: zipfile.ZipFile, name: str, content: bytes, at: datetime) -> None:
    archive.writestr(_info(name, at, zipfile.ZIP_DEFLATED), content)


def _info(name: str, at: datetime, compression: int) -> zipfile.ZipInfo:
    moment = at.astimezone(BEIJING)
    info = zipfile.ZipInfo(name, (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second))
    info.compress_type = compression
    info.external_attr = 0o644 << 16
    return info


def _list(members: Sequence[Member]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(LIST_HEADINGS)
    for number, member in enumerate(members, start=1):
        document = member.document
        made = f"{document.created_at.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}"
        name = f"'{member.name}" if member.name.startswith(FORMULA_STARTS) else member.name
        row = (document.version, _variant(document), document.size, document.sha256, document.content_digest, made)
        writer.writerow((number, name, *row))
    return text.getvalue()


def _manifest(members: Sequence[Member]) -> str:
    files = [
        {
            "name": member.name,
            "size": member.document.size,
            "sha256": member.document.sha256,
            "version": member.document.version,
            "variant": member.document.variant,
            "subject": {"kind": member.document.subject_kind, "id": member.document.subject_id},
            "content_digest": member.document.content_digest,
            "created_at": member.document.created_at.astimezone(BEIJING).isoformat(),
        }
        for member in members
    ]
    return json.dumps({"files": files}, ensure_ascii=False, indent=2) + "\n"


def _variant(document: Document) -> str:
    return str(document.get_variant_display())
