"""The right of a job to seal: the database is asked at that moment, never the message that woke the worker."""

from django.utils.translation import gettext_noop

from portal.documents.errors import CannotPrintError
from portal.documents.models import Variant
from portal.documents.papers.seal_acts import SealAct, acts_behind
from portal.documents.papers.version_status import REOPENED, SUPERSEDED, WITHDRAWN, standing_of
from portal.jobs.models import Job

WITHDREW = gettext_noop("本版已撤回，不再用印。")
IN_REVIEW_AGAIN = gettext_noop("本表已重新办理，办结后再加盖地区印章。")
OUT_OF_FORCE = gettext_noop("本版已被新的版本替代，不再用印。")
NO_ACT = gettext_noop("没有找到授权用印的报送、办结或签发，不予用印。")
REFUSALS = frozenset({WITHDREW, IN_REVIEW_AGAIN, OUT_OF_FORCE, NO_ACT})
_WHY_NOT = {WITHDRAWN: WITHDREW, REOPENED: IN_REVIEW_AGAIN, SUPERSEDED: OUT_OF_FORCE}

#: Which of the acts behind a paper each variant is about.
PLACES = {Variant.SEALED: 0, Variant.COUNTERSIGNED: 1}


class NotAuthorisedError(CannotPrintError):
    """No act stands behind the seal, or none any more."""


def act_behind(job: Job) -> tuple[int, SealAct]:
    """The position of the seal that the job applies (from 0), and the act behind it; raises NotAuthorisedError.

    Inside a transaction the paper's row stays locked until its end (see ``settings.SEAL_ACTS``).
    """
    subject = {"subject_kind": job.subject_kind, "subject_id": job.subject_id, "digest": job.content_digest}
    acts, place = acts_behind(**subject), PLACES[Variant(job.variant)]
    if place < len(acts):
        return place, acts[place]
    standing = standing_of(**subject)
    raise NotAuthorisedError(_WHY_NOT.get(standing.state, NO_ACT) if standing else NO_ACT)
