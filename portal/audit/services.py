"""Writes the record and checks that nobody changed it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from time import monotonic
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

from portal.accounts.models import User
from portal.audit.models import Entry

#: What the first line names as the line before it.
GENESIS = "0" * 64
#: Writers of the chain queue here until the end of their transaction, so that no two lines follow the same one.
CHAIN_LOCK = 0x6A78617564
#: Lines that are read at a time when the chain is verified.
CHUNK = 2000


@dataclass(frozen=True)
class ChainReport:
    """How many lines were read, the digest of the last one, and the ids of the lines that do not fit.

    ``last`` is the id of the last one; ``ended`` says that there are no lines after it.
    """

    lines: int
    head: str
    broken: tuple[int, ...]
    last: int = 0
    ended: bool = True


@transaction.atomic
def record(
    *,
    actor: User | None,
    verb: str,
    subject_kind: str,
    subject_id: object,
    at: datetime,
    details: Mapping[str, Any] | None = None,
    region_code: str = "",
) -> Entry:
    """Appends one line: who did what to which subject, when.

    ``region_code`` says whose auditors may read it; left empty, it is the region of the actor's unit.
    Call it last in a transaction: other writers wait for the chain until that transaction ends.
    """
    if at.tzinfo is None:
        raise ValueError("at must be aware")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
    last = Entry.objects.order_by("-id").values_list("digest", flat=True).first()
    entry = Entry(
        at=at,
        actor=actor,
        verb=verb,
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        region_code=region_code or (actor.unit.region.code if actor else ""),
        details=_storable(details or {}),
        previous_digest=last or GENESIS,
    )
    entry.digest = digest_of(entry)
    entry.save(force_insert=True)
    return entry


def digest_of(entry: Entry) -> str:
    """SHA-256 (hex) over every fact of the line and the digest of the line before, as canonical JSON."""
    facts = {
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": entry.actor_id,
        "verb": entry.verb,
        "subject_kind": entry.subject_kind,
        "subject_id": entry.subject_id,
        "region_code": entry.region_code,
        "details": entry.details,
        "previous": entry.previous_digest,
    }
    canonical = json.dumps(facts, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def verify_chain(so_far: ChainReport | None = None, *, seconds: float | None = None) -> ChainReport:
    """Recomputes every digest in order; a changed, removed or foreign line breaks the chain where it stood.

    It goes on after what is known ``so_far`` and stops after about ``seconds``. Lines cut off at the end leave no trace
    in the table: note ``head`` down elsewhere to notice that too.
    """
    known = so_far or ChainReport(0, GENESIS, ())
    lines, previous, broken, last = known.lines, known.head, list(known.broken), known.last
    enough = None if seconds is None else monotonic() + seconds
    for entry in Entry.objects.filter(pk__gt=last).order_by("id").iterator(chunk_size=CHUNK):
        if enough is not None and lines > known.lines and lines % CHUNK == 0 and monotonic() >= enough:
            return ChainReport(lines, previous, tuple(broken), last, ended=False)
        if entry.previous_digest != previous or entry.digest != digest_of(entry):
            broken.append(entry.pk)
        lines, previous, last = lines + 1, entry.digest, entry.pk
    return ChainReport(lines, previous, tuple(broken), last)


def _storable(details: Mapping[str, Any]) -> dict[str, Any]:
    """``details`` as PostgreSQL will give them back: dates and decimals as text, no NUL, no half of a pair."""
    plain: dict[str, Any] = json.loads(json.dumps(dict(details), cls=DjangoJSONEncoder), parse_float=str)
    return {_text(key): _plain(value) for key, value in plain.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {_text(key): _plain(one) for key, one in value.items()}
    return value


def _text(value: str) -> str:
    return value.replace("\x00", "\\x00").encode("utf-8", "backslashreplace").decode("utf-8")
