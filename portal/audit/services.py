"""Writes the record and checks that nobody changed it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from time import monotonic
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from portal.accounts.models import User
from portal.audit.models import Entry, PendingEntry

#: What the first line names as the line before it.
GENESIS = "0" * 64
#: Lines that are read at a time when the chain is verified.
CHUNK = 2000


@dataclass(frozen=True)
class ChainReport:
    """The number of lines read, the digest of the last one, and the ids of the lines that do not fit.

    ``last`` is the id of the last one; ``ended`` says that there are no lines after it.
    """

    lines: int
    head: str
    broken: tuple[int, ...]
    last: int = 0
    ended: bool = True


def record(
    *,
    actor: User | None,
    verb: str,
    subject_kind: str,
    subject_id: object,
    at: datetime,
    details: Mapping[str, Any] | None = None,
    region_code: str = "",
) -> None:
    """Writes one line down: who did what to which subject, when. It stands in the record once the transaction commits.

    ``region_code`` says whose auditors may read it; left empty, it is the region of the actor's unit.
    """
    if at.tzinfo is None:
        raise ValueError("at must be aware")
    line = PendingEntry(
        at=at,
        actor=actor,
        verb=verb,
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        region_code=region_code or (actor.unit.region.code if actor else ""),
        details=_storable(details or {}),
    )
    line.before, line.behind = _around_the_digest_before(line)
    line.save(force_insert=True)


def digest_of(entry: Entry) -> str:
    """SHA-256 (hex) over every fact of the line and the digest of the line before, as canonical JSON."""
    before, behind = _around_the_digest_before(entry)
    return sha256(f"{before}{entry.previous_digest}{behind}".encode()).hexdigest()


def _around_the_digest_before(line: Entry | PendingEntry) -> tuple[str, str]:
    """The canonical JSON of a line with its names in order, cut where the value of ``previous`` stands."""
    before = {"at": line.at.astimezone(UTC).isoformat(timespec="microseconds"), "actor": line.actor_id}
    before["details"] = line.details
    behind = {name: getattr(line, name) for name in ("verb", "subject_kind", "subject_id", "region_code")}
    return f'{_canonical(before)[:-1]},"previous":"', f'",{_canonical(behind)[1:]}'


def _canonical(facts: Mapping[str, Any]) -> str:
    return json.dumps(facts, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


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
