"""Findings as a snapshot keeps them: to JSON at submission, and back for whoever reads the version."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from assessments.domain.consistency import Finding, Severity, Span, check_form
from assessments.domain.wording import Message
from assessments.models import Snapshot
from assessments.queries import facts_of_snapshot
from assessments.services.anchors import words_of
from assessments.services.answered_findings import AnsweredFinding, Findings, GrantedWaiver


def frozen_findings(findings: Findings) -> list[dict[str, Any]]:
    """The findings that a snapshot keeps: squares first, then the narrative; words to other figures are left out."""
    return [_as_json(item) for item in findings.all]


def findings_of(snapshot: Snapshot) -> tuple[AnsweredFinding, ...]:
    """The findings that ``snapshot`` keeps.

    Early versions kept only their sentences; theirs are found again by the rules of their time.
    """
    if all("words" in item for item in snapshot.findings):
        paragraphs = snapshot.narrative.text.split("\n") if snapshot.narrative else []
        return tuple(_from_json(item, paragraphs) for item in snapshot.findings)
    said = {(item["rule"], item["where"]): item["explanation"] for item in snapshot.findings}
    again = check_form(facts_of_snapshot(snapshot), rule_set=snapshot.rule_set).findings
    return tuple(
        AnsweredFinding(item, said[item.rule, item.where]) for item in again if (item.rule, item.where) in said
    )


def findings_then(snapshot: Snapshot) -> Findings:
    """The same by where they are, with the facts of the version."""
    kept = findings_of(snapshot)
    return Findings(
        facts=facts_of_snapshot(snapshot),
        at_squares=tuple(item for item in kept if not item.in_narrative),
        in_narrative=tuple(item for item in kept if item.in_narrative),
        has_narrative=bool(snapshot.narrative),
    )


def findings_of_text(snapshots: Iterable[Snapshot]) -> tuple[AnsweredFinding, ...]:
    """The findings in one text kept by the filings it went with, each once, with the waivers of all their funds."""
    found: dict[tuple[object, ...], AnsweredFinding] = {}
    for snapshot in snapshots:
        fund = snapshot.filing.obligation.fund_name
        for item in findings_of(snapshot):
            if item.in_narrative:
                own = replace(item, waivers=tuple(replace(waiver, fund=fund) for waiver in item.waivers))
                place = (item.rule, item.anchor, item.finding.where, item.finding.span)
                known = found.get(place, replace(own, explanation="", waivers=()))
                found[place] = replace(
                    known,
                    explanation=own.explanation or known.explanation,
                    waivers=(*known.waivers, *own.waivers),
                )
    return tuple(found.values())


def waivers_of(snapshot: Snapshot) -> dict[str, GrantedWaiver]:
    """The waivers under which ``snapshot`` was submitted, by the rules that they set aside."""
    return {item["rule"]: _waiver_of(item) for item in snapshot.findings if "waiver" in item}


def _as_json(item: AnsweredFinding) -> dict[str, Any]:
    finding = item.finding
    words = {"title": finding.title, "message": finding.message, "short": finding.short}
    if finding.arithmetic:
        words["arithmetic"] = finding.arithmetic
    found: dict[str, Any] = {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "where": finding.where,
        "found": finding.found,
        "expected": finding.expected,
        "message": str(finding.message),
        "words": {name: _message_to_json(message) for name, message in words.items()},
        "explanation": item.explanation if item.stands else "",
    }
    if finding.span:
        span = finding.span
        found["span"] = [span.start, span.end, span.narrative, span.paragraph]
    if finding.confirms:
        found["confirms"] = list(finding.confirms)
    for waiver in item.waivers:
        until = waiver.until.isoformat() if waiver.until else ""
        found["waiver"] = {"reason": waiver.reason, "approver": waiver.approver, "until": until}
    return found


def _from_json(item: Mapping[str, Any], paragraphs: Sequence[str]) -> AnsweredFinding:
    words, span = item["words"], item.get("span")
    finding = Finding(
        rule=item["rule"],
        severity=Severity(item["severity"]),
        where=item["where"],
        title=_message_of(words["title"]),
        message=_message_of(words["message"]),
        short=_message_of(words["short"]),
        found=item["found"],
        expected=item["expected"],
        arithmetic=_message_of(words["arithmetic"]) if "arithmetic" in words else None,
        span=Span(*span) if span else None,
        confirms=tuple(item.get("confirms", ())),
    )
    return AnsweredFinding(
        finding,
        item["explanation"],
        waivers=(_waiver_of(item),) if "waiver" in item else (),
        words=words_of(finding, paragraphs),
    )


def _waiver_of(item: Mapping[str, Any]) -> GrantedWaiver:
    kept = item["waiver"]
    until = date.fromisoformat(kept["until"]) if kept["until"] else None
    return GrantedWaiver(item["rule"], kept["reason"], kept["approver"], until)


def _message_to_json(message: Message) -> dict[str, Any]:
    return {"template": message.template, "values": {name: _value(value) for name, value in message.values.items()}}


def _value(value: object) -> object:
    if isinstance(value, Message):
        return _message_to_json(value)
    return str(value) if isinstance(value, Decimal) else value


def _message_of(words: Mapping[str, Any]) -> Message:
    values = {name: _message_of(value) if isinstance(value, dict) else value for name, value in words["values"].items()}
    return Message(words["template"], values)
