"""Packing documents into a ZIP that explains itself."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from portal.clock import BEIJING
from portal.documents.models import Document
from portal.documents.store import document_store


@dataclass(frozen=True, slots=True)
class Member:
    """One document and its name in the ZIP; ``version`` is that of the paper, ``code`` its public code (or blank).

    ``remark`` says what is still missing from it, a second seal for instance.
    """

    name: str
    document: Document
    version: int
    code: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A paper that is not in the ZIP because nothing final can be had of it, and why; ``failed``: it cannot be made."""

    name: str
    version: int
    remark: str
    failed: bool = False


def write_zip(file: BinaryIO, members: Sequence[Member], lists: Sequence[tuple[str, bytes]]) -> None:
    """Writes the documents, each straight from the store, and then ``lists`` (name and content) into ``file``.

    Names are UTF-8 with the flag that says so. Raises ``store.DamagedError`` if stored bytes are not those registered.
    The same members give the same bytes.
    """
    latest = max(member.document.created_at for member in members)
    with zipfile.ZipFile(file, "w") as archive:
        for member in members:
            _add_document(archive, member)
        for name, content in lists:
            archive.writestr(_info(name, latest, zipfile.ZIP_DEFLATED), content)


def _add_document(archive: zipfile.ZipFile, member: Member) -> None:
    document = member.document
    info = _info(member.name, document.created_at, zipfile.ZIP_STORED)
    with (
        document_store.open_verified(document.path, sha256=document.sha256) as source,
        archive.open(info, "w") as target,
    ):
        while chunk := source.read(document_store.CHUNK):
            target.write(chunk)


def _info(name: str, at: datetime, compression: int) -> zipfile.ZipInfo:
    moment = at.astimezone(BEIJING)
    info = zipfile.ZipInfo(name, (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second))
    info.compress_type = compression
    info.external_attr = 0o644 << 16
    return info
