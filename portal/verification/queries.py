"""The content of the public pages: of a paper by its code, and of a file by the number of its upload."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import Http404

from portal.documents.models import SEALED_VARIANTS, Document, DocumentKind, Imprint, PublicCode
from portal.documents.papers.comparison_figures import Figure, figures_of
from portal.documents.papers.version_status import Standing, standing_of
from portal.verification.models import Upload


@dataclass(frozen=True, slots=True)
class PublicPaper:
    """A paper for anyone: what it is and how it stands; ``document`` is its last sealed file, None before its seals."""

    code: str
    standing: Standing
    document: Document | None
    seals: Sequence[Imprint]
    figures: Sequence[Figure] = ()

    @property
    def complete(self) -> bool:
        """It carries every seal that it is to carry; never true of a paper that is to carry none."""
        wanted = set(self.standing.seals)
        return bool(wanted) and {seal.field for seal in self.seals} >= wanted


def paper_with(code: str) -> PublicPaper | None:
    """The paper with this code; None where there is none."""
    paper = PublicCode.objects.filter(code=code).first() if code else None
    found = _public(paper) if paper else None
    return replace(found, figures=_figures(paper)) if paper and found else None


def paper_of(document_id: UUID | None) -> PublicPaper | None:
    """The paper that a registered document is of; None where it has no public page."""
    document = Document.objects.filter(pk=document_id).first() if document_id else None
    if document is None:
        return None
    paper = PublicCode.objects.filter(
        subject_kind=document.subject_kind,
        subject_id=document.subject_id,
        content_digest=document.content_digest,
    ).first()
    return _public(paper) if paper else None


def upload_for(pk: UUID) -> Upload:
    """The upload; whoever knows its number may see it. Raises Http404 if it is not there any more."""
    upload = Upload.objects.filter(pk=pk).first()
    if upload is None:
        raise Http404
    return upload


def _figures(paper: PublicCode) -> Sequence[Figure]:
    return figures_of(subject_kind=paper.subject_kind, subject_id=paper.subject_id, digest=paper.content_digest)


def _public(paper: PublicCode) -> PublicPaper | None:
    same = {"subject_kind": paper.subject_kind, "subject_id": paper.subject_id}
    standing = standing_of(**same, digest=paper.content_digest)
    if standing is None:
        return None
    sealed = Document.objects.filter(
        kind=DocumentKind.PDF, variant__in=SEALED_VARIANTS, content_digest=paper.content_digest, **same
    )
    document = sealed.prefetch_related("imprints__seal").order_by("-created_at", "-size").first()
    return PublicPaper(paper.code, standing, document, list(document.imprints.all()) if document else [])
