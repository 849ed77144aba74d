"""The notices to a person on papers that wait for a seal (待签章) or could not be made."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.documents.making.seal_authority import REFUSALS
from portal.documents.making.waiting_papers import FIRST_SEAL_MISSING
from portal.documents.models import SEALED_VARIANTS
from portal.documents.queries import documents_visible_to, waiting_visible_to
from portal.jobs.models import Job
from portal.seals.permissions import may_keep_seal

#: Roles that are concerned with papers; who has none of them is not asked about.
CONCERNED = frozenset(Role) - {Role.AUDITOR}
#: So many different reasons are said at once.
MOST_SAID = 3


@dataclass(frozen=True, slots=True)
class Notice:
    """One reason for which ``papers`` papers wait; ``own``: the person looks after the seal that is missing."""

    papers: int
    reason: str
    own: bool


def held_up_among(*, subject_kind: str, subject_ids: Iterable[object], current: QuerySet[Any, str]) -> dict[str, Job]:
    """By subject, the job of a paper that waits for its seal, or of one that failed, which goes first.

    A failed one counts where its digest is among ``current``, and where the seal was not refused on purpose.
    """
    ids = [str(subject_id) for subject_id in subject_ids]
    failed = Q(state=Job.State.FAILED, variant__in=SEALED_VARIANTS, content_digest__in=current) & ~Q(error__in=REFUSALS)
    stuck = Job.objects.filter(failed | Q(state=Job.State.WAITING), subject_kind=subject_kind, subject_id__in=ids)
    return {job.subject_id: job for job in sorted(stuck, key=lambda job: job.state == Job.State.FAILED)}


def lost_papers(person: User) -> int:
    """The number of papers a business admin looks after that are gone from the store or altered there; 0 for others."""
    if Role.BUSINESS_ADMIN not in person.roles:
        return 0
    return documents_visible_to(person).filter(store_fault__isnull=False).count()


def notices_for(person: User) -> list[Notice]:
    """The reasons for which papers of the person wait, those that hold up most first; one query."""
    if not CONCERNED & set(person.roles):
        return []
    waiting = waiting_visible_to(person).exclude(error=FIRST_SEAL_MISSING)  # the first seal's own reason is said
    reasons = waiting.order_by().values("error", "error_values", "waits_for")
    counted = reasons.annotate(papers=Count("subject_id", distinct=True)).order_by("-papers", "error")[:MOST_SAID]
    return [
        Notice(
            papers=row["papers"],
            reason=gettext(row["error"]) % row["error_values"],
            own=row["waits_for"] == person.unit_id and may_keep_seal(person),
        )
        for row in counted
    ]
