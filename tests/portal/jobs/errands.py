"""Kinds of work of these tests, which have nothing to do with documents.

The id of what a job is about says what happens: ``slow-2.5-x`` takes 2.5 seconds, ``refused-x`` cannot be done,
``fatal-x`` ends in an error that is no ``Exception``, ``away-x`` finds what it needs away, ``unready-7`` waits until
unit 7 is in use.
"""

import time
from datetime import timedelta

from portal.accounts.models import Unit
from portal.jobs.errors import AwaitsUnitError, CannotBeDoneError, PutOffError
from portal.jobs.kinds import JobKind
from portal.jobs.services.claims import Claim, report
from portal.jobs.words import JobState, Queue

RUNNER = "tests.portal.jobs.errands.go"
ERRAND = JobKind(
    name="差事",
    runner=RUNNER,
    time_limit=timedelta(minutes=1),
    words={JobState.RUNNING: "在路上"},
    made="去过了",
    stages={"walking": "走路"},
)
#: Nobody wants to get it twice.
LETTER = JobKind(name="信", runner=RUNNER, time_limit=timedelta(minutes=1), attempts=1)
HEAP = JobKind(name="一堆", runner=RUNNER, time_limit=timedelta(minutes=1), queue=Queue.BULK)
#: Errors that end the work without a word for anybody, by what the id begins with.
ENDINGS: dict[str, type[BaseException]] = {"broken": ZeroDivisionError}


class FatalError(BaseException):
    """As a library raises it that wants nobody to go on."""


def go(claim: Claim) -> None:
    """Does the work."""
    what, _, rest = claim.job.subject_id.partition("-")
    report(claim=claim, stage="walking", done=0, total=1)
    if what == "slow":
        time.sleep(float(rest.partition("-")[0]))
    if what == "refused":
        raise CannotBeDoneError("没有路：%(place)s", place="䶮")
    if what == "fatal":
        raise FatalError(claim.job.subject_id)
    if what == "away":
        raise PutOffError("路断了。")
    if what in ENDINGS:
        raise ENDINGS[what]
    if what == "unready" and not Unit.objects.get(pk=rest).active:
        raise AwaitsUnitError("%(unit)s没有开门。", unit_id=int(rest), unit="县社保局")
