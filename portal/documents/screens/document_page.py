"""One document as its page shows it: the verdict, the way it came, its seals, and every version of the paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.documents.models import SEALED_VARIANTS, Check, Document, DocumentKind, Imprint
from portal.documents.papers.paper_versions import Version, newest_check
from portal.documents.papers.version_status import CURRENT, REOPENED, RETURNED, SUPERSEDED, WITHDRAWN, Standing
from portal.documents.register.verdict_reasons import Reason
from portal.documents.register.verdicts import Verdict
from portal.documents.screens.sealing_steps import Station, course_of
from portal.jobs.models import Job

#: How each verdict looks: tone and icon; and its heading, where that says more than the verdict's own words.
LOOKS = {Verdict.GENUINE: ("ok", "ok"), Verdict.ALTERED: ("err", "err"), Verdict.FOREIGN: ("err", "err")}
OTHER_LOOK = ("warn", "warn")
HEADINGS = {Verdict.GENUINE: _("文件真实，用印后未被改动")}
#: The heading over a genuine file that is not to be relied on: that comes before how its seals are.
OUTDATED = {
    RETURNED: _("不再作数：这一版已退回修改"),
    SUPERSEDED: _("不再作数：这一版已被替代"),
    WITHDRAWN: _("不再作数：这一版已被撤回"),
    REOPENED: _("暂不作数：正在重新办理"),
}
#: The tag of each standing: tone, icon and word.
STANDINGS = {
    CURRENT: ("ok", "ok", _("现行")),
    RETURNED: ("warn", "back", _("已退回修改")),
    SUPERSEDED: ("", "lock", _("已替代")),
    WITHDRAWN: ("", "back", _("已撤回")),
    REOPENED: ("mark", "back", _("重新办理中")),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """The newest verdict on a document, in words; ``outdated``: why a genuine one does not count today, or blank."""

    check: Check
    outdated: str | Promise = ""

    @property
    def headline_tone(self) -> str:
        """The tone of its box: nothing that does not count any more stands under a green headline."""
        return OTHER_LOOK[0] if self.outdated else self.tone

    @property
    def tone(self) -> str:
        """The tone of its marks."""
        return self._look[0]

    @property
    def symbol(self) -> str:
        """The icon of its reasons."""
        return self._look[1]

    @property
    def heading(self) -> str | Promise:
        """The verdict in words."""
        verdict = Verdict(self.check.verdict)
        return self.outdated or HEADINGS.get(verdict, verdict.label)

    @property
    def reasons(self) -> list[str]:
        """The reasons."""
        return [str(Reason(template, values)) for template, values in self.check.reasons]

    def holds(self, field: str) -> bool:
        """True if the signature in the field holds."""
        found = (signature for signature in self.check.signatures if signature["field"] == field)
        return any(signature["sound"] and signature["trusted"] and signature["whole"] for signature in found)

    @property
    def _look(self) -> tuple[str, str]:
        return LOOKS.get(Verdict(self.check.verdict), OTHER_LOOK)


@dataclass(frozen=True, slots=True)
class SealRow:
    """One seal on the document; ``holds`` is None while nothing was checked."""

    imprint: Imprint
    holds: bool | None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the paper: how its version stands, and whether it is the one on the page.

    ``final``: no document of its version has more seals, and it has some.
    """

    document: Document
    standing: Standing | None
    shown: bool
    final: bool

    @property
    def number(self) -> int:
        """The version of the paper; where there is none, that of the document."""
        return self.standing.version if self.standing else self.document.version

    @property
    def tag(self) -> tuple[str, str, str | Promise] | None:
        """The standing of the version; None for a draft, and for copies of the current version with fewer seals."""
        if self.standing is None or (self.standing.state == CURRENT and not self.final):
            return None
        return STANDINGS[self.standing.state]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """All that the page of one document shows."""

    document: Document
    version: Version
    finding: Finding | None
    seals: Sequence[SealRow]
    course: Sequence[Station]
    rows: Sequence[DocumentRow]
    check_job: Job | None

    @property
    def sealed(self) -> bool:
        """It carries seals, so that there is something to verify."""
        return self.document.variant in SEALED_VARIANTS

    @property
    def archived(self) -> bool:
        """It is the final document of a version that has all its seals."""
        return self.version.complete and self.version.final == self.document

    @property
    def demo(self) -> bool:
        """One of its seals is a demo seal (样章)."""
        return any(row.imprint.seal.demo for row in self.seals)


def document_page(*, pk: UUID, versions: Sequence[Version], checks: Iterable[Job]) -> DocumentPage:
    """The page of the document ``pk`` among the versions of its paper; ``checks`` are the jobs that check it."""
    version, document = next(
        (version, document) for version in versions for document in version.documents if document.pk == pk
    )
    check = newest_check(document)
    finding = Finding(check, _why_outdated(check, version.standing)) if check else None
    return DocumentPage(
        document=document,
        version=version,
        finding=finding,
        seals=[SealRow(seal, finding.holds(seal.field) if finding else None) for seal in document.imprints.all()],
        course=course_of(version) if document.kind == DocumentKind.PDF else [],
        rows=[
            DocumentRow(one, each.standing, shown=one.pk == pk, final=one == each.final)
            for each in versions
            for one in each.documents
        ],
        check_job=next((job for job in checks if not job.over), None),
    )


def _why_outdated(check: Check, standing: Standing | None) -> str | Promise:
    genuine = check.verdict == Verdict.GENUINE
    return OUTDATED.get(standing.state, "") if genuine and standing else ""
