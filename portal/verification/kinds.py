"""The kind of work that checks a file which somebody sent (``settings.JOB_KINDS``)."""

from portal.documents.kinds import CHECKS
from portal.jobs.kinds import JobKind
from portal.jobs.words import Queue

CHECK = JobKind(runner="portal.verification.services.checking.check_upload", queue=Queue.PUBLIC, **CHECKS)
