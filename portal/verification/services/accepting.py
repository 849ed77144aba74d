"""Accepting a file to be checked, as many as one sender may have checked, and as many as may wait."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from math import ceil

from django.db import connection, transaction
from django.db.models import QuerySet

from portal.documents.models import Variant
from portal.jobs.models import Job
from portal.jobs.services import request
from portal.seals.inspection.findings import shown
from portal.verification.models import Upload
from portal.verification.receiving import ReceivedFile
from portal.verification.uploads import relative

#: What checks it, and what it checks.
KIND, SUBJECT = "check_upload", "upload"
#: A file that waits longer than this is nobody's any more, and keeps nobody out.
PATIENCE = timedelta(hours=1)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
#: How many files one address may send in each span; a bureau shares one address.
MOST_PER_SENDER: Mapping[timedelta, int] = {MINUTE: 10, HOUR: 60}
MOST_WAITING = 50


@dataclass(frozen=True, slots=True)
class TooManyError(Exception):
    """No more files at the moment; ``minutes`` until the next one may come. ``crowded``: not the sender's own doing."""

    minutes: int
    crowded: bool = False


def refuse_too_many(*, address: str | None, at: datetime) -> None:
    """Raises :class:`TooManyError` where this sender has sent enough, or where enough wait of all senders."""
    for span, most in MOST_PER_SENDER.items():
        recent = (
            Upload.objects.filter(address=_counted(address), at__gt=at - span)
            .order_by("-at")
            .values_list("at", flat=True)
        )
        times = list(recent[:most])
        if len(times) == most:
            raise TooManyError(_minutes(times[-1] + span - at))
    if waiting(at=at).count() >= MOST_WAITING:
        raise TooManyError(1, crowded=True)


def waiting(*, at: datetime) -> QuerySet[Upload]:
    """Files that are not checked yet."""
    return Upload.objects.filter(verdict="", at__gt=at - PATIENCE).exclude(path="")


@transaction.atomic
def accept(*, file: ReceivedFile, address: str | None, at: datetime) -> Upload:
    """Takes the file in and asks for its check; raises :class:`TooManyError`."""
    _one_at_a_time()
    refuse_too_many(address=address, at=at)
    upload = Upload.objects.create(
        filename=shown(file.name or ""),
        size=file.length,
        sha256=file.sha256,
        path=relative(file.path),
        address=_counted(address),
        at=at,
    )
    request(
        kind=KIND,
        subject_kind=SUBJECT,
        subject_id=str(upload.pk),
        digest=upload.sha256,
        variant=Variant.FOREIGN,
        actor=None,
        at=at,
    )
    return upload


def job_of(upload: Upload) -> Job | None:
    """The job that checks the file."""
    return Job.objects.filter(kind=KIND, subject_kind=SUBJECT, subject_id=str(upload.pk)).first()


def _counted(address: str | None) -> str | None:
    """The address that stands for the sender: of IPv6 the network, since one host may use all 64 bits below it."""
    found = ip_address(address) if address else None
    if not isinstance(found, IPv6Address):
        return address
    return str(found.ipv4_mapped or IPv6Address(found.packed[:8] + bytes(8)))


def _minutes(left: timedelta) -> int:
    return max(1, ceil(left / MINUTE))


def _one_at_a_time() -> None:
    """Counting and taking in are one step, whoever else sends at the same moment."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('verification/accept', 0))")
