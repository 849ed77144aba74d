"""One paper with all its versions: the documents of each, the seals on them, and what is still to come."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from portal.documents.models import SEALED_VARIANTS, Check, Document, Imprint, Variant, made_by
from portal.documents.papers.version_status import Standing
from portal.jobs.models import Job

#: The furthest first.
ORDER = (Variant.COUNTERSIGNED, Variant.SEALED, Variant.UNSIGNED, Variant.DRAFT)


@dataclass(frozen=True, slots=True)
class Version:
    """One content of a paper: how it stands (None for a draft), and the job of each of its variants."""

    standing: Standing | None
    jobs: Mapping[str, Job]

    @property
    def documents(self) -> Sequence[Document]:
        """Its documents, the furthest sealed first."""
        found = (made_by(self.jobs[variant]) for variant in ORDER if variant in self.jobs)
        return [document for document in found if document]

    @property
    def final(self) -> Document | None:
        """The document with the most seals; None while nothing of this version is sealed."""
        return next((document for document in self.documents if document.variant in SEALED_VARIANTS), None)

    @property
    def unfinished(self) -> Job | None:
        """The job of the seal that comes next, while that is not done."""
        for variant in reversed(ORDER):
            if variant in SEALED_VARIANTS and variant in self.jobs and not made_by(self.jobs[variant]):
                return self.jobs[variant]
        return None

    @property
    def seals(self) -> Sequence[Imprint]:
        """The seals on the final document, in their order."""
        return list(self.final.imprints.all()) if self.final else []

    @property
    def complete(self) -> bool:
        """Every seal that the finished paper carries stands on it."""
        wanted = self.standing.seals if self.standing else ()
        return bool(wanted) and {seal.field for seal in self.seals} == set(wanted)

    @property
    def check(self) -> Check | None:
        """The newest verdict on the final document."""
        return newest_check(self.final) if self.final else None


def newest_check(document: Document) -> Check | None:
    """The newest verdict on a document that :func:`portal.documents.queries.papers_of` has read."""
    found: Sequence[Check] = document.newest_checks  # type: ignore[attr-defined]
    return found[0] if found else None


def versions_of(jobs: Iterable[Job], standings: Mapping[str, Standing]) -> list[Version]:
    """The versions of a paper from its jobs, the newest version first; drafts, which are none, come last."""
    by_digest: dict[str, dict[str, Job]] = defaultdict(dict)
    for job in jobs:
        by_digest[job.content_digest][job.variant] = job
    found = [Version(standings.get(digest), variants) for digest, variants in by_digest.items()]
    return sorted(found, key=lambda version: -(version.standing.version if version.standing else 0))


@dataclass(frozen=True, slots=True)
class Papers:
    """The content of a paper's page: versions that are sealed or are to be, and the jobs of copies without seals."""

    papers: Sequence[Version]
    copies: Sequence[Job]


def sorted_papers(jobs: Iterable[Job], standings: Mapping[str, Standing]) -> Papers:
    """The jobs of one paper, sorted for its page."""
    known = list(jobs)
    versions = versions_of(known, standings)
    return Papers(
        papers=[version for version in versions if SEALED_VARIANTS & set(version.jobs)],
        copies=[job for job in known if job.variant not in SEALED_VARIANTS],
    )
