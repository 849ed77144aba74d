"""From what a look into a file found, and what the register knows, to one of six words with reasons.

Genuine is a file only if the register knows its very bytes, every signature holds by itself and in its chain, and the
last one covers it to its end. See docs/decisions/0016.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.documents.models.words import SEALED_VARIANTS, DocumentKind
from portal.documents.register import verdict_reasons as reasons
from portal.documents.register.verdict_reasons import Reason
from portal.seals.inspection import Inspection


class Verdict(models.TextChoices):
    """The verdict on a file; ``UNREGISTERED``: sealed by us as it seems, but no register is there to say so."""

    GENUINE = "genuine", _("文件真实")
    ALTERED = "altered", _("文件已被改动")
    FOREIGN = "foreign", _("不是本系统文件")
    UNSIGNED = "unsigned", _("未签名")
    UNREADABLE = "unreadable", _("无法读取")
    UNREGISTERED = "unregistered", _("未能确认")


@dataclass(frozen=True, slots=True)
class Known:
    """One registered document, as far as a verdict needs it; ``size`` in bytes."""

    document_id: UUID
    kind: str
    variant: str
    size: int


@dataclass(frozen=True, slots=True)
class Entries:
    """The register's knowledge of one inspected file.

    ``document`` has exactly its bytes; with those of ``beginning`` it begins. ``code_known``: its code is one of ours,
    and ``papers`` are the sealed documents under it, the newest first. ``seals`` are those of its signers that are
    seals of ours, by fingerprint, with the name of the unit, and ``misnamed`` those whose certificates name another;
    ``units`` are names of signers that units of ours bear.
    """

    document: Known | None = None
    beginning: Known | None = None
    code_known: bool = False
    papers: Sequence[Known] = ()
    seals: Mapping[str, str] = field(default_factory=dict)
    misnamed: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()

    @property
    def knows_it(self) -> bool:
        """Something in the file comes from here."""
        return bool(self.beginning or self.code_known or self.seals)

    @property
    def source(self) -> Known | None:
        """The registered document that the file was made from, as far as can be told: rather the last one."""
        return next(iter(self.papers), None) or self.beginning


#: Answers what the register knows of a file; None where there is no register.
Register = Callable[[Inspection], Entries | None]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one file; ``document_id`` is the registered document that it is, or was made from.

    ``signatures`` are what was found of each (:class:`SignatureFinding`), and ``seal``: the unit whose registered seal
    it is, or blank.
    """

    verdict: Verdict
    reasons: Sequence[Reason]
    signatures: Sequence[Mapping[str, Any]]
    document_id: UUID | None = None


def nothing(inspection: Inspection) -> None:
    """The register of a place that has none."""


def judge(inspection: Inspection, register: Register) -> Judgement:
    """The verdict on the file with its reasons, in words a clerk understands."""
    entries = register(inspection)
    if entries is None:
        verdict, why, known = *_without_register(inspection), None
    elif entries.document:
        verdict, why, known = *_of_document(inspection, entries, entries.document), entries.document
    else:
        verdict, why, known = *_unknown_bytes(inspection, entries), entries.source
    units = entries.seals if entries else {}
    signatures = [asdict(found) | {"seal": units.get(found.fingerprint, "")} for found in inspection.signatures]
    return Judgement(verdict, tuple(why), tuple(signatures), known.document_id if known else None)


_Found = tuple[Verdict, Sequence[Reason]]


def _of_document(inspection: Inspection, entries: Entries, document: Known) -> _Found:
    """Exactly these bytes are registered."""
    if document.kind != DocumentKind.PDF:
        return Verdict.UNREADABLE, [reasons.BUNDLE, reasons.SAME_DIGEST]
    if inspection.trouble:
        return Verdict.UNREADABLE, [reasons.of_trouble(inspection.trouble), reasons.SAME_DIGEST]
    if document.variant not in SEALED_VARIANTS:
        return Verdict.UNSIGNED, [reasons.UNSEALED_PRINT, reasons.SAME_DIGEST]
    if inspection.holds and not entries.misnamed:
        return Verdict.GENUINE, reasons.of_genuine(len(inspection.signatures))
    misnamed = reasons.of_misnamed(inspection, entries.misnamed, entries.seals)
    return Verdict.UNREGISTERED, [*reasons.of_signatures(inspection), *misnamed, reasons.SAME_DIGEST]


def _unknown_bytes(inspection: Inspection, entries: Entries) -> _Found:
    """The register knows other bytes, or nothing at all of this file."""
    if inspection.trouble:
        why = reasons.of_trouble(inspection.trouble)
        if not entries.knows_it:
            return Verdict.UNREADABLE, [why]
        return Verdict.ALTERED, [reasons.BROKEN_COPY, why, reasons.OTHER_DIGEST]
    if not inspection.signatures:
        return _without_signatures(entries)
    if inspection.holds and not entries.papers and not entries.beginning:
        return Verdict.UNREGISTERED, [
            reasons.of_chain(len(inspection.signatures)),
            reasons.NOT_IN_REGISTER,
        ]
    if entries.knows_it or _from_our_roots(inspection):
        complete = entries.beginning.size if entries.beginning else 0
        return Verdict.ALTERED, [
            *reasons.of_changes(inspection, entries.seals, complete),
            reasons.OTHER_DIGEST,
        ]
    return Verdict.FOREIGN, reasons.of_strangers(inspection, entries.units)


def _without_signatures(entries: Entries) -> _Found:
    if entries.papers or entries.beginning:
        return Verdict.ALTERED, [reasons.SIGNATURES_GONE, reasons.OTHER_DIGEST]
    if entries.code_known:
        return Verdict.UNSIGNED, [reasons.NO_SIGNATURE, reasons.UNSEALED_COPY]
    return Verdict.UNSIGNED, [reasons.NO_SIGNATURE]


def _without_register(inspection: Inspection) -> _Found:
    """Nobody can say here which bytes are ours; the certificates alone speak."""
    if inspection.trouble:
        return Verdict.UNREADABLE, [reasons.of_trouble(inspection.trouble)]
    if not inspection.signatures:
        return Verdict.UNSIGNED, [reasons.NO_SIGNATURE]
    if inspection.holds:
        return Verdict.UNREGISTERED, [reasons.of_chain(len(inspection.signatures)), reasons.NO_REGISTER]
    if _from_our_roots(inspection):
        return Verdict.ALTERED, reasons.of_changes(inspection, {})
    if inspection.intact and inspection.code and not inspection.roots:
        return Verdict.UNREGISTERED, [reasons.NO_ROOTS, reasons.NO_REGISTER]
    return Verdict.FOREIGN, reasons.of_strangers(inspection, frozenset())


def _from_our_roots(inspection: Inspection) -> bool:
    return any(signature.rooted for signature in inspection.signatures)
