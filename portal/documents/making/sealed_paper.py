"""Making a sealed paper: printed once and certified with its first seal, then countersigned as it lies in the store."""

from dataclasses import dataclass

from portal import clock
from portal.documents.errors import AwaitsSealError
from portal.documents.making.day_under_seal import drawn_day
from portal.documents.making.printed_paper import printed
from portal.documents.making.seal_authority import act_behind
from portal.documents.making.waiting_papers import FIRST_SEAL_MISSING
from portal.documents.models import Document, DocumentKind, MakingStage, Variant
from portal.documents.papers.seal_acts import WORDS, SealAct
from portal.documents.store import document_store
from portal.jobs.models import Job
from portal.jobs.services.claims import Claim, report
from portal.seals.errors import CannotSealYet
from portal.seals.models import Seal
from portal.seals.readiness import refuse_unusable
from portal.seals.services.current_seal import seal_of
from portal.seals.signing import Sealed, apply_seal
from portal.seals.timestamps import timestamper
from portal.ui.language import official_language


@dataclass(frozen=True, slots=True)
class SealedPaper:
    """A paper with one more seal, not registered yet: what was sealed, by which act, and on which document (if any)."""

    pdf: bytes
    filename: str
    version: int
    place: int
    act: SealAct
    sealed: Sealed
    base: Document | None


def make_sealed(held: Claim) -> SealedPaper:
    """Seals what the job is about, if an act stands behind it now.

    Raises ``NotAuthorisedError`` where none does, ``AwaitsSealError`` where the seal cannot be applied yet, and
    ``CannotPrintError`` where the content cannot become a paper.
    """
    job = held.job
    place, act = act_behind(job)
    try:
        seal = _usable_seal(act)
        base = _first(job, act) if place else None
        pdf, filename, version = _sealed_once(base) if base else _printed(held)
        report(claim=held, stage=MakingStage.SEALING, done=0, total=1)
        sealed = apply_seal(
            pdf,
            field=act.field,
            seal=seal,
            certify=base is None,
            reason=f"{WORDS.get(act.act, act.act)}：{act.actor}",
            at=clock.now(),
            under=drawn_day(act.at) if base else b"",
        )
    except CannotSealYet as error:
        raise AwaitsSealError(error.template, unit_id=act.unit_id, **error.values) from error
    return SealedPaper(sealed.pdf, filename, version, place, act, sealed, base)


def _usable_seal(act: SealAct) -> Seal:
    """The unit's seal, asked for before the long work: what is missing, expired or out of reach is known at once."""
    at = clock.now()
    seal = seal_of(unit_id=act.unit_id, at=at)
    refuse_unusable(seal, at=at)
    timestamper(at=at)
    return seal


def _first(job: Job, act: SealAct) -> Document:
    """The paper with its first seal; countersigning waits for it."""
    same = {"subject_kind": job.subject_kind, "subject_id": job.subject_id, "content_digest": job.content_digest}
    first = Document.objects.filter(kind=DocumentKind.PDF, variant=Variant.SEALED, **same).first()
    if first is None:
        raise AwaitsSealError(FIRST_SEAL_MISSING, unit_id=act.unit_id)
    return first


def _printed(held: Claim) -> tuple[bytes, str, int]:
    pdf, page = printed(held)
    return pdf, page.filename, page.version


def _sealed_once(base: Document) -> tuple[bytes, str, int]:
    """The file in the store, what it is called with one more seal, and its version."""
    with official_language():
        once, twice = str(Variant.SEALED.label), str(Variant.COUNTERSIGNED.label)
    return _bytes_of(base), base.filename.replace(once, twice), base.version


def _bytes_of(document: Document) -> bytes:
    with document_store.open_verified(document.path, sha256=document.sha256) as file:
        return file.read()
