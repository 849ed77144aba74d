"""Freezing what was submitted."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext_noop

from assessments.domain.consistency import Finding, check
from assessments.domain.exchange import to_payload
from assessments.domain.facts import Facts
from assessments.models import Filing, Snapshot
from portal.accounts.models import User
from portal.clock import BEIJING
from portal.documents.errors import CannotPrintError

#: The zones in which the instant of a version was ever spelt: earlier ones in that of whoever asked.
_ZONES = (UTC, BEIJING)


class ChangedSnapshotError(CannotPrintError):
    """A stored version is not what its digest was made from: nothing is printed under that digest."""

    def __init__(self, version: int) -> None:
        super().__init__(
            gettext_noop("第%(version)s版的数据与报送时的摘要不符，不能生成文件。请联系系统管理员。"), version=version
        )


def canonical(payload: Mapping[str, Any]) -> bytes:
    """A payload in its one spelling: JSON with keys sorted, without blanks, in UTF-8."""
    return json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest_of(payload: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of a payload in its canonical spelling."""
    return hashlib.sha256(canonical(payload)).hexdigest()


def digest_of_facts(facts: Facts) -> str:
    """The digest under which these facts would be printed."""
    return digest_of(to_payload(facts))


def evidence_of(snapshot: Snapshot) -> bytes:
    """The canonical JSON that the snapshot's digest is the SHA-256 of.

    ``{"actor", "at", "facts", "preparer", "version"}``. Raises :class:`ChangedSnapshotError`.
    """
    people = {"preparer": snapshot.preparer_id, "actor": snapshot.actor_id}
    for zone in _ZONES:
        evidence = canonical(_evidence(snapshot.payload, snapshot.version, snapshot.at.astimezone(zone), **people))
        if hashlib.sha256(evidence).hexdigest() == snapshot.digest:
            return evidence
    raise ChangedSnapshotError(snapshot.version)


def take_snapshot(*, filing: Filing, facts: Facts, version: int, actor: User | None, at: datetime) -> Snapshot:
    """Stores the facts of one version with what the rules found and what the unit explained."""
    payload = to_payload(facts)
    explained = {(item.rule, item.key): item.text for item in filing.explanations.all()}
    people = {"preparer": filing.preparer_id, "actor": actor.pk if actor else None}
    return Snapshot.objects.create(
        filing=filing,
        version=version,
        edition=filing.edition,
        rule_set=filing.obligation.cycle.rule_set,
        payload=payload,
        findings=[_as_json(finding, explained.get((finding.rule, finding.where), "")) for finding in check(facts)],
        digest=digest_of(_evidence(payload, version, at.astimezone(UTC), **people)),
        preparer=filing.preparer,
        actor=actor,
        at=at,
    )


def _evidence(payload: Mapping[str, Any], version: int, at: datetime, **people: int | None) -> dict[str, Any]:
    """What the digest of a version rests on; ``at`` is spelt in the zone it comes in."""
    return {"facts": payload, "version": version, "at": at.isoformat(), **people}


def _as_json(finding: Finding, explanation: str) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "where": finding.where,
        "found": finding.found,
        "expected": finding.expected,
        "message": str(finding.message),
        "explanation": explanation,
    }
