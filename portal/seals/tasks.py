"""The doorway of the workers that can open the vault."""

from celery import shared_task

from portal import clock
from portal.seals import authority


@shared_task(name="portal.seals.tasks.keep_revocations", acks_late=True, ignore_result=True)
def keep_revocations() -> None:
    """Makes the list of revoked certificates anew where it lacks one or is a day old; runs every sweep."""
    authority.current_revocations(at=clock.now())
