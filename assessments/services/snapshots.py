"""Freezing what was submitted."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext_noop

from assessments.domain.exchange import to_payload
from assessments.domain.facts import Facts
from assessments.models import Filing, NarrativeVersion, Snapshot
from assessments.services.examining import Examined, examine
from assessments.services.narratives import freeze_narrative
from assessments.services.snapshot_findings import frozen_findings
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

    ``{"actor", "at", "facts", "preparer", "version"}``, and with a narrative its SHA-256 as ``"narrative"``.
    Raises :class:`ChangedSnapshotError`.
    """
    people = {"preparer": snapshot.preparer_id, "actor": snapshot.actor_id}
    for zone in _ZONES:
        evidence = canonical(
            _evidence(snapshot.payload, snapshot.version, snapshot.at.astimezone(zone), snapshot.narrative, **people)
        )
        if hashlib.sha256(evidence).hexdigest() == snapshot.digest:
            return evidence
    raise ChangedSnapshotError(snapshot.version)


def take_snapshot(
    *,
    filing: Filing,
    facts: Facts,
    version: int,
    actor: User | None,
    at: datetime,
    examined: Examined | None = None,
) -> Snapshot:
    """Stores the facts of one version, the narrative that goes with it, what the rules found and what was explained.

    ``examined`` is what the decision to send it rested on; without it the rules are asked now.
    """
    payload, examined = to_payload(facts), examined or examine(filing, facts)
    narrative = freeze_narrative(report=examined.narrative, actor=actor, at=at)
    people = {"preparer": filing.preparer_id, "actor": actor.pk if actor else None}
    return Snapshot.objects.create(
        filing=filing,
        unit_id=filing.obligation.unit_id,
        version=version,
        edition=filing.edition,
        rule_set=examined.rule_set,
        payload=payload,
        findings=frozen_findings(examined),
        narrative=narrative,
        digest=digest_of(_evidence(payload, version, at.astimezone(UTC), narrative, **people)),
        preparer=filing.preparer,
        actor=actor,
        at=at,
    )


def _evidence(
    payload: Mapping[str, Any], version: int, at: datetime, narrative: NarrativeVersion | None, **people: int | None
) -> dict[str, Any]:
    """What the digest of a version rests on; ``at`` is spelt in the zone it comes in."""
    evidence = {"facts": payload, "version": version, "at": at.isoformat(), **people}
    return {**evidence, "narrative": narrative.digest} if narrative else evidence
