"""The content of an export once its papers are made, packed or only listed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext, gettext_noop

from portal.documents.bundles.bundle_plan import BundleEntry
from portal.documents.bundles.zip_archive import LeftOut, Member
from portal.documents.errors import CannotPrintError
from portal.documents.making.file_names import distinct, safe_path
from portal.documents.making.seal_authority import REFUSALS
from portal.documents.models import PublicCode, made_by
from portal.documents.papers.version_status import REOPENED, RETURNED, SUPERSEDED, WITHDRAWN, Standing, standing_of
from portal.jobs.models import Job

NOTHING_FINAL = gettext_noop("导出的 %(count)d 份都还没有签章，暂时没有可以打包的文件：%(reason)s签章后请重新导出。")
NOTHING_MADE = gettext_noop("导出的 %(count)d 份都未能生成或还没有签章，没有可以打包的文件：%(reason)s")
WAITS_FOR_SECOND = gettext_noop("地区印章待签章：%(reason)s")
#: What is said of a version that does not count today.
NO_LONGER = {
    RETURNED: gettext_noop("这一版已退回修改，不再作数"),
    SUPERSEDED: gettext_noop("这一版已被替代，不再作数"),
    WITHDRAWN: gettext_noop("这一版已被撤回，不再作数"),
    REOPENED: gettext_noop("正在重新办理，以新的结果为准"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One paper of an export and the jobs of its variants, the wanted one last."""

    entry: BundleEntry
    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The files packed and those only listed, and ``notes`` on both for people, ready to be stored."""

    members: Sequence[Member]
    left_out: Sequence[LeftOut]
    notes: list[dict[str, Any]]


def contents_of(asked: Sequence[Asked]) -> Contents:
    """The fate of the papers, a failed one with its reason; ``CannotPrintError`` where none can be packed."""
    jobs = _jobs_of(asked)
    names = list(distinct(safe_path(one.entry.name) for one in asked))
    codes = _codes_of(asked)
    members, left_out, notes = [], [], []
    for name, one in zip(names, asked, strict=True):
        asked_for = [jobs[job.pk] for job in one.jobs]
        made = [document for job in asked_for if (document := made_by(job))]
        late = next((job for job in asked_for if made_by(job) is None), None)
        remark, standing = late.error_message if late else "", _standing_of(one.entry)
        stands = gettext(NO_LONGER[standing.state]) if standing and standing.state in NO_LONGER else ""
        if late:
            note = {"name": name, "packed": bool(made), "error": late.error, "values": late.error_values}
            notes.append(note | {"failed": _failed(late)})
        if made:
            said = gettext(WAITS_FOR_SECOND) % {"reason": remark} if late else ""
            version = standing.version if standing else made[-1].version
            said = "；".join(filter(None, (stands, said)))
            members.append(Member(name, made[-1], version, codes.get(one.entry.digest, ""), said))
        else:
            version = standing.version if standing else 1
            said = "；".join(filter(None, (stands, remark)))
            left_out.append(LeftOut(name, version, said, failed=late is not None and _failed(late)))
    if not members:
        first = next((paper for paper in left_out if paper.failed), left_out[0])
        raise CannotPrintError(
            NOTHING_MADE if first.failed else NOTHING_FINAL, count=len(left_out), reason=first.remark
        )
    return Contents(members, left_out, notes)


def _jobs_of(asked: Sequence[Asked]) -> Mapping[UUID, Job]:
    """The jobs as they are now, with their documents and the seals on them."""
    ids = [job.pk for one in asked for job in one.jobs]
    found = Job.objects.filter(pk__in=ids).select_related("document")
    return {job.pk: job for job in found.prefetch_related("document__imprints__seal")}


def _failed(job: Job) -> bool:
    """It cannot be made; a version that may not be sealed any more was only left."""
    return job.state == Job.State.FAILED and job.error not in REFUSALS


def _codes_of(asked: Sequence[Asked]) -> Mapping[str, str]:
    digests = [one.entry.digest for one in asked]
    return dict(PublicCode.objects.filter(content_digest__in=digests).values_list("content_digest", "code"))


def _standing_of(entry: BundleEntry) -> Standing | None:
    return standing_of(subject_kind=entry.subject_kind, subject_id=entry.subject_id, digest=entry.digest)
