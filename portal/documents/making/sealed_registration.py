"""Registering a sealed paper: only what an act still authorises, and what our own check finds genuine."""

import logging
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop

from portal import clock
from portal.documents.errors import AwaitsSealError, CannotPrintError
from portal.documents.making.registration import Made, finish
from portal.documents.making.seal_authority import act_behind
from portal.documents.making.sealed_paper import SealedPaper, make_sealed
from portal.documents.making.waiting_papers import wake_countersigning
from portal.documents.models import Document, Imprint
from portal.documents.register.document_checks import look_into, note
from portal.documents.register.verdicts import Verdict
from portal.documents.store import document_store
from portal.jobs.services.claims import Claim
from portal.seals.errors import CannotSealYet
from portal.seals.inspection import Inspection
from portal.seals.models import Seal
from portal.seals.readiness import refuse_unusable

logger = logging.getLogger(__name__)

CHANGED = gettext_noop("办理情况在用印期间有变化，这次用印作废，请重试。")
NOT_GENUINE = gettext_noop("用印后的自检没有通过，文件没有登记，也不提供下载。请联系系统管理员。")


class SelfCheckError(CannotPrintError):
    """The sealed file is not one that our own check calls genuine."""


def make_registered(held: Claim) -> None:
    """Seals a paper and registers it; raises as :func:`make_sealed` and :func:`register_sealed` do."""
    register_sealed(claim=held, paper=make_sealed(held), at=clock.now())


def register_sealed(*, claim: Claim, paper: SealedPaper, at: datetime) -> Document:
    """Stores and registers the paper with its seals and the verdict on it, and closes its job, all or nothing.

    Raises ``NotAuthorisedError`` or ``CannotPrintError`` where the act does not stand any more, ``AwaitsSealError``
    where the seal was taken out of use meanwhile, ``SelfCheckError``, and ``FencedError`` where another worker holds
    the job.
    """
    inspection = look_into(paper.pdf)
    made = Made(stored=document_store.put(paper.pdf, suffix=".pdf"), filename=paper.filename, version=paper.version)
    return _register(claim, paper, made, inspection, at)


@transaction.atomic
def _register(claim: Claim, paper: SealedPaper, made: Made, inspection: Inspection, at: datetime) -> Document:
    # Sealing takes a while, and the unit may withdraw or the prefecture reopen meanwhile. So the act is asked for once
    # more here: the answer locks the paper's row until this transaction ends, so a withdrawal committed before wins,
    # and one that comes now waits until the document is there. First the paper, then the seal, then the job: as moves
    # and the page of the seal lock them.
    if act_behind(claim.job) != (paper.place, paper.act):
        raise CannotPrintError(CHANGED)
    _hold_seal(paper, at)
    document = finish(claim=claim, made=made, at=at)
    _imprint(document, paper)
    check = note(document=document, inspection=inspection, at=at)
    if check.verdict != Verdict.GENUINE:
        logger.error("%s was sealed and found %s: %s", claim.job, check.verdict, check.reasons)
        raise SelfCheckError(NOT_GENUINE)
    wake_countersigning(sealed=claim.job, at=at)
    return document


def _hold_seal(paper: SealedPaper, at: datetime) -> None:
    """Keeps the seal in use until the document is there; what was sealed with one revoked meanwhile is not."""
    seal = Seal.objects.select_for_update(no_key=True, of=("self",)).select_related("unit").get(pk=paper.sealed.seal.pk)
    try:
        refuse_unusable(seal, at=at)
    except CannotSealYet as error:
        raise AwaitsSealError(error.template, unit_id=seal.unit_id, **error.values) from error


def _imprint(document: Document, paper: SealedPaper) -> None:
    earlier = paper.base.imprints.all() if paper.base else ()
    for imprint in earlier:
        imprint.pk, imprint.document = None, document
        imprint.save(force_insert=True)
    seal, act = paper.sealed.seal, paper.act
    Imprint.objects.create(
        document=document,
        position=paper.place + 1,
        field=act.field,
        seal=seal,
        unit_name=seal.unit.name,
        act=act.act,
        actor=act.actor,
        acted_at=act.at,
        sealed_at=paper.sealed.at,
    )
