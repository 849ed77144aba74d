"""The register's knowledge of a file that somebody holds."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from portal.accounts.models import Unit
from portal.documents.models import SEALED_VARIANTS, Document, DocumentKind, PublicCode
from portal.documents.register.verdicts import Entries, Known
from portal.seals import keys
from portal.seals.inspection import Inspection
from portal.seals.models import Seal
from portal.seals.queries import names_of
from portal.seals.subjects import names_one_of

#: What stands behind a unit's name on the certificate of a demo seal.
DEMO_MARK = "样章"
#: A paper grows by a few signatures; nobody's file needs more of its earlier states looked up.
MOST_BEGINNINGS = 200


def registered(inspection: Inspection) -> Entries:
    """Documents, papers and seals that have to do with the file; at most six queries."""
    document = _best(Document.objects.filter(sha256=inspection.sha256))
    if document is not None:
        return Entries(document=document, seals=_seals(inspection), misnamed=_misnamed(inspection))
    paper = PublicCode.objects.filter(code=inspection.code).first() if inspection.code else None
    return Entries(
        beginning=_beginning(inspection),
        code_known=paper is not None,
        papers=_sealed(paper) if paper else (),
        seals=_seals(inspection),
        units=_units(inspection),
    )


def _known(document: Document) -> Known:
    return Known(document.pk, document.kind, document.variant, document.size)


def _best(documents: QuerySet[Document]) -> Known | None:
    """One of several with the same bytes: rather a sealed one."""
    found = sorted(documents.order_by("-size", "-created_at"), key=lambda one: one.variant not in SEALED_VARIANTS)
    return _known(found[0]) if found else None


def _beginning(inspection: Inspection) -> Known | None:
    """The largest sealed document that the file begins with."""
    digests = [digest for _size, digest in inspection.beginnings[:MOST_BEGINNINGS]]
    return _best(Document.objects.filter(sha256__in=digests, variant__in=SEALED_VARIANTS)) if digests else None


def _sealed(paper: PublicCode) -> tuple[Known, ...]:
    same = {name: getattr(paper, name) for name in ("subject_kind", "subject_id", "content_digest")}
    found = Document.objects.filter(kind=DocumentKind.PDF, variant__in=SEALED_VARIANTS, **same).order_by(
        "-created_at", "-size"
    )
    return tuple(map(_known, found))


def _seals(inspection: Inspection) -> dict[str, str]:
    """The unit of each signer's seal that is registered, by the certificate's fingerprint."""
    prints = {found.fingerprint for found in inspection.signatures if found.fingerprint}
    seals = Seal.objects.filter(fingerprint__in=prints) if prints else Seal.objects.none()
    return dict(seals.values_list("fingerprint", "unit__name"))


def _misnamed(inspection: Inspection) -> frozenset[str]:
    """Fingerprints of the signers' seals whose certificates name another body than the unit they are registered for.

    Papers keep the name of their day: a unit's seal is known by each name that it has sealed under.
    """
    prints = {found.fingerprint for found in inspection.signatures if found.fingerprint}
    seals = Seal.objects.filter(fingerprint__in=prints).select_related("unit").prefetch_related("imprints")
    return frozenset(
        seal.fingerprint
        for seal in seals
        if not names_one_of(
            keys.certificate_of(seal.certificate),
            {*names_of(seal.unit), *(imprint.unit_name for imprint in seal.imprints.all())},
        )
    )


def _units(inspection: Inspection) -> frozenset[str]:
    """Names on the certificates that units of ours bear."""
    units = Unit.objects.filter(_named(found.signer for found in inspection.signatures))
    return frozenset(units.values_list("name", flat=True))


def _named(signers: Iterable[str]) -> Q:
    names = set(signers) - {""}
    return Q(name__in=names | {name.removesuffix(DEMO_MARK) for name in names})
