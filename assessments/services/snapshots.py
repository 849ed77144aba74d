"""Freezing what was submitted."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from assessments.domain.consistency import Finding, check
from assessments.domain.exchange import to_payload
from assessments.domain.facts import Facts
from assessments.models import Filing, Snapshot
from portal.accounts.models import User


def digest_of(payload: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of a payload in its one canonical spelling: keys sorted, no blanks, UTF-8."""
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of_facts(facts: Facts) -> str:
    """The digest under which these facts would be printed."""
    return digest_of(to_payload(facts))


def take_snapshot(*, filing: Filing, facts: Facts, version: int, actor: User | None, at: datetime) -> Snapshot:
    """Stores the facts of one version with what the rules found and what the unit explained."""
    payload = to_payload(facts)
    explained = {(item.rule, item.key): item.text for item in filing.explanations.all()}
    seal = {
        "facts": payload,
        "version": version,
        "at": at.isoformat(),
        "preparer": filing.preparer_id,
        "actor": actor.pk if actor else None,
    }
    return Snapshot.objects.create(
        filing=filing,
        version=version,
        edition=filing.edition,
        rule_set=filing.obligation.cycle.rule_set,
        payload=payload,
        findings=[_as_json(finding, explained.get((finding.rule, finding.where), "")) for finding in check(facts)],
        digest=digest_of(seal),
        preparer=filing.preparer,
        actor=actor,
        at=at,
    )


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
