"""Findings as a snapshot keeps them: to JSON at submission, and back for whoever reads the version."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from assessments.domain.consistency import Finding, Severity, Span, check_form
from assessments.domain.wording import Message
from assessments.models import Filing, Snapshot, Waiver
from assessments.queries import facts_of_snapshot
from assessments.services.examining import Examined
from assessments.services.explanations_on_squares import telling_of


@dataclass(frozen=True, slots=True)
class Waived:
    """Why a finding asks for nothing: the prefecture's reason, who approved it, and until when (ISO day)."""

    reason: str
    approver: str
    until: str


@dataclass(frozen=True, slots=True)
class Frozen:
    """One finding of a version, with what the unit explained to it, or why its rule was waived."""

    finding: Finding
    explanation: str = ""
    waived: Waived | None = None

    @property
    def misread(self) -> bool:
        """Whether the unit said that the system read its words wrongly."""
        return self.finding.may_be_misread and bool(self.explanation)

    @property
    def in_narrative(self) -> bool:
        """Whether it is about words of the narrative, not about a square."""
        return self.finding.where.startswith("narrative")


def waived_by(waiver: Waiver) -> Waived:
    """What is said of ``waiver`` beside the findings that it settles."""
    until = waiver.expires_on.isoformat() if waiver.expires_on else ""
    return Waived(waiver.reason, str(waiver.approver), until)


def frozen_findings(filing: Filing, examined: Examined) -> list[dict[str, Any]]:
    """What a snapshot keeps of ``examined``: squares first, then the narrative."""
    telling = telling_of(filing)
    said = [(item, telling.of(item)) for item in examined.findings]
    squares = [_as_json(item, told.text if told.stands else "", examined.waivers.get(item.rule)) for item, told in said]
    texts = [
        _as_json(item, examined.explanation_in_narrative(item), examined.waivers.get(item.rule))
        for item in examined.in_narrative
    ]
    return squares + texts


def findings_of(snapshot: Snapshot) -> tuple[Frozen, ...]:
    """The findings that ``snapshot`` keeps.

    Early versions kept only their sentences; theirs are found again by the rules of their time.
    """
    if all("words" in item for item in snapshot.findings):
        return tuple(_from_json(item) for item in snapshot.findings)
    told = {(item["rule"], item["where"]): item["explanation"] for item in snapshot.findings}
    again = check_form(facts_of_snapshot(snapshot), rule_set=snapshot.rule_set).findings
    return tuple(Frozen(item, told.get((item.rule, item.where), "")) for item in again)


def waivers_of(snapshot: Snapshot) -> dict[str, Waived]:
    """The waivers under which ``snapshot`` was submitted, by the rules that they set aside."""
    return {item["rule"]: Waived(**item["waiver"]) for item in snapshot.findings if "waiver" in item}


def _as_json(finding: Finding, explanation: str, waiver: Waiver | None) -> dict[str, Any]:
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
        "explanation": explanation,
    }
    if finding.span:
        span = finding.span
        found["span"] = [span.start, span.end, span.narrative, span.paragraph]
    if finding.confirms:
        found["confirms"] = list(finding.confirms)
    if waiver:
        found["waiver"] = asdict(waived_by(waiver))
    return found


def _from_json(item: Mapping[str, Any]) -> Frozen:
    words, span, waiver = item["words"], item.get("span"), item.get("waiver")
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
    return Frozen(finding, item["explanation"], Waived(**waiver) if waiver else None)


def _message_to_json(message: Message) -> dict[str, Any]:
    return {"template": message.template, "values": {name: _value(value) for name, value in message.values.items()}}


def _value(value: object) -> object:
    if isinstance(value, Message):
        return _message_to_json(value)
    return str(value) if isinstance(value, Decimal) else value


def _message_of(words: Mapping[str, Any]) -> Message:
    values = {name: _message_of(value) if isinstance(value, dict) else value for name, value in words["values"].items()}
    return Message(words["template"], values)
