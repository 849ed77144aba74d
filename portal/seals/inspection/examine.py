"""Looking into a file that may be anything. Call it only where it may be killed: see ``sandbox``."""

import asyncio
from dataclasses import replace
from io import BytesIO
from itertools import islice
from typing import Any

from pyhanko.pdf_utils.decode_limits import DecodeLimits, DecodePurpose, DocumentDecodeBudget, StreamDecodeLimits
from pyhanko.pdf_utils.misc import PdfDecodeLimitError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from portal.seals.inspection import raw
from portal.seals.inspection.additions import additions
from portal.seals.inspection.evidence import Evidence, evidence, trusted
from portal.seals.inspection.findings import MOST_BYTES, Inspection, Trust
from portal.seals.inspection.objects import data, entry
from portal.seals.inspection.reader import Reader
from portal.seals.inspection.signatures import Looked, look_at, unread
from portal.seals.inspection.trouble import facts_of, in_trouble

#: A signature field: its name, its value and where it stands.
Field = tuple[str, Any, Any]
MOST_SIGNATURES = 50
#: A PDF says so within its first bytes.
HEAD = 1024
#: … and within its last ones where its table of objects is; without that it was cut off.
TAIL = 2048
MEGABYTE = 1024 * 1024
LIMITS = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=64 * MEGABYTE),
    document_budget=DocumentDecodeBudget(base_allowance=128 * MEGABYTE, max_ratio=20),
)
#: Filters of signatures that can be judged; anything else is a signature all the same.
READABLE = {"/adbe.pkcs7.detached", "/ETSI.CAdES.detached", "/ETSI.RFC3161"}


#: Signatures that Adobe's programs put in to unlock functions of the reader.
USAGE_RIGHTS = ("/UR", "/UR3")
#: Nothing that more patience would mend.
HOPELESS = (RecursionError, MemoryError, PdfDecodeLimitError)


class TroubleError(Exception):
    """The file cannot be read; the message is one of ``findings.TROUBLES``."""


def examine(content: bytes, trust: Trust) -> Inspection:
    """The inspection of the file; never raises for what lies in it, but may take long or die of it."""
    try:
        return _read(content, trust)
    except TroubleError as found:
        return in_trouble(content, str(found))
    except HOPELESS:
        return in_trouble(content, "too_complex")


def _read(content: bytes, trust: Trust) -> Inspection:
    """Reads the file as the standard wants it, and if that fails once more with patience."""
    head, known = _head(content), trusted(trust)
    for by_rule in (True, False):
        try:
            return _opened(content if by_rule else content[head:], known, facts_of(content), by_rule=by_rule)
        except (TroubleError, *HOPELESS):
            raise
        except Exception:  # noqa: S112 - a broken file raises anything
            continue
    raise TroubleError("damaged")


def _head(content: bytes) -> int:
    """Where the file says that it is a PDF."""
    if not content:
        raise TroubleError("empty")
    if len(content) > MOST_BYTES:
        raise TroubleError("too_large")
    head = content[:HEAD].find(b"%PDF-")
    if head < 0:
        raise TroubleError("not_pdf")
    if b"startxref" not in content[-TAIL:]:
        raise TroubleError("damaged")
    return head


def _opened(content: bytes, known: Evidence, facts: Inspection, *, by_rule: bool) -> Inspection:
    reader = Reader(BytesIO(content), strict=by_rule, decode_limits=LIMITS)
    if "/Encrypt" in reader.trailer:
        raise TroubleError("encrypted")
    if entry(reader.root, "/Collection") is not None:
        raise TroubleError("portfolio")
    looked = sorted(asyncio.run(_signatures(reader, content, known, by_rule=by_rule)), key=_order)
    last = looked[-1] if looked else None
    found = replace(
        facts,
        code=raw.code_in(content) or _code_of(reader),
        covered=last is not None and last.end == len(content),
        signatures=tuple(each.finding for each in looked),
        roots=len(known.roots),
        signed_size=max((each.end for each in looked), default=0),
    )
    return found if found.holds or not looked else replace(found, additions=_additions(reader, looked))


async def _signatures(reader: PdfFileReader, content: bytes, known: Evidence, *, by_rule: bool) -> list[Looked]:
    fields = list(islice(enumerate_sig_fields(reader, filled_status=True), MOST_SIGNATURES + 1))
    if len(fields) > MOST_SIGNATURES:
        raise TroubleError("too_complex")
    proof = evidence(reader, known) if fields else known
    looked = [await _look_at(reader, field, content, proof, by_rule=by_rule) for field in fields]
    rights = entry(reader.root, "/Perms")
    return looked + [unread(name[1:], "unsupported") for name in USAGE_RIGHTS if entry(rights, name) is not None]


async def _look_at(reader: PdfFileReader, field: Field, content: bytes, proof: Evidence, *, by_rule: bool) -> Looked:
    name, value, place = field
    try:
        held = value.get_object()
        if entry(held, "/SubFilter") not in READABLE:
            return unread(str(name), "unsupported", str(entry(held, "/Name") or ""))
        signature = EmbeddedPdfSignature(reader, place, name)
        return await look_at(signature, content, proof, by_rule=by_rule)
    except HOPELESS:
        raise
    except Exception:  # a broken signature raises anything, and is one all the same
        return unread(str(name), "unread")


def _additions(reader: PdfFileReader, looked: list[Looked]) -> tuple[str, ...]:
    ours = [each for each in looked if each.finding.rooted] or looked
    try:
        return additions(reader, max(each.revision for each in ours))
    except HOPELESS:
        raise
    except Exception:  # that something was added is known without this
        return ()


def _code_of(reader: PdfFileReader) -> str:
    """Our public code where the file does not show it in the clear."""
    try:
        given = str(entry(entry(reader.trailer_view, "/Info"), "/PortalCode") or "")
        if raw.CODE.fullmatch(given):
            return given
        return raw.code_in(data(entry(reader.root, "/Metadata"), DecodePurpose.XMP_METADATA))
    except HOPELESS:
        raise
    except Exception:  # then it carries none
        return ""


def _order(looked: Looked) -> tuple[int, int]:
    return looked.revision, looked.end
